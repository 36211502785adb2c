import type { ApiClient } from '../../../src/posctl/api-client.js';
import { dollars, type Expected } from './expected.js';

interface Money {
  readonly amount: number;
  readonly currency: string;
}

interface Figures {
  readonly orders: number;
  readonly quantity: string;
  readonly gross: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly net: Money;
}

interface SalesReport {
  readonly data: readonly (Figures & { readonly key: string })[];
  readonly totals: Figures | null;
}

interface OrderWithLines {
  readonly number: string;
  readonly totals: { readonly total: Money; readonly tax: Money };
  readonly lines: readonly {
    readonly total: Money;
    readonly tax: Money;
    readonly taxes: readonly { readonly base: Money; readonly amount: Money }[];
  }[];
}

const YEAR = 'from=2015-01-01&to=2016-01-01';
const GROUPINGS = ['month', 'category', 'item', 'hour', 'day', 'weekday', 'tender', 'outlet'] as const;
type Grouping = (typeof GROUPINGS)[number];
const RATE_PERCENT = 16;

/** Compares the sales report with what it must say; the answer names every difference. */
export async function checkReports(client: ApiClient, outletId: string, expected: Expected): Promise<string[]> {
  const reports = await allReports(client, outletId);
  const differences: string[] = [];
  const compare = (what: string, found: unknown, wanted: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      differences.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  };
  for (const grouping of GROUPINGS) {
    const { totals } = reports[grouping];
    compare(
      `total by ${grouping}`,
      totals === null ? null : [totals.orders, totals.quantity, dollars(totals.gross.amount)],
      [expected.orders, String(expected.pizzas), expected.revenue],
    );
  }
  compare(
    'revenue by month',
    amounts(reports.month, (key) => key),
    expected.revenue_by_month,
  );
  compare(
    'revenue by category',
    amounts(reports.category, (key) => key),
    expected.revenue_by_category,
  );
  compare('revenue by size', amounts(reports.item, sizeOf), expected.revenue_by_size);
  const hours = Object.fromEntries(reports.hour.data.map(({ key, orders }) => [String(Number(key)), orders]));
  compare('orders by hour', hours, expected.orders_by_hour);
  return differences;
}

/** Everything that the reports say of the outlet, as text: equal before and after means that nothing has changed. */
export async function fingerprint(client: ApiClient, outletId: string): Promise<string> {
  return JSON.stringify(await allReports(client, outletId));
}

/** Checks each order of an outlet that taxes everything with 16 % inside the price; the answer names every difference. */
export async function checkTaxes(
  client: ApiClient,
  outletId: string,
  expected: Expected,
): Promise<{ orders: number; differences: string[] }> {
  const differences: string[] = [];
  const sums = { orders: 0, total: 0, tax: 0 };
  for await (const order of ordersOf(client, outletId)) {
    const { total, tax } = order.totals;
    sums.orders += 1;
    sums.total += total.amount;
    sums.tax += tax.amount;
    if (!isTaxedRight(order))
      differences.push(`order ${order.number}: net and tax do not make up ${dollars(total.amount)}`);
  }
  const { totals } = await report(client, outletId, 'month');
  if (sums.orders !== expected.orders) differences.push(`${sums.orders} orders instead of ${expected.orders}`);
  if (dollars(sums.total) !== expected.revenue)
    differences.push(`total ${dollars(sums.total)} instead of ${expected.revenue}`);
  if (totals === null || totals.net.amount + totals.tax.amount !== totals.gross.amount)
    differences.push('the report: net + tax is not gross');
  if (totals?.tax.amount !== sums.tax) differences.push(`the report: tax ${totals?.tax.amount} instead of ${sums.tax}`);
  return { orders: sums.orders, differences };
}

/** The tax once per receipt (DOMAIN P3), and the same sums from the lines and from their parts. */
function isTaxedRight({ totals: { total, tax }, lines }: OrderWithLines): boolean {
  // Twice the dividend plus the divisor, over twice the divisor: half away from zero without fractions.
  const net = Math.floor((2 * total.amount * 100 + 100 + RATE_PERCENT) / (2 * (100 + RATE_PERCENT)));
  const parts = lines.flatMap(({ taxes }) => taxes);
  return (
    tax.amount === total.amount - net &&
    sum(lines.map((line) => line.total)) === total.amount &&
    sum(lines.map((line) => line.tax)) === tax.amount &&
    sum(parts.map(({ base }) => base)) === net &&
    sum(parts.map(({ amount }) => amount)) === tax.amount
  );
}

async function* ordersOf(client: ApiClient, outletId: string): AsyncGenerator<OrderWithLines> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { data: OrderWithLines[]; nextCursor: string | null } = await client.json({
      method: 'GET',
      path: `/orders?outletId=${outletId}&expand=lines&limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    });
    yield* page.data;
    cursor = page.nextCursor;
  }
}

async function allReports(client: ApiClient, outletId: string): Promise<Record<Grouping, SalesReport>> {
  const reports = await Promise.all(
    GROUPINGS.map(async (grouping) => [grouping, await report(client, outletId, grouping)] as const),
  );
  return Object.fromEntries(reports) as Record<Grouping, SalesReport>;
}

function report(client: ApiClient, outletId: string, grouping: Grouping): Promise<SalesReport> {
  return client.json({ method: 'GET', path: `/reports/sales?${YEAR}&outletId=${outletId}&groupBy=${grouping}` });
}

/** The size is the last part of the SKU: `big_meat_s`. */
function sizeOf(sku: string): string {
  return sku.slice(sku.lastIndexOf('_') + 1).toUpperCase();
}

function amounts({ data }: SalesReport, keyOf: (key: string) => string): Record<string, string> {
  const sums = new Map<string, number>();
  for (const { key, gross } of data) sums.set(keyOf(key), (sums.get(keyOf(key)) ?? 0) + gross.amount);
  return Object.fromEntries(
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, amount]) => [key, dollars(amount)]),
  );
}

function sum(amounts: readonly Money[]): number {
  return amounts.reduce((total, { amount }) => total + amount, 0);
}
