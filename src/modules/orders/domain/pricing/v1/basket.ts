import type { Decimal } from '../../../../../kernel/decimal.js';
import type { Money } from '../../../../../kernel/money.js';
import type { Channel } from '../../channel.js';
import type { Step } from '../explanation.js';
import type { BasketTax, TaxAmount, TaxRounding } from '../tax-amounts.js';
import type { TaxGroup } from '../tax-group.js';

/** What pricing needs to know of one line. Quantity is above zero, the price not below it. */
export interface BasketLine {
  readonly lineId: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly unitPrice: Money;
  readonly quantity: Decimal;
  readonly taxGroup: TaxGroup;
}

/** All that a price depends on (DOMAIN P11): the same input gives the same basket to the byte. */
export interface PricingInput {
  readonly currency: string;
  /** In the order of their line numbers: ties of an allocation go to the first. */
  readonly lines: readonly BasketLine[];
  readonly channel: Channel;
  readonly taxRounding: TaxRounding;
  readonly taxExempt: boolean;
  readonly engineVersion: string;
}

/** A priced line. `unitPrice` and `taxGroup` are as they apply to this channel and guest (`resolvePrice`). */
export interface PricedLine extends BasketLine {
  /** Unit price × quantity, rounded once (DOMAIN P2). */
  readonly gross: Money;
  readonly discount: Money;
  readonly taxes: readonly TaxAmount[];
  /** All taxes of the line. */
  readonly tax: Money;
  /** `total` less `tax`. */
  readonly net: Money;
  /** What the guest pays for the line: gross less discount, and exclusive taxes. */
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
  /** What the guest pays before tip and cash rounding: subtotal − discount + serviceCharge + exclusiveTax. */
  readonly total: Money;
}

export interface PricedBasket {
  readonly lines: readonly PricedLine[];
  readonly taxes: readonly BasketTax[];
  readonly totals: BasketTotals;
  readonly explanation: readonly Step[];
  readonly engineVersion: string;
}
