import type { OrderRow, PaymentRow, RandomBooks } from './random-days.examples.js';

/** What a day or a session came to, counted row by row in big integers: a second opinion on the statements. */
export interface Recounted {
  readonly orders: bigint;
  readonly gross: bigint;
  readonly discounts: bigint;
  readonly tax: bigint;
  readonly tips: bigint;
  readonly surcharges: bigint;
  readonly rounding: bigint;
  readonly total: bigint;
  readonly voided: bigint;
  readonly taxes: Readonly<Record<string, bigint>>;
  readonly received: Readonly<Record<string, bigint>>;
  readonly refunded: Readonly<Record<string, bigint>>;
  readonly returned: Readonly<Record<string, bigint>>;
  readonly refunds: bigint;
  readonly refundsOfEarlierDays: bigint;
}

const COUNTED = ['captured', 'refunded', 'charged_back'];
const sum = (amounts: readonly number[]): bigint => amounts.reduce((all, amount) => all + BigInt(amount), 0n);
const dayOf = (row: { readonly booked_on: string | null; readonly business_date: string }): string =>
  row.booked_on ?? row.business_date;

/** Counts a day: all of it, what one session took, or (`null`) what was taken outside of any. */
export function recount(books: RandomBooks, day: string, session?: string | null): Recounted {
  const here = (row: { readonly drawer_session_id: string | null }): boolean =>
    session === undefined || row.drawer_session_id === session;
  const settled = books.orders.filter((order) => order.status !== 'open' && dayOf(order) === day && here(order));
  const sold = settled.filter(({ status }) => status !== 'voided');
  const orderOf = (id: string): OrderRow => books.orders.find((order) => order.id === id) as OrderRow;
  const payments = books.payments.filter((payment) => {
    const bookedOn = payment.booked_on ?? orderOf(payment.order_id).business_date;
    return COUNTED.includes(payment.status) && bookedOn === day && here(payment);
  });
  const refunds = books.refunds.filter((refund) => dayOf(refund) === day && here(refund));
  const returns = books.returns.filter((one) => one.business_date === day && here(one));
  const of = (pick: (order: OrderRow) => number): bigint => sum(sold.map(pick));
  return {
    orders: BigInt(sold.length),
    gross: of((order) => order.subtotal),
    discounts: of((order) => order.discount),
    tax: of((order) => order.tax),
    tips: of((order) => order.tip),
    surcharges: of((order) => order.surcharge),
    rounding: of((order) => order.rounding),
    total: of((order) => order.total),
    voided: sum(settled.filter(({ status }) => status === 'voided').map(({ total }) => total)),
    taxes: byKey(
      sold.flatMap(({ taxes }) => taxes.map(({ rate, mode, amount }) => [`${rate} ${mode}`, amount] as const)),
    ),
    received: byKey(
      payments.map((payment) => [payment.tender, payment.amount - changeOf(books, payment, orderOf)] as const),
    ),
    refunded: byKey(refunds.flatMap((one) => one.payments.map(({ tender, amount }) => [tender, amount] as const))),
    returned: byKey(returns.map(({ tender, amount }) => [tender, amount] as const)),
    refunds: sum(refunds.map(({ amount }) => amount)),
    refundsOfEarlierDays: sum(
      refunds.filter(({ order_id: id }) => dayOf(orderOf(id)) < day).map(({ amount }) => amount),
    ),
  };
}

/** Adds what parts came to. */
export function together(parts: readonly Recounted[]): Recounted {
  const added: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part) as [string, bigint | Record<string, bigint>][]) {
      added[name] =
        typeof value === 'bigint'
          ? ((added[name] as bigint | undefined) ?? 0n) + value
          : merged((added[name] as Record<string, bigint> | undefined) ?? {}, value);
    }
  }
  return added as unknown as Recounted;
}

function changeOf(books: RandomBooks, payment: PaymentRow, orderOf: (id: string) => OrderRow): number {
  if (payment.tender !== 'cash') return 0;
  if (payment.change_given !== null) return payment.change_given;
  const cash = books.payments.filter(
    (one) => one.order_id === payment.order_id && one.tender === 'cash' && COUNTED.includes(one.status),
  );
  const last = Math.max(...cash.map((one) => one.payment_number));
  return payment.payment_number === last ? orderOf(payment.order_id).change_given : 0;
}

function byKey(entries: readonly (readonly [string, number])[]): Record<string, bigint> {
  return entries.reduce<Record<string, bigint>>((all, [key, amount]) => merged(all, { [key]: BigInt(amount) }), {});
}

function merged(a: Readonly<Record<string, bigint>>, b: Readonly<Record<string, bigint>>): Record<string, bigint> {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...keys].sort().map((key) => [key, (a[key] ?? 0n) + (b[key] ?? 0n)]));
}
