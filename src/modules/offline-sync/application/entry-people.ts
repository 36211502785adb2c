import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { ActingPerson } from '../domain/needed-right.js';
import type { EntryRecord } from '../domain/entry-record.js';
import type { Workforce } from '../ports/sync-surroundings.js';

/** Where entries were made. */
export interface EntryPlace {
  readonly outletId: OutletId;
  readonly deviceKind: string;
}

/** Who stands behind entries of one device; each person is asked about once. */
export class EntryPeople {
  private readonly asked = new Map<string, Promise<ActingPerson>>();

  constructor(
    private readonly workforce: Workforce,
    private readonly tx: Tx,
    private readonly place: EntryPlace,
  ) {}

  async of({ actor, approver }: Pick<EntryRecord, 'actor' | 'approver'>) {
    return {
      actor: await this.person(actor.personId),
      approver: approver === null ? null : await this.person(approver.personId),
    };
  }

  private person(id: string): Promise<ActingPerson> {
    const asked = this.asked.get(id) ?? this.workforce.acting(this.tx, id, this.place);
    this.asked.set(id, asked);
    return asked;
  }
}
