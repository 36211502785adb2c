import type { Channel } from '../domain/channel.js';
import type { DiscountCategory } from '../domain/manual-discount.js';
import type { Payer } from '../ports/tender-desk.js';

/** Money as JSON writes it. */
export interface WrittenMoney {
  readonly amount: number;
  readonly currency: string;
}

/** A chosen modifier as JSON writes it, on any level. */
export interface WrittenModifier {
  readonly modifier: string;
  readonly group?: string;
  readonly quantity?: number;
  readonly modifiers?: readonly WrittenModifier[];
}

/** What is chosen for a slot of a combo, as JSON writes it. */
export interface WrittenComponent {
  readonly id?: string;
  readonly slot: string;
  readonly sku: string;
  readonly quantity?: number;
  readonly modifiers?: readonly (string | WrittenModifier)[];
  readonly note?: string | null;
}

/** A line as JSON writes it: quantities are decimal strings. */
export interface WrittenLine {
  readonly id?: string;
  readonly sku: string;
  readonly quantity?: string;
  readonly modifiers?: readonly (string | WrittenModifier)[];
  readonly components?: readonly WrittenComponent[];
  readonly note?: string | null;
  readonly unitPrice?: WrittenMoney;
  readonly priceOverride?: {
    readonly unitPrice: WrittenMoney;
    readonly reason: string;
    readonly approvalId?: string;
  };
  readonly giftCardCode?: string;
}

/** Something that a person takes off, as JSON writes it: exactly one of `percent`, `amount` and `comp`. */
export interface WrittenDiscount {
  readonly id?: string;
  readonly lineId?: string;
  readonly percent?: string;
  readonly amount?: WrittenMoney;
  readonly comp?: true;
  readonly category?: DiscountCategory;
  readonly reason: string;
  readonly approvalId?: string;
}

/** A payment as JSON writes it. */
export interface WrittenPayment {
  readonly id?: string;
  readonly tender: string;
  readonly amount: WrittenMoney;
  readonly reference?: string | null;
  readonly giftCard?: { readonly code: string };
  readonly houseAccount?: { readonly account: string };
  readonly payer?: Payer;
  readonly acceptDoubt?: boolean;
}

/** A refund as JSON writes it: exactly one of `lines` and `amount`. */
export interface WrittenRefund {
  readonly id?: string;
  readonly lines?: readonly { readonly lineId: string; readonly quantity: string }[];
  readonly amount?: WrittenMoney;
  readonly reason: string;
  readonly tender?: string;
  readonly drawerSessionId?: string;
  readonly approvalId?: string;
}

/** A sale as JSON writes it (API.md "The sale"): the body of `POST /orders`, and what tills make their sales of. */
export interface WrittenSale {
  readonly id?: string;
  readonly outletId: string;
  readonly channel?: Channel;
  readonly placedAt?: string;
  readonly lines?: readonly WrittenLine[];
  readonly promoCodes?: readonly string[];
  readonly customerId?: string | null;
  readonly tableId?: string | null;
  readonly note?: string | null;
  readonly receiptNumber?: string | null;
  readonly discounts?: readonly WrittenDiscount[];
  readonly tip?: WrittenMoney;
  readonly taxExemption?: { readonly reference: string };
  readonly waiveServiceCharge?: boolean;
  readonly payments?: readonly WrittenPayment[];
  readonly drawerSessionId?: string;
  readonly complete?: boolean;
}

/** What the kitchen is to make, as JSON writes it; without lines everything. */
export interface WrittenFiring {
  readonly lines?: readonly { readonly lineId: string; readonly quantity?: string }[];
}
