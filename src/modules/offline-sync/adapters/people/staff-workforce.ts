import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { actorIdOf, type PeopleFacade, type PersonId } from '../../../people/index.js';
import type { ActingPerson } from '../../domain/needed-right.js';
import type { Workforce } from '../../ports/sync-surroundings.js';

/** The staff of the tenant. */
export class StaffWorkforce implements Workforce {
  constructor(private readonly people: PeopleFacade) {}

  async acting(
    tx: Tx,
    personId: string,
    place: { readonly outletId: OutletId; readonly deviceKind: string },
  ): Promise<ActingPerson> {
    const rights = await this.people.rightsAt(tx, personId as PersonId, place);
    if (rights !== undefined) {
      const { person, permissions } = rights;
      return { personId, actorId: actorIdOf(person), known: true, permissions };
    }
    const person = await this.people.person(tx, personId as PersonId);
    const actorId = person === undefined ? personId : actorIdOf(person);
    return { personId, actorId, known: person !== undefined, permissions: new Set() };
  }
}
