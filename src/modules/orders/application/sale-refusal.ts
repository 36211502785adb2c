import type { OrderRefusal } from '../domain/order-state.js';

/** Every way in which a use case of this module refuses: the domain's, and those of what a sale refers to. */
export type SaleRefusal =
  | OrderRefusal
  | 'order_id_taken'
  | 'payment_id_taken'
  | 'refund_id_taken'
  | 'line_id_taken'
  | 'outlet_unknown'
  | 'outlet_closed'
  | 'item_unknown'
  | 'item_inactive'
  | 'tax_group_missing'
  | 'price_mismatch'
  | 'modifier_unknown'
  | 'promo_code_unknown'
  | 'placed_in_future'
  | 'receipt_format_unavailable';
