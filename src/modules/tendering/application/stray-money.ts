import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { unallocatedEvent } from '../domain/event-making.js';
import type { Unallocated } from '../domain/unallocated.js';
import type { PaymentObserver } from '../ports/payment-observer.js';
import type { UnallocatedRepository } from '../ports/unallocated-repository.js';

export type FoundMoney = Pick<
  Unallocated,
  | 'provider'
  | 'tender'
  | 'paymentId'
  | 'orderId'
  | 'outletId'
  | 'amount'
  | 'reason'
  | 'providerReference'
  | 'payerHint'
  | 'test'
>;

/** Keeps money that no order took, once, and tells of it. */
export class StrayMoney {
  constructor(
    private readonly unallocated: UnallocatedRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly observer: PaymentObserver,
  ) {}

  /** Heard of twice, it is kept once. */
  async keep(tx: Tx, found: FoundMoney, at: Date): Promise<void> {
    if (found.amount.amount <= 0) return;
    const open = { resolvedBy: null, resolvedAt: null, resolvedReason: null, approvedBy: null };
    const id = this.ids.next<'unallocated-payment'>();
    const rest = { allocatedOrderId: null, became: null, version: 1 };
    const money: Unallocated = { ...found, id, arrivedAt: at, status: 'open', ...open, ...rest };
    if (!(await this.unallocated.add(tx, money))) return;
    this.outbox.append(tx, [unallocatedEvent(money, null)]);
    this.observer.strayed(found.provider, found.reason);
  }
}
