import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { OrderId, OrderStatus } from '../domain/order-state.js';

/** What a device does with orders while it has no network. */
export const OFFLINE_ORDER_KINDS = [
  'order.place',
  'order.add_lines',
  'order.change_line',
  'order.remove_line',
  'order.add_payment',
  'order.complete',
  'order.fire',
  'order.hold',
  'order.recall',
  'order.void',
  'order.refund',
] as const;
export type OfflineOrderKind = (typeof OFFLINE_ORDER_KINDS)[number];

/** Something that happened at a device some time ago. */
export interface OfflineAct {
  readonly kind: OfflineOrderKind;
  /** As the device wrote it; it is read and checked here. */
  readonly body: object;
  /** When it happened: the device's clock, corrected where it was wrong. */
  readonly at: Date;
  /** What was added to the device's clock to come to `at`; other times in the body are corrected alike. */
  readonly correctionMs: number;
  readonly deviceId: string;
  /** Who stood for it with a PIN of their own at the device. */
  readonly approvedBy: string | null;
  /** True while acts of the device that came before this one may still arrive: what it refers to may come with them. */
  readonly mayWait?: boolean;
}

/**
 * What an act that happened does not agree with. Each is told at most once for an act; the facts say the rest.
 * `tender_not_accepted`: the outlet does not take it any more. `order_changed_meanwhile`: somebody else changed the same order.
 * `choice_differs`: modifiers or parts of a combo are not as the catalogue has them.
 */
export type OfflineCause =
  | 'price_differs'
  | 'tax_differs'
  | 'service_charge_differs'
  | 'surcharge_differs'
  | 'promotion_differs'
  | 'promotion_exhausted'
  | 'item_unknown'
  | 'item_inactive'
  | 'item_sold_out'
  | 'choice_differs'
  | 'customer_unknown'
  | 'tender_not_accepted'
  | 'drawer_session_closed'
  | 'outlet_closed'
  | 'order_changed_meanwhile'
  | 'receipt_number_taken'
  | 'refund_over_remaining';

export interface OfflineConflict {
  readonly cause: OfflineCause;
  /** As JSON shows them: ids, amounts, both sides of the difference. Never secrets. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** An order as it stands after an act. */
export interface OfflineOrderState {
  readonly id: OrderId;
  readonly number: string;
  readonly version: number;
  readonly status: OrderStatus;
  readonly receiptNumber: string | null;
}

/** What came of an act: it took effect, and this is what it did not agree with. */
export interface OfflineResult {
  readonly order: OfflineOrderState;
  readonly conflicts: readonly OfflineConflict[];
}

/** What a device sold in a business day and currency, for comparing with its own sums. */
export interface OfflineDayTotals {
  readonly businessDate: string;
  readonly currency: string;
  /** Orders that are settled, given back or not. */
  readonly sales: number;
  readonly total: Money;
  /** Kept of payments: without the change that was handed back. */
  readonly paid: Money;
  readonly refunded: Money;
}

/** Codes by which an act is refused that wait for something that has not come yet: the same act may be taken later. */
export const OFFLINE_WAITS: ReadonlySet<string> = new Set(['order_not_found']);

/**
 * Codes that appear with the commit when somebody did the same at that moment: the same act, handled again in a new
 * transaction, is decided by what is there then.
 */
export const OFFLINE_RACES: ReadonlySet<string> = new Set([
  'order_id_taken',
  'payment_id_taken',
  'line_id_taken',
  'refund_id_taken',
  'drawer_session_not_open',
  'receipt_number_taken',
]);

/** What devices did with orders while they had no network. */
export abstract class OfflineOrders {
  /**
   * Takes down an act in the caller's transaction. What was charged stays charged: where master data, rules or others disagree,
   * it takes effect all the same and says so. An act that took effect before, in whatever way, has no effect again.
   * @param context of the person who did it, now. Rights and the licence are not asked.
   * @throws Refusal `validation_failed`, `card_data_not_allowed`, `sale_does_not_add_up` (what it says it charged is not what
   * it says it priced), `tender_needs_network`, `order_not_found` (see `OFFLINE_WAITS`), `drawer_session_not_found` (with
   * `mayWait`), `order_not_open` and others where the order cannot take it any more, `payment_exceeds_due`; and with the commit
   * those of `OFFLINE_RACES`.
   */
  abstract handle(tx: Tx, context: RequestContext, act: OfflineAct): Promise<OfflineResult>;

  /** Sums of the orders that a device rang up, by business day; days are `YYYY-MM-DD`, both inclusive. */
  abstract totalsOf(tx: Tx, deviceId: string, from: string, to: string): Promise<readonly OfflineDayTotals[]>;

  /** The highest number of a device's series that is on an order of the outlet; 0 when there is none. */
  abstract lastReceiptOf(tx: Tx, outletId: string, series: string): Promise<number>;
}
