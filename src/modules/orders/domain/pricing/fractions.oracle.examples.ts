import type { Decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';

// The arithmetic of the oracle: whole numbers without limit and exact fractions of them. Nothing here is the engine's.

/** A number as numerator and positive denominator. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

/** A whole number as a fraction. */
export const whole = (value: bigint): Fraction => [value, 1n];
/** A sum. */
export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
/** A product. */
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
/** A quotient by what is above zero. */
export const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];
/** Below zero, zero or above, as the first is less, the same or more. */
export const compare = ([a, b]: Fraction, [c, d]: Fraction): number =>
  Number(a * d - c * b > 0n) - Number(a * d < c * b);

/** All of them together. */
export const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
/** The smaller of two. */
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
/** Never below zero. */
export const floored = (value: bigint): bigint => (value < 0n ? 0n : value);

/** An amount of money in minor units. */
export const units = ({ amount }: Money): bigint => BigInt(amount);
/** A quantity, which is kept in millionths. */
export const quantity = (millionths: Decimal): Fraction => [millionths, 1_000_000n];
/** A percentage, which is kept in millionths of one per cent. */
export const percent = (millionths: Decimal): Fraction => [millionths, 100_000_000n];

/** Half away from zero to a whole number: the magnitude and a half, floored, with its sign. */
export function rounded([numerator, denominator]: Fraction): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const whole = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -whole : whole;
}

/** An amount times a fraction, rounded. */
export const share = (amount: bigint, part: Fraction): bigint => rounded(times(whole(amount), part));

/**
 * DOMAIN P4, said in one sentence: each gets the floor of what it is owed, and as long as a unit is left, the one with the
 * largest fraction that has not had one gets it, the first of equals.
 * @param amount not below zero.
 */
export function allocated(amount: bigint, weights: readonly Fraction[]): bigint[] {
  const sum = weights.reduce(plus, whole(0n));
  const owed = weights.map((weight): Fraction => {
    return sum[0] === 0n ? [amount, BigInt(weights.length)] : over(times(whole(amount), weight), sum);
  });
  const shares = owed.map(([numerator, denominator]) => numerator / denominator);
  const fractions = owed.map(([numerator, denominator]): Fraction => [numerator % denominator, denominator]);
  const served = new Set<number>();
  for (let left = amount - total(shares); left > 0n; left -= 1n) {
    let best = -1;
    fractions.forEach((fraction, index) => {
      if (served.has(index)) return;
      if (best === -1 || compare(fraction, fractions[best] as Fraction) > 0) best = index;
    });
    served.add(best);
    shares[best] = (shares[best] as bigint) + 1n;
  }
  return shares;
}
