import type { WallClock } from '../../../kernel/business-time.js';
import type { Decimal } from '../../../kernel/decimal.js';
import type { Id } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { BasketCombo, LineModifier, PriceStep } from './pricing/basket.js';
import type { Application } from './pricing/discount.js';
import type { TaxAmount } from './pricing/tax-amounts.js';
import type { TaxGroup } from './pricing/tax-group.js';

/** Names a line, and a combo as well: a combo is changed, taken off and given back as if it were one line. */
export type OrderLineId = Id<'order-line'>;

/** The combo that a line is a part of. All its parts say the same. */
export interface LineCombo {
  readonly id: OrderLineId;
  readonly sku: string;
  readonly name: string;
  /** How many of the combo. */
  readonly quantity: Decimal;
}

/** The gift card that a line sells, by what may be known of it. */
export interface SoldGiftCard {
  readonly cardId: string;
  /** The last four characters of its code. */
  readonly last4: string;
}

/** What a line says beside what its price depends on. */
export interface LineFacts {
  readonly id: OrderLineId;
  readonly itemId: string | null;
  readonly unit: string;
  readonly note: string | null;
  readonly giftCard: SoldGiftCard | null;
  /** When it was added, by the till's clock for what came with the order, by ours for what came later. */
  readonly addedAt: Date;
}

/** An item to sell, with what catalogue, pricebooks and outlet say of it now: the order keeps these copies (DOMAIN P8). */
export interface NewLine extends LineFacts {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly quantity: Decimal;
  readonly listPrice: Money;
  readonly priceSteps: readonly PriceStep[];
  readonly modifiers: readonly LineModifier[];
  /** The combo among those added with it, and what the choice costs extra in one combo. */
  readonly combo: { readonly id: OrderLineId; readonly upcharge: Money } | null;
  readonly taxGroup: TaxGroup;
  readonly clock: WallClock;
  readonly discountable: boolean;
  /** JSON Pointer to it in the request. */
  readonly pointer: string;
}

/** A combo to sell; its parts are among the lines that are added with it. */
export interface NewCombo extends BasketCombo {
  readonly id: OrderLineId;
}

/** A price that a person set in place of the house's (DOMAIN P9). */
export interface PriceOverride {
  /** The line, or the combo. */
  readonly lineId: OrderLineId;
  readonly sku: string;
  /** What it would have cost. */
  readonly before: Money;
  readonly price: Money;
  readonly reason: string;
}

/** What is added to an order in one go. */
export interface NewItems {
  readonly lines: readonly NewLine[];
  readonly combos: readonly NewCombo[];
  readonly overrides: readonly PriceOverride[];
}

export interface OrderLine extends LineFacts {
  /** From 1 in order of entry; the number of a removed line is free again only when it was the last. */
  readonly lineNumber: number;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly quantity: Decimal;
  /** With modifiers, as it applies to the order's channel and guest; of a combo's part its share for one, rounded. */
  readonly unitPrice: Money;
  /** The taxes as they apply to the order's channel and guest: a switch between channels is already resolved. */
  readonly taxGroup: TaxGroup;
  readonly modifiers: readonly LineModifier[];
  readonly combo: LineCombo | null;
  readonly gross: Money;
  readonly discount: Money;
  /** What took off how much, in the order of application: frozen with the sale (DOMAIN P5). */
  readonly applications: readonly Application[];
  /** The line's share of the service charge. */
  readonly serviceCharge: Money;
  readonly taxes: readonly TaxAmount[];
  readonly tax: Money;
  readonly net: Money;
  readonly total: Money;
  /** How much of `quantity` the kitchen was told to make; less only where the line became less. */
  readonly firedQuantity: Decimal;
  /** When some of it was last fired; `null`: never. */
  readonly firedAt: Date | null;
  readonly refundedQuantity: Decimal;
  /** Of `total`. */
  readonly refundedAmount: Money;
  /** Of `tax`; part of `refundedAmount`. */
  readonly refundedTax: Money;
}
