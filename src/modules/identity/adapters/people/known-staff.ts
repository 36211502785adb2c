import { isUuid } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { actorIdOf, type PeopleFacade, type Person, type PersonId as KnownId } from '../../../people/index.js';
import type { PersonId } from '../../domain/login.js';
import type { Staff, StaffMember, StaffRights } from '../../ports/staff.js';

/** The staff as the module people keeps it. */
export class KnownStaff implements Staff {
  constructor(private readonly people: PeopleFacade) {}

  async member(tx: Tx, id: PersonId): Promise<StaffMember | undefined> {
    const person = await this.people.person(tx, id satisfies KnownId);
    return person && toMember(person);
  }

  async byActor(tx: Tx, actorId: string): Promise<StaffMember | undefined> {
    const linked = await this.people.byUserId(tx, actorId);
    if (linked !== undefined) return toMember(linked);
    const own = isUuid(actorId) ? await this.people.person(tx, actorId as KnownId) : undefined;
    // Who is linked to the auth service goes by that name only.
    return own === undefined || actorIdOf(own) !== actorId ? undefined : toMember(own);
  }

  async rights(tx: Tx, id: PersonId): Promise<StaffRights | undefined> {
    const rights = await this.people.rightsAt(tx, id satisfies KnownId, null);
    if (rights === undefined) return undefined;
    const { roles, permissions, outlets, regions } = rights;
    return { roles, permissions, outlets, regions };
  }
}

function toMember(person: Person): StaffMember {
  const { id, displayName, email, status } = person;
  return { id, actorId: actorIdOf(person), displayName, email, active: status === 'active' };
}
