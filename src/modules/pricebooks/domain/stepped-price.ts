import { DECIMAL_ONE } from '../../../kernel/decimal.js';
import { add, fromBigInt, zero, type Money } from '../../../kernel/money.js';
import { divideRounded } from '../../../kernel/rounding.js';
import type { PriceEffect } from './price-effect.js';

const PERCENT = 100n * DECIMAL_ONE;

/**
 * The price after an effect, as docs/pricing.md (section 1) has it: percentages rounded half away from zero to a whole minor
 * unit, never below zero. @throws Refusal `currency_mismatch`, `amount_out_of_range`.
 */
export function priceAfter(price: Money, effect: PriceEffect): Money {
  const changed = changedBy(price, effect);
  return changed.amount < 0 ? zero(price.currency) : changed;
}

function changedBy(price: Money, effect: PriceEffect): Money {
  if (effect.kind === 'absolute') return effect.price;
  if (effect.kind === 'amount') return add(price, effect.amount);
  const change = divideRounded(BigInt(price.amount) * effect.rate, PERCENT);
  return add(price, fromBigInt(change, price.currency));
}
