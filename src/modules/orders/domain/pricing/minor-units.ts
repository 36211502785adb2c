import { allocate } from '../../../../kernel/allocation.js';
import { money } from '../../../../kernel/money.js';
import { divideRounded } from '../../../../kernel/rounding.js';

// The arithmetic of engine 2. Amounts, quantities and rates are whole numbers (minor units, millionths), and a product of two
// of them is exact below 2^53; only beyond does it take big integers, which cost twenty times as much.

/** Millionths in one: the scale of quantities. */
export const ONE = 1_000_000;
/** A hundred per cent in millionths of one per cent: the scale of rates. */
export const WHOLE_RATE = 100_000_000;

/** `value × factor ÷ divisor`, exact, then rounded half away from zero. Beyond 2^53 the result is too large to be money. */
export function scaled(value: number, factor: number, divisor: number): number {
  const product = value * factor;
  if (!Number.isSafeInteger(product)) {
    return Number(divideRounded(BigInt(value) * BigInt(factor), BigInt(divisor), 'half-up'));
  }
  const magnitude = product < 0 ? -product : product;
  const rest = magnitude % divisor;
  const whole = (magnitude - rest) / divisor + (rest >= divisor - rest ? 1 : 0);
  return product < 0 ? 0 - whole : whole;
}

/** `value × units × rate ÷ (quantity × 100)`, rounded: what a rate in percent takes off some units of a line. */
export function scaledByUnits(value: number, units: number, rate: number, quantity: number): number {
  const factor = units * rate;
  const divisor = quantity * 100;
  if (Number.isSafeInteger(factor) && Number.isSafeInteger(divisor)) return scaled(value, factor, divisor);
  const dividend = BigInt(value) * BigInt(units) * BigInt(rate);
  return Number(divideRounded(dividend, BigInt(quantity) * 100n, 'half-up'));
}

/** Compares `a ÷ ofA` with `b ÷ ofB` exactly: below, at or above zero as the first is less, equal or more. */
export function compareFractions(a: number, ofA: number, b: number, ofB: number): number {
  const left = a * ofB;
  const right = b * ofA;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference = BigInt(a) * BigInt(ofB) - BigInt(b) * BigInt(ofA);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Splits an amount over weights by largest remainder (DOMAIN P4), as the kernel's `allocate` does and with the same result.
 * @throws RangeError when there are no weights.
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  let total = 0;
  let heaviest = 0;
  for (const weight of weights) {
    total += weight;
    if (weight > heaviest) heaviest = weight;
  }
  const exact = Number.isSafeInteger(total) && Number.isSafeInteger(amount * heaviest);
  if (amount < 0 || total === 0 || !exact) {
    return allocate(money(amount, 'XXX'), weights.map(BigInt)).map((share) => share.amount);
  }
  const shares: number[] = [];
  const fractions: number[] = [];
  let left = amount;
  for (const weight of weights) {
    const product = amount * weight;
    const fraction = product % total;
    const share = (product - fraction) / total;
    shares.push(share);
    fractions.push(fraction);
    left -= share;
  }
  if (left > 0) giveRest(shares, fractions, left);
  return shares;
}

function giveRest(shares: number[], fractions: readonly number[], left: number): void {
  const order = fractions.map((_, index) => index);
  order.sort((a, b) => (fractions[b] as number) - (fractions[a] as number) || a - b);
  for (let turn = 0; turn < left; turn += 1) (shares[order[turn] as number] as number) += 1;
}
