import type { BasketDiscount } from './basket.js';
import type { Money, PricedOrder } from './sdk-types.js';

/** How much comes off: one of the three. */
export type DiscountValue = Pick<BasketDiscount, 'percent' | 'amount' | 'comp'>;

/**
 * About how much a discount takes off, which decides whether a second person is needed: what it is of, less what came off before,
 * rounded up. The register computes the exact amount. `null` while nothing is priced.
 */
export function discountTaken(
  order: PricedOrder | null,
  lineId: string | null,
  { percent, amount }: DiscountValue,
): Money | null {
  if (order === null) return null;
  const { currency } = order.totals.total;
  const lines = order.lines.filter(({ id, combo }) => lineId === null || id === lineId || combo?.id === lineId);
  const left = lines.reduce((sum, { gross, discount }) => sum + gross.amount - discount.amount, 0);
  if (amount !== null) return { amount: Math.min(amount.amount, left), currency };
  if (percent === null) return { amount: left, currency };
  const [whole = '0', fraction = ''] = percent.split('.');
  const millionths = BigInt(whole + fraction.padEnd(6, '0'));
  const divisor = 100_000_000n;
  return { amount: Number((BigInt(left) * millionths + divisor - 1n) / divisor), currency };
}
