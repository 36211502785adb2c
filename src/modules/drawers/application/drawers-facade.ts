import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Cash that moves through a drawer because of an order. Amounts are above zero; the kind says which way. */
export interface OrderCash {
  /** `sale`: as tendered; `change`: handed back of it; `refund`: paid back, also of a payment that is returned. */
  readonly kind: 'sale' | 'change' | 'refund';
  readonly amount: Money;
  readonly orderId: string;
  readonly paymentId: string;
  /** With `refund`: what it was paid back for. */
  readonly refundId: string | null;
}

/** What happens to an order within a drawer session. */
export interface SessionBooking {
  readonly sessionId: string;
  readonly outletId: OutletId;
  readonly currency: string;
  /** Empty where money other than cash was taken: it belongs to the session all the same. */
  readonly cash: readonly OrderCash[];
}

/** What other modules may do with drawers, within their own transaction. */
export abstract class DrawersFacade {
  /** True when money may be taken at the outlet only into an open drawer session. From memory: costs no round trip. */
  abstract sessionRequired(tx: Tx, outletId: OutletId): Promise<boolean>;
  /**
   * Books into a session as the transaction commits, without a round trip of its own. The session is locked against closing from
   * that moment: a close that races it comes before, and this is refused with `drawer_session_not_open`, or after, and counts it.
   * Refused with the same code: a session that is being counted, must be counted first, is of another outlet or currency, or
   * does not exist.
   */
  abstract book(tx: Tx, booking: SessionBooking): void;
}
