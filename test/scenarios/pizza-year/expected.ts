import path from 'node:path';
import { cents, column, read, type Row } from './shape.js';

/** What the sales report must say: the members of the data set's own `expected.json` that it can be compared by. */
export interface Expected {
  readonly currency: string;
  readonly orders: number;
  readonly order_lines: number;
  readonly pizzas: number;
  readonly revenue: string;
  readonly revenue_by_month: Readonly<Record<string, string>>;
  readonly revenue_by_category: Readonly<Record<string, string>>;
  readonly revenue_by_size: Readonly<Record<string, string>>;
  readonly orders_by_hour: Readonly<Record<string, number>>;
}

/** And what it says of the day with the most orders, which was the one with the most revenue, too. */
export interface PublishedDays {
  readonly busiest_day: readonly [date: string, orders: number];
  readonly best_revenue_day: readonly [date: string, revenue: string];
}

/**
 * Adds up the data set by itself, without the service: for samples, whose totals nobody has published.
 * @param isIn which orders, by row and place in the file; else all.
 */
export async function expectedOf(
  source: string,
  isIn: (order: Row, index: number) => boolean = () => true,
): Promise<Expected> {
  const orders = (await read(path.join(source, 'orders.csv.gz'))).filter(isIn);
  const momentOf = new Map(orders.map((order) => [column(order, 'order_id'), order]));
  const categoryOf = new Map(
    (await read(path.join(source, 'pizza_types.csv'))).map((type) => [
      column(type, 'pizza_type_id'),
      column(type, 'category'),
    ]),
  );
  const pizzas = new Map(
    (await read(path.join(source, 'pizzas.csv'))).map((pizza) => [column(pizza, 'pizza_id'), pizza]),
  );
  const [byMonth, byCategory, bySize, byHour] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  let [lines, sold, revenue] = [0, 0, 0];
  for (const line of await read(path.join(source, 'order_details.csv.gz'))) {
    const order = momentOf.get(column(line, 'order_id'));
    const pizza = pizzas.get(column(line, 'pizza_id'));
    if (order === undefined || pizza === undefined) continue;
    const quantity = Number(column(line, 'quantity'));
    const amount = cents(column(pizza, 'price')) * quantity;
    lines += 1;
    sold += quantity;
    revenue += amount;
    raise(byMonth, column(order, 'date').slice(0, 7), amount);
    raise(byCategory, categoryOf.get(column(pizza, 'pizza_type_id')) ?? '', amount);
    raise(bySize, column(pizza, 'size'), amount);
  }
  for (const order of orders) raise(byHour, String(Number(column(order, 'time').slice(0, 2))), 1);
  return {
    currency: 'USD',
    orders: orders.length,
    order_lines: lines,
    pizzas: sold,
    revenue: dollars(revenue),
    revenue_by_month: amounts(byMonth),
    revenue_by_category: amounts(byCategory),
    revenue_by_size: amounts(bySize),
    orders_by_hour: Object.fromEntries([...byHour].sort(([a], [b]) => Number(a) - Number(b))),
  };
}

/** Cents as dollars: `1325` is `13.25`. */
export function dollars(amount: number): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

function raise(sums: Map<string, number>, key: string, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by);
}

function amounts(sums: ReadonlyMap<string, number>): Record<string, string> {
  return Object.fromEntries(
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, amount]) => [key, dollars(amount)]),
  );
}
