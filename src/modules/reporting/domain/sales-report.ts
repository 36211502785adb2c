import { weekdayName, type Grouping } from './grouping.js';
import type { ReportPeriod } from './report-period.js';
import { noSales, plus, type SalesFigures, type SalesRow } from './sales-figures.js';
import { sharesOfTenders, type MixedTender } from './tender-shares.js';

/** What a report is asked for. */
export interface SalesQuestion {
  readonly groupBy: Grouping;
  readonly period: ReportPeriod;
  /** The outlets to count; `null` is all of the tenant. */
  readonly outletIds: readonly string[] | null;
}

/** What the books say, before it is a report. */
export interface SalesFacts {
  readonly rows: readonly SalesRow[];
  /** Sales and refunds paid with several tenders, which are not yet split (grouping by tender only). */
  readonly mixed: readonly MixedTender[];
  /** How many orders were sold in each currency: an order in two rows is still one order. */
  readonly orders: ReadonlyMap<string, number>;
  /** The currency of zero, when nothing was sold. */
  readonly currency: string;
  /** How many outlets the question reaches. */
  readonly outlets: number;
}

/** A sales report: rows sorted by key, then currency, and a total for each currency, of which there is at least one. */
export interface SalesReport {
  readonly groupBy: Grouping;
  readonly period: ReportPeriod;
  readonly rows: readonly SalesRow[];
  readonly totals: readonly SalesFigures[];
}

/** Makes the report: splits mixed tenders, adds up what has the same key, sorts and totals. */
export function salesReport({ groupBy, period }: SalesQuestion, facts: SalesFacts): SalesReport {
  const rows = [...merged([...facts.rows, ...facts.mixed.flatMap(sharesOfTenders)]).values()].sort(byKey);
  const named = groupBy === 'weekday' ? rows.map((row) => ({ ...row, name: weekdayName(row.key) })) : rows;
  return { groupBy, period, rows: named, totals: totalsOf(rows, facts) };
}

function merged(rows: readonly SalesRow[]): Map<string, SalesRow> {
  const byKeyAndCurrency = new Map<string, SalesRow>();
  for (const row of rows) {
    const place = `${row.net.currency} ${row.key}`;
    const known = byKeyAndCurrency.get(place);
    byKeyAndCurrency.set(place, known === undefined ? row : { ...known, ...plus(known, row) });
  }
  return byKeyAndCurrency;
}

function totalsOf(rows: readonly SalesRow[], facts: SalesFacts): SalesFigures[] {
  const currencies = [...new Set(rows.map(({ net }) => net.currency))].sort();
  if (currencies.length === 0) return [noSales(facts.currency)];
  return currencies.map((currency) => {
    const total = rows.filter(({ net }) => net.currency === currency).reduce<SalesFigures>(plus, noSales(currency));
    return { ...total, orders: facts.orders.get(currency) ?? 0 };
  });
}

// By code units: the same on every machine, whatever its locale.
function byKey(a: SalesRow, b: SalesRow): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.net.currency < b.net.currency ? -1 : 1;
}
