import type { Decimal } from '../../../kernel/decimal.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money, MoneyRefusal } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Channel } from './channel.js';
import type { ManualDiscount } from './manual-discount.js';
import type { OrderLine, OrderLineId } from './order-line.js';
import type { OrderPayment, PaymentId } from './order-payment.js';
import type { BasketTax, TaxRounding } from './pricing/tax-amounts.js';
import type { CashRounding } from './pricing/cash-rounding.js';

export type { OrderLine, OrderLineId } from './order-line.js';
export type { OrderPayment, PaymentId, PaymentLedger, PaymentStatus } from './order-payment.js';

export type OrderId = Id<'order'>;
export type RefundId = Id<'refund'>;

/** The rules an order was sold under, frozen at its creation (DOMAIN P8). The lines hold their own prices and taxes. */
export interface OrderSettings {
  readonly taxRounding: TaxRounding;
  readonly taxExempt: boolean;
  readonly cashRounding: CashRounding | null;
  readonly engineVersion: string;
  /** True when a person let the guest off the service charge. */
  readonly serviceChargeWaived?: boolean;
}

/** Why the guest pays no tax, and who said so. */
export interface TaxExemption {
  /** Such as the number of a certificate. */
  readonly reference: string;
  readonly grantedBy: string;
}

/** What an order's prices were made from (DOMAIN P11). */
export interface OrderPricing {
  /** The engine's input as `encodeInput` writes it, without promotions that came to nothing. */
  readonly input: object;
  /** What it came to, as `outcomeText` writes it; absent on an order that was read, of which only its hash is kept. */
  readonly outcome?: string;
}

/** One giving back. Never changes after it is made. `amount + rounding` is what was paid out. */
export interface OrderRefund {
  readonly id: RefundId;
  /** Taken back from the lines, with tax. */
  readonly amount: Money;
  /** The tax in `amount`. */
  readonly tax: Money;
  readonly reason: string;
  readonly lines: readonly RefundedLine[];
  readonly payments: readonly RefundedPayment[];
  /** What cash rounding added to the amount (DOMAIN P6). */
  readonly rounding: Money;
  readonly refundedBy: string;
  readonly at: Date;
  readonly businessDate: string;
  readonly localHour: number;
  /** The business day in whose Z report it counts, where that is not its own. */
  readonly bookedOn: string | null;
  /** True when its own business day had been closed. */
  readonly late: boolean;
  /** The drawer session that paid it out. */
  readonly drawerSessionId: string | null;
  readonly approvedBy: string | null;
}

export interface RefundedLine {
  readonly lineId: OrderLineId;
  /** Zero when money came back without goods. */
  readonly quantity: Decimal;
  readonly amount: Money;
  readonly tax: Money;
}

export interface RefundedPayment {
  readonly paymentId: PaymentId;
  /** How it went back: the payment's own tender, unless a person was permitted to use another. */
  readonly tender: string;
  readonly amount: Money;
}

/** `total` = subtotal − discount + serviceCharge + exclusive taxes + tip + rounding + surcharge; settled: `paid − change = total`. */
export interface OrderTotals {
  readonly subtotal: Money;
  readonly discount: Money;
  readonly serviceCharge: Money;
  readonly tax: Money;
  readonly tip: Money;
  /** Cash rounding; outside sales and tax (DOMAIN P6). */
  readonly rounding: Money;
  /** What tenders added for being used; outside sales and tax. */
  readonly surcharge: Money;
  readonly total: Money;
  /** All payments that count, cash as tendered. Refunds do not change it. */
  readonly paid: Money;
  /** Cash handed back so far. */
  readonly change: Money;
  readonly due: Money;
}

