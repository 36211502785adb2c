import type { Action } from './act.js';

/** The right that each act takes when it is done alone, and that whoever approves it must have (GUARANTEES G11). */
export const PERMISSION_OF: Readonly<Record<Action, string>> = {
  'order.refund': 'orders:refund',
  'order.refund_other_tender': 'orders:refund_other_tender',
  'order.void': 'orders:void',
  'order.discount': 'orders:discount',
  'order.comp': 'orders:comp',
  'order.price_override': 'orders:override_price',
  'order.payment_return': 'orders:refund',
  'drawer.no_sale': 'drawers:no_sale',
  'drawer.paid_in': 'drawers:move',
  'drawer.paid_out': 'drawers:move',
  'drawer.skim': 'drawers:move',
  'drawer.tip_out': 'drawers:move',
  'drawer.transfer': 'drawers:move',
  'drawer.variance': 'drawers:approve',
  'payment.resolve': 'payments:resolve',
  'payment.allocate': 'payments:resolve',
  'payment.write_off': 'payments:resolve',
};
