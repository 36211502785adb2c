import type { Tx } from '../../../../kernel/transaction.js';
import { actorIdOf, type PeopleFacade, type Person, type PersonId } from '../../../people/index.js';
import type { KeptPin, Staff, StaffMember, StaffPlace, StaffRights } from '../../ports/staff.js';

/** The people of the business, as the module of the staff knows them. */
export class KnownStaff implements Staff {
  constructor(private readonly people: PeopleFacade) {}

  async rightsAt(tx: Tx, personId: string, place: StaffPlace | null): Promise<StaffRights | undefined> {
    const at = place && { outletId: place.outletId, deviceKind: place.deviceKind };
    const found = await this.people.rightsAt(tx, personId as PersonId, at);
    if (found === undefined) return undefined;
    const { person, ...rights } = found;
    return { ...rights, member: memberOf(person) };
  }

  pinOf(tx: Tx, personId: string): Promise<KeptPin | undefined> {
    return this.people.pinOf(tx, personId as PersonId);
  }

  async byBadge(tx: Tx, badge: string): Promise<string | undefined> {
    return (await this.people.byBadge(tx, badge))?.id;
  }

  async byUserId(tx: Tx, userId: string): Promise<string | undefined> {
    return (await this.people.byUserId(tx, userId))?.id;
  }

  async atPlace(tx: Tx, { outletId, deviceKind }: StaffPlace): Promise<readonly StaffMember[]> {
    return (await this.people.atPlace(tx, { outletId, deviceKind })).map(memberOf);
  }
}

function memberOf(person: Person): StaffMember {
  return { id: person.id, actorId: actorIdOf(person), displayName: person.displayName };
}