interface OrderBase {
  readonly id: OrderId;
  readonly number: string;
  /** What the device printed on its receipt, of its own series; `null` where it has none. */
  readonly receiptNumber: string | null;
  readonly outletId: OutletId;
  readonly channel: Channel;
  readonly currency: string;
  readonly customerId: string | null;
  readonly tableId: string | null;
  /** The principal who opened the order. */
  readonly cashierId: string;
  readonly note: string | null;
  /** The till's clock. */
  readonly placedAt: Date;
  /** The server's clock. */
  readonly recordedAt: Date;
  /** The outlet's trading day, `YYYY-MM-DD`. */
  readonly businessDate: string;
  readonly localHour: number;
  readonly settings: OrderSettings;
  readonly taxExemption: TaxExemption | null;
  /** Codes that were accepted, in their normal form, whether or not they took anything off. */
  readonly promoCodes: readonly string[];
  /** What people gave, in the order in which they gave it. */
  readonly discounts: readonly ManualDiscount[];
  /** Promotions that took something off and whose uses are counted, by `promotionKey`. */
  readonly countedPromotions: readonly string[];
  /** `null` for an order that engine 1 priced, and where an order was not read to be changed. */
  readonly pricing: OrderPricing | null;
  /** In the order of their line numbers. */
  readonly lines: readonly OrderLine[];
  readonly taxes: readonly BasketTax[];
  readonly totals: OrderTotals;
  /** In the order in which they were taken. */
  readonly payments: readonly OrderPayment[];
  readonly refunds: readonly OrderRefund[];
  /** The business day in whose Z report it counts once it is settled or voided, where that is not its own. */
  readonly bookedOn: string | null;
  /** True when its own business day had been closed before it was recorded. */
  readonly late: boolean;
  /** The drawer session in which it was settled. */
  readonly drawerSessionId: string | null;
  /** From 1, one up with each committed command. */
  readonly version: number;
  /** Sequence of the last event. */
  readonly eventSequence: number;
}

export interface OpenOrder extends OrderBase {
  readonly status: 'open';
}
/** Set aside: nothing happens to it until it is recalled. */
export interface HeldOrder extends OrderBase {
  readonly status: 'held';
}
export interface VoidedOrder extends OrderBase {
  readonly status: 'voided';
  readonly voidReason: string;
  /** When and by whom; `null` on orders that were voided before this was kept. */
  readonly voidedAt: Date | null;
  readonly voidedBy: string | null;
}
export interface CompletedOrder extends OrderBase {
  readonly status: 'completed';
  readonly completedAt: Date;
}
export interface PartiallyRefundedOrder extends OrderBase {
  readonly status: 'partially_refunded';
  readonly completedAt: Date;
}
export interface RefundedOrder extends OrderBase {
  readonly status: 'refunded';
  readonly completedAt: Date;
}

export type Order = OpenOrder | HeldOrder | VoidedOrder | CompletedOrder | PartiallyRefundedOrder | RefundedOrder;
export type OrderStatus = Order['status'];
/** An order that was paid for and not yet wholly given back. */
export type RefundableOrder = CompletedOrder | PartiallyRefundedOrder;

/** Every way in which a command on an order is refused. */
export type OrderRefusal =
  | 'order_not_found'
  | 'order_not_open'
  | 'order_not_held'
  | 'order_not_refundable'
  | 'order_empty'
  | 'order_has_payments'
  | 'order_already_paid'
  | 'line_not_found'
  | 'line_in_combo'
  | 'line_not_discountable'
  | 'gift_card_quantity'
  | 'fire_exceeds_quantity'
  | 'nothing_to_fire'
  | 'discount_not_found'
  | 'discount_value_invalid'
  | 'promo_code_not_on_order'
  | 'tip_negative'
  | 'quantity_not_positive'
  | 'amount_not_positive'
  | 'tender_not_accepted'
  | 'payment_due'
  | 'payment_exceeds_due'
  | 'payment_in_doubt'
  | 'payment_not_found'
  | 'payment_not_pending'
  | 'payment_not_returnable'
  | 'tip_not_adjustable'
  | 'paid_exceeds_total'
  | 'refund_empty'
  | 'refund_exceeds_remaining'
  | 'refund_exceeds_tender'
  | 'refund_tender_mismatch'
  | Extract<MoneyRefusal, 'currency_mismatch' | 'amount_out_of_range'>;

/**
 * The order, known to be in a state.
 * @throws Refusal with the code when it is in another; its facts name the state.
 */
export function inStatus<S extends OrderStatus>(
  order: Order,
  statuses: readonly S[],
  code: OrderRefusal,
): Extract<Order, { status: S }> {
  if (!(statuses as readonly OrderStatus[]).includes(order.status)) {
    throw new Refusal<OrderRefusal>(code, { orderId: order.id, status: order.status });
  }
  return order as Extract<Order, { status: S }>;
}
