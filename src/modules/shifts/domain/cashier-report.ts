import { money, zero, type Money } from '../../../kernel/money.js';

/** What is asked about people at the till: trading days, or a stretch of time. Half-open. */
export interface CashierScope {
  /** The outlets to count; null is all of the tenant. */
  readonly outletIds: readonly string[] | null;
  /** One person, or null for all. */
  readonly personId: string | null;
  readonly period: DayPeriod | TimePeriod;
  /** The end of what has no end yet. */
  readonly at: Date;
}
export interface DayPeriod {
  readonly kind: 'days';
  readonly from: string;
  readonly to: string;
}
export interface TimePeriod {
  readonly kind: 'time';
  readonly from: Date;
  readonly to: Date;
}

export const FIGURES = [
  'shifts',
  'sales',
  'lines',
  'refunds',
  'tender',
  'voids',
  'comps',
  'discounts',
  'overrides',
  'no_sales',
  'drawers',
] as const;
export type Figure = (typeof FIGURES)[number];

/** One figure of one person, in one currency. What a figure does not have is zero. */
export interface CashierFact {
  readonly figure: Figure;
  readonly personId: string;
  readonly currency: string;
  /** Of `tender`: which. */
  readonly key: string | null;
  readonly count: number;
  /** `shifts`: tips declared; `sales`: tips; `drawers`: variances. */
  readonly amount: number;
  /** Of `shifts`. */
  readonly minutes: number;
  /** Of `lines`. */
  readonly discount: number;
  readonly tax: number;
  readonly net: number;
}
export type CashierFacts = readonly CashierFact[];

/** How often, and how much in all. */
export interface CountAndMoney {
  readonly count: number;
  readonly amount: Money;
}

/** What one person did in the period, in one currency. The README says what each figure counts. */
export interface CashierRow {
  readonly personId: string;
  readonly currency: string;
  readonly shifts: number;
  readonly workedMinutes: number;
  readonly orders: number;
  readonly gross: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly net: Money;
  readonly refunds: CountAndMoney;
  readonly tenders: readonly (CountAndMoney & { readonly tender: string })[];
  readonly tips: Money;
  readonly declaredTips: Money;
  readonly voids: CountAndMoney;
  readonly comps: CountAndMoney;
  readonly discountsGiven: CountAndMoney;
  readonly priceOverrides: number;
  readonly noSales: number;
  /** Drawer sessions closed, and by how much they were off together. */
  readonly drawerVariances: CountAndMoney;
}

/** Puts the facts into rows, by person, then currency, by code units. */
export function cashierRows(facts: CashierFacts): CashierRow[] {
  const groups = new Map<string, CashierFact[]>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.personId, fact.currency]);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()]
    .map(rowOf)
    .sort((a, b) => compare(a.personId, b.personId) || compare(a.currency, b.currency));
}

/** The row of somebody who did nothing. */
export function idleCashier(personId: string, currency: string): CashierRow {
  const [first] = cashierRows([
    {
      ...{ figure: 'shifts', personId, currency, key: null, count: 0, amount: 0, minutes: 0 },
      ...{ discount: 0, tax: 0, net: 0 },
    },
  ]);
  return first as CashierRow;
}

function rowOf(facts: readonly CashierFact[]): CashierRow {
  const { personId, currency } = facts[0] as CashierFact;
  const of = (figure: Figure): CashierFact | undefined => facts.find((fact) => fact.figure === figure);
  const both = (figure: Figure): CountAndMoney => countAndMoney(of(figure), currency);
  const [shifts, sales, lines] = [of('shifts'), of('sales'), of('lines')];
  const moneyOf = (amount: number | undefined): Money => money(amount ?? 0, currency);
  return {
    ...{ personId, currency, shifts: shifts?.count ?? 0, workedMinutes: shifts?.minutes ?? 0 },
    orders: sales?.count ?? 0,
    gross: moneyOf((lines?.net ?? 0) + (lines?.tax ?? 0) + (lines?.discount ?? 0)),
    ...{ discount: moneyOf(lines?.discount), tax: moneyOf(lines?.tax), net: moneyOf(lines?.net) },
    ...{ tips: moneyOf(sales?.amount), declaredTips: moneyOf(shifts?.amount), refunds: both('refunds') },
    tenders: tendersOf(facts),
    ...{ voids: both('voids'), comps: both('comps'), discountsGiven: both('discounts') },
    ...{ priceOverrides: of('overrides')?.count ?? 0, noSales: of('no_sales')?.count ?? 0 },
    drawerVariances: both('drawers'),
  };
}

function tendersOf(facts: readonly CashierFact[]): CashierRow['tenders'] {
  return facts
    .filter(({ figure }) => figure === 'tender')
    .map((fact) => ({ tender: fact.key ?? '', ...countAndMoney(fact, fact.currency) }))
    .sort((a, b) => compare(a.tender, b.tender));
}

function countAndMoney(fact: CashierFact | undefined, currency: string): CountAndMoney {
  if (fact === undefined) return { count: 0, amount: zero(currency) };
  return { count: fact.count, amount: money(fact.amount, currency) };
}

// By code units: the same on every machine, whatever its locale.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
