import { fromBigInt, type Money } from './money.js';

/**
 * Splits an amount over weights without losing or gaining a minor unit (DOMAIN P4): each share is floored, what remains
 * goes to the largest fractions, ties to the lowest index. A negative amount is split by absolute value; all weights zero
 * means equal parts.
 * @throws RangeError when there are no weights, or one is negative.
 */
export function allocate(amount: Money, weights: readonly bigint[]): Money[] {
  if (weights.length === 0) throw new RangeError('nothing to allocate to');
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is negative');
  const totalWeight = weights.reduce((total, weight) => total + weight, 0n);
  const effective = totalWeight === 0n ? weights.map(() => 1n) : weights;
  const shares = largestRemainder(BigInt(Math.abs(amount.amount)), effective);
  return shares.map((share) => fromBigInt(amount.amount < 0 ? -share : share, amount.currency));
}

function largestRemainder(magnitude: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = weights.map((weight) => (magnitude * weight) / total);
  let left = magnitude - shares.reduce((sum, share) => sum + share, 0n);
  if (left === 0n) return shares;
  const byFraction = weights
    .map((weight, index) => ({ index, fraction: (magnitude * weight) % total }))
    .sort((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction > b.fraction ? -1 : 1));
  for (const { index } of byFraction) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares;
}
