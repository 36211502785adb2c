import { formatDecimal, type Decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';
import type { PricedBasket, PricingInput } from './basket.js';
import type { PricingRule } from './explanation.js';
import type { Seen } from './features.oracle.examples.js';
import { lawfulNumbers, wordFor, type LawfulNumbers } from './oracle.examples.js';

/** The function that is examined. */
export type Engine = (input: PricingInput) => PricedBasket;

/** The first number that is not as it must be. */
export interface Difference {
  /** Where: `lines[2].discount`. */
  readonly at: string;
  readonly engine: string;
  readonly law: string;
}

/** Prices a basket with the engine and by the law, and finds the first number in which they differ. */
export function examine(engine: Engine, input: PricingInput, seen: Seen = new Set()): Difference | undefined {
  const law = lawfulNumbers(input, seen);
  let basket: PricedBasket;
  try {
    basket = engine(input);
  } catch (error) {
    return {
      at: 'engine',
      engine: error instanceof Error ? (error.stack ?? error.message) : String(error),
      law: 'prices it',
    };
  }
  return (
    oddAmount(basket, input.currency, '') ??
    firstDifference(engineNumbers(basket), law, '') ??
    firstDifference(sumsOf(basket), lawfulSums(law), '') ??
    unknownLine(basket)
  );
}

/** An amount anywhere in the basket that is not whole, of another currency, or a negative zero, which is another text in store. */
function oddAmount(value: unknown, currency: string, at: string): Difference | undefined {
  if (!isTree(value)) return undefined;
  if ('currency' in value) {
    const { amount } = value;
    const isWhole = Number.isSafeInteger(amount) && !Object.is(amount, -0);
    if (isWhole && value['currency'] === currency) return undefined;
    return {
      at,
      engine: `${Object.is(amount, -0) ? '-0' : String(amount)} ${String(value['currency'])}`,
      law: currency,
    };
  }
  for (const key of Object.keys(value)) {
    const found = oddAmount(value[key], currency, at === '' ? key : `${at}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The numbers of a priced basket as the oracle writes them. */
function engineNumbers({ lines, taxes, totals }: PricedBasket): LawfulNumbers {
  return {
    lines: lines.map((line) => ({
      lineId: line.lineId,
      unitPrice: units(line.unitPrice),
      taxGroup: wordForTaxes(line.taxGroup),
      gross: units(line.gross),
      discount: units(line.discount),
      applications: line.applications.map((application) => {
        const by = application.lineId === line.lineId ? wordFor(application) : `of line ${application.lineId}`;
        return { by, amount: units(application.amount) };
      }),
      serviceCharge: units(line.serviceCharge),
      taxes: line.taxes.map(({ code, rate, base, amount }) => ({
        code,
        rate,
        base: units(base),
        amount: units(amount),
      })),
      tax: units(line.tax),
      net: units(line.net),
      total: units(line.total),
    })),
    taxes: taxes.map(({ code, rate, mode, base, amount }) => {
      return { code, rate, mode, base: units(base), amount: units(amount) };
    }),
    totals: {
      subtotal: units(totals.subtotal),
      discount: units(totals.discount),
      serviceCharge: units(totals.serviceCharge),
      tax: units(totals.tax),
      exclusiveTax: units(totals.exclusiveTax),
      tip: units(totals.tip),
      total: units(totals.total),
    },
  };
}

function wordForTaxes({ mode, taxes, channelSwitch }: PricedBasket['lines'][number]['taxGroup']): string {
  const words = [mode, ...taxes.map(({ code, rate, compound }) => `${code} ${rate} ${compound}`)];
  // Orders freeze the resolved group: a switch that is left in it would be thrown again when the order is priced again.
  if (channelSwitch !== undefined) words.push('with a switch');
  return words.join(', ');
}

const units = ({ amount }: Money): bigint => BigInt(amount);

/** Sums that hold in every basket, whatever the law says about each number. */
function sumsOf({ lines, explanation, taxes }: PricedBasket): Record<string, bigint> {
  const added = (...rules: PricingRule[]): bigint =>
    explanation.reduce((sum, { rule, adds }) => (rules.includes(rule) ? sum + units(adds) : sum), 0n);
  const ofLines = (of: 'tax' | 'discount' | 'gross' | 'serviceCharge' | 'total'): bigint =>
    lines.reduce((sum, line) => sum + units(line[of]), 0n);
  return {
    'explanation: all': explanation.reduce((sum, { adds }) => sum + units(adds), 0n),
    'explanation: line_amount': added('line_amount'),
    'explanation: discount': added('discount'),
    'explanation: service_charge': added('service_charge'),
    'explanation: tax': added('tax'),
    'explanation: tip': added('tip'),
    'lines: gross': ofLines('gross'),
    'lines: discount': ofLines('discount'),
    'lines: applications': lines.reduce(
      (sum, { applications }) => sum + applications.reduce((all, { amount }) => all + units(amount), 0n),
      0n,
    ),
    'lines: service charge': ofLines('serviceCharge'),
    'lines: tax': ofLines('tax'),
    'lines: taxes': lines.reduce(
      (sum, line) => sum + line.taxes.reduce((all, { amount }) => all + units(amount), 0n),
      0n,
    ),
    'lines: total': ofLines('total'),
    'receipt: taxes': taxes.reduce((sum, { amount }) => sum + units(amount), 0n),
  };
}

function lawfulSums({ totals }: LawfulNumbers): Record<string, bigint> {
  const { subtotal, discount, serviceCharge, tax, exclusiveTax, tip, total } = totals;
  return {
    'explanation: all': total,
    'explanation: line_amount': subtotal,
    'explanation: discount': -discount,
    'explanation: service_charge': serviceCharge,
    'explanation: tax': exclusiveTax,
    'explanation: tip': tip,
    'lines: gross': subtotal,
    'lines: discount': discount,
    'lines: applications': discount,
    'lines: service charge': serviceCharge,
    'lines: tax': tax,
    'lines: taxes': tax,
    'lines: total': total - tip,
    'receipt: taxes': tax,
  };
}

function unknownLine({ lines, explanation }: PricedBasket): Difference | undefined {
  const known = new Set(lines.map(({ lineId }) => lineId));
  const at = explanation.findIndex(({ lineId }) => lineId !== undefined && !known.has(lineId));
  if (at === -1) return undefined;
  return { at: `explanation[${at}].lineId`, engine: String(explanation[at]?.lineId), law: 'a line of the basket' };
}

/** Walks two values side by side, in the order of the law's members. */
function firstDifference(engine: unknown, law: unknown, at: string): Difference | undefined {
  if (Object.is(engine, law)) return undefined;
  if (!isTree(engine) || !isTree(law)) return { at, engine: textOf(engine), law: textOf(law) };
  for (const key of new Set([...Object.keys(law), ...Object.keys(engine)])) {
    const place = Array.isArray(law) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`;
    const found = firstDifference(engine[key], law[key], place);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A value for people: JSON, with decimals as such and whole numbers without limit as they are. */
export function textOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'bigint') return value.toString();
  const write = (_: string, part: unknown): unknown =>
    typeof part === 'bigint' ? formatDecimal(part as Decimal) : part;
  return JSON.stringify(value, write);
}
