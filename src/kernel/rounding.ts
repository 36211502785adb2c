/** How a quotient that is not whole becomes whole. `half-up` is half away from zero (DOMAIN P2, P3). */
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down';

/**
 * Divides two integers and rounds to an integer in the named way. `up` is away from zero, `down` towards it.
 * @throws RangeError when the divisor is zero.
 */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode = 'half-up'): bigint {
  if (divisor === 0n) throw new RangeError('division by zero');
  const negative = dividend < 0n !== divisor < 0n;
  const numerator = dividend < 0n ? -dividend : dividend;
  const denominator = divisor < 0n ? -divisor : divisor;
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  const magnitude = whole + (goesUp(whole, rest, denominator, mode) ? 1n : 0n);
  return negative ? -magnitude : magnitude;
}

function goesUp(whole: bigint, rest: bigint, denominator: bigint, mode: RoundingMode): boolean {
  if (rest === 0n || mode === 'down') return false;
  if (mode === 'up') return true;
  const twice = rest * 2n;
  if (twice !== denominator) return twice > denominator;
  return mode === 'half-up' || whole % 2n === 1n;
}
