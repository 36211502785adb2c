import type { PricingInput } from './basket.js';
import { takeDiscounts } from './discounts.oracle.examples.js';
import { FEATURES, type Seen } from './features.oracle.examples.js';
import { total, units } from './fractions.oracle.examples.js';
import { openLines } from './prices.oracle.examples.js';
import { serviceAfterTax, serviceShares, taxesOf, type Component, type OracleTax } from './taxes.oracle.examples.js';

/**
 * Every number that docs/pricing.md decides. `applications` say who took what: source, id, version, code and level in one
 * word. `taxGroup` says the taxes that apply, in one word, too.
 */
export interface LawfulNumbers {
  readonly lines: readonly {
    readonly lineId: string;
    readonly unitPrice: bigint;
    readonly taxGroup: string;
    readonly gross: bigint;
    readonly discount: bigint;
    readonly applications: readonly { readonly by: string; readonly amount: bigint }[];
    readonly serviceCharge: bigint;
    readonly taxes: readonly Omit<OracleTax, 'mode'>[];
    readonly tax: bigint;
    readonly net: bigint;
    readonly total: bigint;
  }[];
  readonly taxes: readonly OracleTax[];
  readonly totals: {
    readonly subtotal: bigint;
    readonly discount: bigint;
    readonly serviceCharge: bigint;
    readonly tax: bigint;
    readonly exclusiveTax: bigint;
    readonly tip: bigint;
    readonly total: bigint;
  };
}

/**
 * Prices a basket a second time, slowly and from the page alone: exact fractions, one minor unit handed out at a time.
 * Shares no code with the engine, so that the two agree by being right and not by being the same.
 * @param seen is told what happened on the way.
 */
export function lawfulNumbers(input: PricingInput, seen: Seen = new Set()): LawfulNumbers {
  const lines = openLines(input, seen);
  takeDiscounts(input, lines, seen);
  const service = serviceShares(input, lines, seen);
  const goods = lines.map(({ number, remaining, taxGroup }): Component => {
    return { lineNumber: number, of: 'goods', amount: remaining, taxGroup };
  });
  const served = service.shares.map((amount, lineNumber) => ({ lineNumber, of: 'service' as const, amount }));
  const { taxGroup } = service;
  const components = taxGroup === null ? goods : [...goods, ...served.map((share) => ({ ...share, taxGroup }))];
  const { ofLines, ofReceipt } = taxesOf(components, input, seen);
  const beforeService = lines.map(({ remaining, number }) => {
    return remaining + (service.shares[number] as bigint) + onTop(ofLines[number] ?? []);
  });
  const afterTax = serviceAfterTax(input, beforeService, seen);
  const priced = lines.map(({ line, number, unitPrice, taxGroup: { mode, taxes }, gross, remaining, applications }) => {
    const own = ofLines[number] ?? [];
    const tax = total(own.map(({ amount }) => amount));
    const sum = (beforeService[number] as bigint) + (afterTax[number] as bigint);
    return {
      lineId: line.lineId,
      unitPrice,
      taxGroup: [mode, ...taxes.map(({ code, rate, compound }) => `${code} ${rate} ${compound}`)].join(', '),
      gross,
      discount: gross - remaining,
      applications: applications.map(({ discount, amount }) => ({ by: wordFor(discount), amount })),
      serviceCharge: (service.shares[number] as bigint) + (afterTax[number] as bigint),
      taxes: own.map(({ code, rate, base, amount }) => ({ code, rate, base, amount })),
      tax,
      net: sum - tax,
      total: sum,
    };
  });
  noteSize(input, priced, seen);
  return { lines: priced, taxes: ofReceipt, totals: totalsOf(priced, ofReceipt, units(input.tip)) };
}

const onTop = (taxes: readonly OracleTax[]): bigint =>
  total(taxes.filter(({ mode }) => mode === 'exclusive').map(({ amount }) => amount));

/** Names a discount as applications and the oracle do. */
export function wordFor(by: {
  readonly source: string;
  readonly id: string;
  readonly version: number | null;
  readonly code: string | null;
  readonly level: string;
}): string {
  return `${by.source} ${by.id} v${by.version ?? '-'} ${by.code ?? '-'} ${by.level}`;
}

function totalsOf(lines: LawfulNumbers['lines'], taxes: readonly OracleTax[], tip: bigint): LawfulNumbers['totals'] {
  const subtotal = total(lines.map(({ gross }) => gross));
  const discount = total(lines.map((line) => line.discount));
  const serviceCharge = total(lines.map((line) => line.serviceCharge));
  const tax = total(taxes.map(({ amount }) => amount));
  const exclusiveTax = onTop(taxes);
  const sum = subtotal - discount + serviceCharge + exclusiveTax + tip;
  return { subtotal, discount, serviceCharge, tax, exclusiveTax, tip, total: sum };
}

function noteSize({ lines, tip }: PricingInput, priced: LawfulNumbers['lines'], seen: Seen): void {
  if (lines.length === 0) seen.add('lines: none');
  if (lines.length >= 50) seen.add('lines: 50 and more');
  if (lines.some(({ quantity }) => quantity % 10n !== 0n)) seen.add('quantity: of six places');
  if (priced.some(({ gross }) => gross >= 1_000_000_000n)) seen.add('amount: beyond nine digits');
  if (tip.amount > 0) seen.add('tip');
}

/** Counts in how many baskets each feature was seen. */
export class FeatureCounts {
  readonly counts = new Map<string, number>(FEATURES.map((feature) => [feature, 0]));

  /** Adds one basket. */
  add(seen: Seen): void {
    for (const feature of seen) this.counts.set(feature, (this.counts.get(feature) ?? 0) + 1);
  }

  /** Features seen in fewer baskets than that. */
  rarerThan(least: number): string[] {
    return [...this.counts].filter(([, count]) => count < least).map(([feature, count]) => `${feature}: ${count}`);
  }
}
