import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { movePoints, type Movement } from '../domain/member.js';
import type { Entry } from '../domain/membership.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';

/** A movement that something asks for; the ledger gives it its id. */
export type WantedMovement = Omit<Movement, 'id'>;

/** The built-in ledger: one entry for each source, whoever asks how often. Joins its caller's transaction. */
export class PointLedger {
  constructor(
    private readonly loyalty: LoyaltyRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /**
   * Books a movement for a customer, unless its source has made one before: then that one is the answer.
   * @throws Refusal `loyalty_not_enrolled`, `loyalty_member_closed`, `loyalty_points_too_low`.
   */
  async book(tx: Tx, customerId: string, wanted: WantedMovement, at: Date): Promise<Entry> {
    const member = await this.loyalty.get(tx, customerId);
    const made = await this.loyalty.entryOf(tx, wanted.source);
    if (made !== undefined) return made;
    const { state, entry, events } = movePoints(member, { ...wanted, id: this.ids.next() }, at);
    await this.loyalty.save(tx, state, entry);
    this.outbox.append(tx, events);
    return entry;
  }
}
