import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';

/** Acts that may need a right, a reason, a limit or a second person (GUARANTEES G11). */
export const ACTIONS = [
  'order.refund',
  'order.refund_other_tender',
  'order.void',
  'order.discount',
  'order.comp',
  'order.price_override',
  'order.payment_return',
  'drawer.no_sale',
  'drawer.paid_in',
  'drawer.paid_out',
  'drawer.skim',
  'drawer.tip_out',
  'drawer.transfer',
  'drawer.variance',
  'payment.resolve',
  'payment.allocate',
  'payment.write_off',
] as const;
export type Action = (typeof ACTIONS)[number];

/** An act about to be done, by the caller of the request. */
export interface Act {
  readonly action: Action;
  /** What the caller needs to do it alone. */
  readonly permission: string;
  /** What it is done to: an order's id, a drawer session's. */
  readonly targetId: string;
  readonly outletId: OutletId;
  /** How much it is about; `null` when it is about no money. */
  readonly amount: Money | null;
  readonly reason: string | null;
  /** The approval of a second person that the request carries. */
  readonly approvalId: string | undefined;
}
