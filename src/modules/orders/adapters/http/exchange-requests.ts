import type { MoneyDto, Uuid } from '../../../../platform/http/values.js';
import type { DiscountRequest, LineRequest, NoteText, OrderChannel } from './order-requests.js';
import type { PaymentRequest, ReasonText, ReferenceText, RefundLineRequest } from './payment-requests.js';

/** What the guest takes instead. */
export interface ExchangeOrderRequest {
  /** Yours, if you want to name the new order. */
  id?: Uuid;
  channel?: OrderChannel;
  /**
   * @minItems 1
   * @maxItems 500
   */
  lines: LineRequest[];
  /** @maxItems 20 */
  promoCodes?: ReferenceText[];
  customerId?: ReferenceText | null;
  note?: NoteText | null;
  /** @maxItems 50 */
  discounts?: DiscountRequest[];
  tip?: MoneyDto;
  /**
   * For what is still due when the goods that came back have paid.
   * @maxItems 50
   */
  payments?: PaymentRequest[];
  /** False leaves the new order open; otherwise it must be paid. */
  complete?: boolean;
}

/** Goods that come back for others, in one act. */
export interface ExchangeRequest {
  /** Yours, if you want to name the refund. */
  id?: Uuid;
  /**
   * What comes back.
   * @minItems 1
   * @maxItems 500
   */
  lines: RefundLineRequest[];
  reason: ReasonText;
  order: ExchangeOrderRequest;
  /** The open drawer session that takes and pays out. */
  drawerSessionId?: Uuid;
  /** The approval of a second person, where the caller may not refund alone. */
  approvalId?: Uuid;
}
