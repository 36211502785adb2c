import { allocate } from '../../../../kernel/allocation.js';
import { add, fromBigInt, money, subtract, sum, type Money } from '../../../../kernel/money.js';
import { divideRounded } from '../../../../kernel/rounding.js';
import type { TaxAmount } from './tax-amounts.js';
import { taxShares, type Tax, type TaxMode, type TaxShares } from './tax-group.js';

/** An amount that one set of taxes applies to, taken apart. `net + tax` is what the guest pays. */
export interface TaxedAmount {
  readonly net: Money;
  /** All taxes together. */
  readonly tax: Money;
  readonly taxes: readonly TaxAmount[];
}

/**
 * Computes the taxes of one amount, each rounded half away from zero (DOMAIN P3). Exclusive taxes come on top. Of an amount
 * that contains them, net is rounded and the rest is tax, shared over several taxes by largest remainder: net and taxes are
 * always the amount. The base of a compound tax includes the earlier taxes as rounded, so that the receipt can be checked.
 * @param amount the discounted amount, not below zero, as the guest sees it.
 */
export function taxOf(amount: Money, mode: TaxMode, taxes: readonly Tax[]): TaxedAmount {
  if (mode === 'exclusive') return exclusiveTaxOf(amount, taxes);
  const shares = taxShares(taxes);
  const net = fromBigInt(divideRounded(BigInt(amount.amount) * shares.net, shares.gross, 'half-up'), amount.currency);
  const tax = subtract(amount, net);
  return { net, tax, taxes: withBases(net, taxes, splitInclusive(tax, shares)) };
}

function splitInclusive(tax: Money, shares: TaxShares): readonly Money[] {
  if (shares.taxes.length === 0) return [];
  return shares.taxes.length === 1 ? [tax] : allocate(tax, shares.taxes);
}

function exclusiveTaxOf(net: Money, taxes: readonly Tax[]): TaxedAmount {
  const amounts: Money[] = [];
  let withTaxes = net;
  for (const { rate, compound } of taxes) {
    const base = BigInt((compound ? withTaxes : net).amount);
    const amount = fromBigInt(divideRounded(base * rate, PERCENT_SCALE, 'half-up'), net.currency);
    amounts.push(amount);
    withTaxes = add(withTaxes, amount);
  }
  return { net, tax: subtract(withTaxes, net), taxes: withBases(net, taxes, amounts) };
}

/** A hundred per cent in millionths of one per cent. */
const PERCENT_SCALE = 100_000_000n;

function withBases(net: Money, taxes: readonly Tax[], amounts: readonly Money[]): TaxAmount[] {
  let withTaxes = net;
  return taxes.map(({ code, name, rate, compound }, index) => {
    const amount = amounts[index] ?? money(0, net.currency);
    const base = compound ? withTaxes : net;
    withTaxes = add(withTaxes, amount);
    return { code, name, rate, base, amount };
  });
}

/**
 * Shares the taxes of an amount over the lines that make it up, by largest remainder (DOMAIN P4): first all taxes together
 * over the line amounts, then each tax over what is left of the lines' shares. So no line bears more tax than its amount
 * contains, and both the lines and the taxes add up.
 * @param amounts the discounted line amounts in the order of their line numbers; they sum to what was taxed.
 */
export function shareTaxes(
  taxed: TaxedAmount,
  mode: TaxMode,
  taxes: readonly Tax[],
  amounts: readonly Money[],
): TaxedAmount[] {
  if (amounts.length === 1) return [taxed];
  const ofLines = allocate(taxed.tax, amounts.map(weightOf));
  const parts = taxes.length === 1 ? ofLines.map((tax) => [tax]) : shareEachTax(taxed.taxes, ofLines);
  return amounts.map((amount, index) => {
    const lineParts = parts[index] ?? [];
    const tax = sum(lineParts, amount.currency);
    const net = mode === 'inclusive' ? subtract(amount, tax) : amount;
    return { net, tax, taxes: withBases(net, taxes, lineParts) };
  });
}

function shareEachTax(taxes: readonly TaxAmount[], ofLines: readonly Money[]): Money[][] {
  const parts: Money[][] = ofLines.map(() => []);
  let left = ofLines;
  for (const { amount } of taxes) {
    const shares = allocate(amount, left.map(weightOf));
    shares.forEach((share, line) => parts[line]?.push(share));
    left = left.map((rest, line) => subtract(rest, shares[line] ?? rest));
  }
  return parts;
}

function weightOf(amount: Money): bigint {
  return BigInt(amount.amount);
}
