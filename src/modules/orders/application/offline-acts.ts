import type { Decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import type { LineCopy } from '../domain/offline-sale.js';
import type { FiringWish } from '../domain/order-firing.js';
import type { OrderId, OrderLineId, OrderTotals } from '../domain/order-state.js';
import type { CashRounding } from '../domain/pricing/cash-rounding.js';
import type { RequestedLine } from './requested-line.js';
import type { RequestedPayment } from './requested-payment.js';
import type { RequestedRefund } from './refund-order.js';
import type { RequestedSale } from './sale-opening.js';

/** A sale as a device rang it up. */
export interface OfflineSale {
  readonly sale: RequestedSale & { readonly id: OrderId; readonly placedAt: Date };
  readonly receiptNumber: string | null;
  /** What its engine priced from, as `encodeInput` wrote it. */
  readonly pricing: object;
  /** What was charged. */
  readonly totals: OrderTotals;
  readonly copies: ReadonlyMap<string, LineCopy>;
  /** The outlet's rule as the device had it; `undefined`: it does not say. */
  readonly cashRounding: CashRounding | null | undefined;
}

/** Lines that were added to an order that the server knows. */
export interface OfflineLines {
  readonly orderId: OrderId;
  readonly lines: readonly RequestedLine[];
  /** `null`: at the server's prices. */
  readonly pricing: object | null;
  readonly copies: ReadonlyMap<string, LineCopy>;
}

/** What an act on one line says. */
export interface OfflineLineChange {
  readonly orderId: OrderId;
  readonly lineId: OrderLineId;
  readonly quantity?: Decimal;
  readonly note?: string | null;
}

/** Lines that the kitchen was told to make. */
export interface OfflineFiring {
  readonly orderId: OrderId;
  readonly wish: FiringWish;
}

/** A payment that was taken on an order that the server knows. */
export interface OfflinePayment {
  readonly orderId: OrderId;
  readonly payment: RequestedPayment;
  readonly drawerSessionId: string | null;
}

/** Money or goods that were given back. */
export interface OfflineRefund {
  readonly orderId: OrderId;
  readonly wish: RequestedRefund & { readonly id: NonNullable<RequestedRefund['id']> };
  /** What went out, as the device says. */
  readonly paid: Money | null;
}
