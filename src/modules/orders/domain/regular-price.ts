import { DECIMAL_ONE, type Decimal } from '../../../kernel/decimal.js';
import { fromBigInt, money, multiply, subtract, sum, type Money } from '../../../kernel/money.js';
import { divideRounded } from '../../../kernel/rounding.js';
import type { PriceStep } from './pricing/basket.js';
import { afterPriceSteps, openLedger } from './pricing/unit-prices.js';

const HUNDRED_PERCENT = 100_000_000n;

/**
 * What one of an item costs at a place and time, before modifiers, combos, discounts and taxes: what a till shows
 * (docs/pricing.md, section 1, step 2).
 * @throws Refusal `currency_mismatch` when a step is in another currency.
 */
export function regularPriceOf(listPrice: Money, steps: readonly PriceStep[]): Money {
  if (steps.length === 0) return listPrice;
  const { currency } = listPrice;
  return money(afterPriceSteps(listPrice.amount, steps, undefined, openLedger(currency)), currency);
}

/**
 * What one combo costs that is sold at something off its parts (docs/pricing.md, section 2), before what choices cost extra.
 * @param parts their regular prices, and how many of each are in one combo.
 */
export function partsLess(
  parts: readonly { readonly price: Money; readonly quantity: number }[],
  rate: Decimal,
  currency: string,
): Money {
  const whole = sum(
    parts.map(({ price, quantity }) => multiply(price, (BigInt(quantity) * DECIMAL_ONE) as Decimal)),
    currency,
  );
  return subtract(whole, fromBigInt(divideRounded(BigInt(whole.amount) * rate, HUNDRED_PERCENT, 'half-up'), currency));
}

/** A price that a person set, as the last step of a price. */
export function overrideStep(price: Money, reason: string): PriceStep {
  return { source: 'override', id: 'override', version: null, name: 'Price override', reason, kind: 'absolute', price };
}
