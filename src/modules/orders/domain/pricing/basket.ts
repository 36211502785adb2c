import type { WallClock } from '../../../../kernel/business-time.js';
import type { Decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';
import type { Channel } from '../channel.js';
import type { Application, Discount } from './discount.js';
import type { Step } from './explanation.js';
import type { BasketTax, TaxAmount, TaxRounding } from './tax-amounts.js';
import type { TaxGroup } from './tax-group.js';

/** How a pricebook, or a person, changed a price on its way from the list. Applied in turn, each rounded, never below zero. */
export type PriceStep = {
  readonly source: 'pricebook' | 'override';
  readonly id: string;
  readonly version: number | null;
  readonly name: string;
  /** Why it applies: the scope that matched, the window that is on, the reason given. */
  readonly reason: string;
} & (
  | { readonly kind: 'absolute'; readonly price: Money }
  /** A change in percent: `-20` takes a fifth off. */
  | { readonly kind: 'percent'; readonly rate: Decimal }
  /** A change by an amount, of either sign. */
  | { readonly kind: 'amount'; readonly amount: Money }
);

/** A choice that goes with an item, for one unit of the line. Its price may be below zero. */
export interface LineModifier {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  /** From 1. */
  readonly quantity: number;
  /** Of one. */
  readonly price: Money;
}

/** Items sold together at one price. Its parts are lines of the basket that name its id. */
export interface BasketCombo {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  /** How many of the combo. */
  readonly quantity: Decimal;
  /** A price of its own for one, which pricebooks change as any price, or something off what the parts cost. */
  readonly pricing:
    | { readonly kind: 'fixed'; readonly listPrice: Money; readonly priceSteps: readonly PriceStep[] }
    | { readonly kind: 'percent_off'; readonly rate: Decimal };
}

/** What pricing needs to know of one line. Quantity is above zero, the list price not below it. */
export interface BasketLine {
  readonly lineId: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly quantity: Decimal;
  readonly listPrice: Money;
  readonly priceSteps: readonly PriceStep[];
  readonly modifiers: readonly LineModifier[];
  /** The combo that it is a part of, and what its choice costs extra in one combo. */
  readonly combo: { readonly id: string; readonly upcharge: Money } | null;
  readonly taxGroup: TaxGroup;
  /** When the line was added: its prices and promotions are those of that moment. */
  readonly clock: WallClock;
  /** False for what nothing may be taken off, such as gift cards. */
  readonly discountable: boolean;
}

/** What the house charges for service on the whole order (DOMAIN P12). */
export interface ServiceCharge {
  readonly name: string;
  /** In percent. */
  readonly rate: Decimal;
  /** `before_tax`: on the discounted amounts as the guest sees them, and taxed by `taxGroup`; `after_tax`: on totals, untaxed. */
  readonly basis: 'before_tax' | 'after_tax';
  /** `null`: not taxed. */
  readonly taxGroup: TaxGroup | null;
}

/** All that a price depends on (DOMAIN P11): the same input gives the same basket to the byte. */
export interface PricingInput {
  readonly engineVersion: '2';
  readonly currency: string;
  readonly channel: Channel;
  readonly taxRounding: TaxRounding;
  readonly taxExempt: boolean;
  /** When the order was placed: what rules about the whole order go by. */
  readonly clock: WallClock;
  /** In the order of their line numbers: ties of an allocation go to the first. */
  readonly lines: readonly BasketLine[];
  readonly combos: readonly BasketCombo[];
  /** In any order; those that turn out not to apply change nothing. */
  readonly discounts: readonly Discount[];
  readonly serviceCharge: ServiceCharge | null;
  /** The guest's gift: outside sales and tax. */
  readonly tip: Money;
}

/** A priced line. */
export interface PricedLine {
  readonly lineId: string;
  /** Of one, with modifiers, as it applies to channel and guest; of a combo's part, its share for one, rounded. */
  readonly unitPrice: Money;
  /** The taxes as they apply to channel and guest. */
  readonly taxGroup: TaxGroup;
  /** Unit price × quantity, rounded once (DOMAIN P2); of a combo's part, its share of the combo's price and its own extras. */
  readonly gross: Money;
  readonly discount: Money;
  /** In the order in which they were applied. */
  readonly applications: readonly Application[];
  /** The line's share of the service charge, without taxes on top of it. */
  readonly serviceCharge: Money;
  /** Taxes of the line and of its share of the service charge: one entry for each code, rate and mode. */
  readonly taxes: readonly TaxAmount[];
  /** All taxes of the line. */
  readonly tax: Money;
  /** `total` less `tax`. */
  readonly net: Money;
  /** What the guest pays for the line: gross − discount + service charge, and exclusive taxes of both. */
  readonly total: Money;
}

export interface BasketTotals {
  readonly subtotal: Money;
  readonly discount: Money;
  readonly serviceCharge: Money;
  /** All taxes, inside and on top of prices. */
  readonly tax: Money;
  /** Only the taxes on top of prices. */
  readonly exclusiveTax: Money;
  readonly tip: Money;
  /** What the guest pays before cash rounding: subtotal − discount + serviceCharge + exclusiveTax + tip. */
  readonly total: Money;
}

export interface PricedBasket {
  readonly lines: readonly PricedLine[];
  readonly taxes: readonly BasketTax[];
  readonly totals: BasketTotals;
  readonly explanation: readonly Step[];
  readonly engineVersion: string;
}
