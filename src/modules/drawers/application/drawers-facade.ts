import type { RequestContext } from '../../../kernel/context.js';
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

/** Cash that goes into a drawer or out of it by the word of another module, whose part it is to ask whether that may be. */
export interface NamedCash {
  readonly sessionId: string;
  readonly amount: Money;
  readonly reason: string;
}

/** What was booked. */
export interface CashBooked {
  readonly entryId: string;
  readonly outletId: OutletId;
}

/** Where money went, as a device says that had no network then. */
export interface SessionAsked {
  readonly sessionId: string;
  readonly deviceId: string;
  readonly outletId: OutletId;
  readonly currency: string;
}

/** Which session takes it, and whether the one that was asked for is known at all. */
export interface SessionFound {
  readonly sessionId: string | null;
  readonly known: boolean;
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
  /**
   * Keeps a session from being closed until the transaction ends, if it is still open. For money that arrives by itself, some
   * time after its payment was begun: where the session is closed, the money belongs to none.
   * @returns false when it is not open any more, or is being counted.
   */
  abstract holdOpen(tx: Tx, sessionId: string): Promise<boolean>;
  /**
   * The session that `book` would take now for money of some time ago: the one that is asked for, or the one that is open at the
   * same device, or `null`. Locks nothing: where it is closed before the commit, `book` refuses.
   */
  abstract sessionFor(tx: Tx, asked: SessionAsked): Promise<SessionFound>;
  /**
   * Pays tips that are owed out of a drawer. Locks the session; books and tells as the command of the same name does.
   * @throws Refusal `drawer_session_not_found` (also of an outlet that the caller may not act for), `drawer_session_not_open`,
   * `drawer_cash_too_low`, `drawer_amount_invalid`, `currency_mismatch`, `card_data_not_allowed`.
   */
  abstract tipOut(tx: Tx, context: RequestContext, cash: NamedCash & { readonly person: string }): Promise<CashBooked>;
  /**
   * Puts cash into a drawer that is no sale, such as what is paid back of an account. Locks the session.
   * @throws Refusal as `tipOut`, and `drawer_count_forced`.
   */
  abstract paidIn(
    tx: Tx,
    context: RequestContext,
    cash: NamedCash & { readonly category: string },
  ): Promise<CashBooked>;
}
