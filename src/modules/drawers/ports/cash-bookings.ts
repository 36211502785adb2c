import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Cash of an order as it is booked. */
export interface OrderEntry {
  readonly kind: 'sale' | 'change' | 'refund';
  /** Minor units, above zero. */
  readonly amount: number;
  readonly debit: string;
  readonly credit: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly refundId: string | null;
}

/** Which session is meant for money of some time ago. */
export interface SessionWanted {
  readonly sessionId: string;
  readonly deviceId: string;
  readonly outletId: OutletId;
  readonly currency: string;
}

/** Books what orders do to drawers, without a round trip of its own. */
export interface CashBookings {
  /** With the commit, which is refused with `drawer_session_not_open` when the session takes nothing then. */
  book(
    tx: Tx,
    session: { readonly sessionId: string; readonly outletId: OutletId; readonly currency: string },
    entries: readonly OrderEntry[],
  ): void;
  /** Keeps the session as it is until the transaction ends. @returns whether it takes bookings. */
  holdOpen(tx: Tx, sessionId: string): Promise<boolean>;
  /** The session that takes bookings now: the one asked for, or that of the device, or none. Locks nothing. */
  sessionFor(tx: Tx, wanted: SessionWanted): Promise<{ readonly sessionId: string | null; readonly known: boolean }>;
}
