import type { Tx } from '../../../../kernel/transaction.js';
import type { StaffRoster } from '../../../people/index.js';
import type { StaffRecord } from '../../domain/snapshot.js';
import type { SyncPlace, WholeSource } from '../../ports/master-data.js';

/** Who may sign in at the device, and what they may do there. */
export class StaffSection implements WholeSource<'staff'> {
  readonly section = 'staff';
  readonly marks = ['people'] as const;

  constructor(private readonly roster: StaffRoster) {}

  async read(tx: Tx, { outletId, deviceKind }: SyncPlace): Promise<readonly StaffRecord[]> {
    const people = await this.roster.at(tx, { outletId, deviceKind });
    return people.map((person) => ({ ...person, pinSetAt: person.pinSetAt?.toISOString() ?? null }));
  }
}
