import type { PricingInput } from './basket.js';
import type { Tax, TaxGroup } from '../tax-group.js';

/**
 * Prices a basket a second time, slowly and from the rules alone: exact fractions, one minor unit handed out at a time.
 * Shares no code with the engine, so that the two agree by being right and not by being the same.
 */
export interface OraclePrices {
  readonly lines: readonly { gross: bigint; tax: bigint; taxes: readonly bigint[]; net: bigint; total: bigint }[];
  /** By code, rate and mode. */
  readonly taxes: ReadonlyMap<string, { base: bigint; amount: bigint }>;
  readonly total: bigint;
}

/** A number as numerator and positive denominator. */
type Fraction = readonly [bigint, bigint];

const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];
const whole = (value: bigint): Fraction => [value, 1n];
const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/** Of amounts that are never negative, half away from zero is half up: the floor of the value and a half. */
function rounded([numerator, denominator]: Fraction): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function rateOf({ rate }: Tax): Fraction {
  return [rate, 1_000_000n * 100n];
}

/** What each tax comes to on a net of one. */
function factors(taxes: readonly Tax[]): Fraction[] {
  const found: Fraction[] = [];
  for (const tax of taxes) {
    const base = tax.compound ? found.reduce(plus, whole(1n)) : whole(1n);
    found.push(times(base, rateOf(tax)));
  }
  return found;
}

function grossFactor(taxes: readonly Tax[]): Fraction {
  return factors(taxes).reduce(plus, whole(1n));
}

/** Largest remainder, said in one sentence: as long as a unit is left, the share that is owed most gets it. */
function share(amount: bigint, weights: readonly Fraction[]): bigint[] {
  const sum = weights.reduce(plus, whole(0n));
  const even = sum[0] === 0n;
  const owed = weights.map((weight) => {
    return even ? ([amount, BigInt(weights.length)] as const) : over(times(whole(amount), weight), sum);
  });
  const shares = owed.map(([numerator, denominator]) => numerator / denominator);
  const got = new Set<number>();
  while (total(shares) < amount) {
    let best = -1;
    owed.forEach(([numerator, denominator], index) => {
      if (got.has(index)) return;
      const [bestNumerator, bestDenominator] = owed[best] ?? [0n, 1n];
      if (best === -1 || (numerator % denominator) * bestDenominator > (bestNumerator % bestDenominator) * denominator)
        best = index;
    });
    got.add(best);
    shares[best] = (shares[best] ?? 0n) + 1n;
  }
  return shares;
}

function resolved(
  line: PricingInput['lines'][number],
  input: PricingInput,
): { price: bigint; mode: TaxGroup['mode']; taxes: Tax[] } {
  const { mode, taxes: own, channelSwitch } = line.taxGroup;
  let price = BigInt(line.unitPrice.amount);
  let taxes = [...own];
  if (channelSwitch?.channels.includes(input.channel)) {
    const change = over(grossFactor(channelSwitch.taxes), grossFactor(own));
    if (mode === 'inclusive' && channelSwitch.policy === 'keep_net') price = rounded(times(whole(price), change));
    if (mode === 'exclusive' && channelSwitch.policy === 'keep_gross') price = rounded(over(whole(price), change));
    taxes = [...channelSwitch.taxes];
  }
  if (input.taxExempt) {
    if (mode === 'inclusive') price = rounded(over(whole(price), grossFactor(taxes)));
    taxes = taxes.map((tax) => ({ ...tax, rate: 0n as Tax['rate'] }));
  }
  return { price, mode, taxes };
}

/** Net and taxes of one amount. */
function taken(amount: bigint, mode: TaxGroup['mode'], taxes: readonly Tax[]): { net: bigint; amounts: bigint[] } {
  if (mode === 'inclusive') {
    const net = rounded(over(whole(amount), grossFactor(taxes)));
    return { net, amounts: taxes.length === 0 ? [] : share(amount - net, factors(taxes)) };
  }
  const amounts: bigint[] = [];
  for (const tax of taxes)
    amounts.push(rounded(times(whole(amount + (tax.compound ? total(amounts) : 0n)), rateOf(tax))));
  return { net: amount, amounts };
}

/** Every number of a priced basket that the rules decide (DOMAIN P2–P4). */
export function oraclePrices(input: PricingInput): OraclePrices {
  const lines = input.lines.map((line) => {
    const { price, mode, taxes } = resolved(line, input);
    const gross = rounded([price * line.quantity, 1_000_000n]);
    return { mode, taxes, gross, amounts: [] as bigint[] };
  });
  const keys = lines.map(({ mode, taxes }, index) => {
    const set = taxes.map(({ code, rate, compound }) => `${code}/${rate}/${compound}`).join(' ');
    return input.taxRounding === 'line' ? `${index}` : `${mode} ${set}`;
  });
  const sums = new Map<string, { base: bigint; amount: bigint }>();
  for (const key of new Set(keys)) {
    const batch = lines.filter((_, index) => keys[index] === key);
    const [{ mode, taxes }] = batch as [(typeof lines)[number]];
    const { net, amounts } = taken(total(batch.map(({ gross }) => gross)), mode, taxes);
    let left = share(
      total(amounts),
      batch.map(({ gross }) => whole(gross)),
    );
    taxes.forEach(({ code, rate, compound }, index) => {
      const amount = amounts[index] ?? 0n;
      const shares = share(amount, left.map(whole));
      left = left.map((rest, line) => rest - (shares[line] ?? 0n));
      batch.forEach((line, position) => line.amounts.push(shares[position] ?? 0n));
      const sum = sums.get(`${code} ${rate} ${mode}`) ?? { base: 0n, amount: 0n };
      const base = net + (compound ? total(amounts.slice(0, index)) : 0n);
      sums.set(`${code} ${rate} ${mode}`, { base: sum.base + base, amount: sum.amount + amount });
    });
  }
  const priced = lines.map(({ gross, mode, amounts }) => {
    const tax = total(amounts);
    return {
      gross,
      tax,
      taxes: amounts,
      net: mode === 'inclusive' ? gross - tax : gross,
      total: mode === 'inclusive' ? gross : gross + tax,
    };
  });
  return { lines: priced, taxes: sums, total: total(priced.map((line) => line.total)) };
}
