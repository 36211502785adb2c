import { Refusal } from '../../../kernel/refusal.js';
import type { OrderRefusal } from '../domain/order-state.js';
import type { PromoCodeRefusal } from '../ports/promotion-rules.js';

/** Every way in which a use case of this module refuses: the domain's, and those of what a sale refers to. */
export type SaleRefusal =
  | OrderRefusal
  | 'order_id_taken'
  | 'payment_id_taken'
  | 'refund_id_taken'
  | 'line_id_taken'
  | 'discount_id_taken'
  | 'receipt_number_taken'
  | 'sale_does_not_add_up'
  | 'tender_needs_network'
  | 'outlet_unknown'
  | 'outlet_closed'
  | 'item_unknown'
  | 'item_inactive'
  | 'tax_group_missing'
  | 'price_mismatch'
  | 'price_required'
  | 'modifier_unknown'
  | 'gift_card_code_required'
  | 'not_a_gift_card'
  | 'customer_required'
  | PromoCodeRefusal
  | 'promotion_exhausted'
  | 'promotion_budget_exhausted'
  | 'promotion_customer_limit'
  | 'placed_in_future'
  | 'daily_closure_due'
  | 'drawer_session_required'
  | 'payment_reference_required'
  | 'payment_below_minimum'
  | 'payment_above_maximum'
  | 'tip_too_late'
  | 'exchange_payment_by_provider'
  | 'receipt_format_unavailable';

/** Refusals of other modules that this one gives, too, and that have their looks there. */
type NeighbourRefusal = 'combo_slot_unknown' | 'permission_missing';

/** Refuses because of one place of the request. */
export function refuseAt(code: SaleRefusal | NeighbourRefusal, facts: object, pointer: string, message: string): never {
  throw new Refusal(code, { ...facts }, [{ pointer, message }]);
}
