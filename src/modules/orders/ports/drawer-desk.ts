import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Cash that moves through a drawer because of an order. */
export interface OrderCash {
  readonly kind: 'sale' | 'change' | 'refund';
  readonly amount: Money;
  readonly orderId: string;
  readonly paymentId: string;
  readonly refundId: string | null;
}

/** Drawer sessions, as far as money of orders goes into them and comes out of them. */
export interface DrawerDesk {
  /** True when the outlet takes money only into an open session; costs no round trip. */
  sessionRequired(tx: Tx, outletId: OutletId): Promise<boolean>;
  /** Books with the commit. Refused then, with `drawer_session_not_open`, when the session is not open. */
  book(
    tx: Tx,
    booking: {
      readonly sessionId: string;
      readonly outletId: OutletId;
      readonly currency: string;
      readonly cash: readonly OrderCash[];
    },
  ): void;
  /**
   * The session that takes money of an act that happened before: the one it names, if that still takes money; otherwise the one
   * that is open at the same device; otherwise none. Locks nothing.
   */
  sessionFor(tx: Tx, asked: SessionAsked): Promise<SessionFound>;
  /** Keeps an open session open until the transaction ends; false when it is not open. */
  holdOpen(tx: Tx, sessionId: string): Promise<boolean>;
}

/** Where money went, as a device says that had no network then. */
export interface SessionAsked {
  readonly sessionId: string;
  readonly deviceId: string;
  readonly outletId: OutletId;
  readonly currency: string;
}

/** Which session takes it, and whether the one that was asked for has ever been heard of. */
export interface SessionFound {
  readonly sessionId: string | null;
  readonly known: boolean;
}
