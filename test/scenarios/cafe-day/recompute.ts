// Works every figure of a Z out of what the API says of receipts, drawers and gift cards: big integers and strings only, row by row.

import {
  allFiguresByName,
  recomputeWhat,
  type Counting,
  type GivenBack,
  type ReceiptOrder,
} from '../business-days/recompute.js';
import type { Books } from './books.js';
import { businessDateOf, type Json } from './cafe.js';

type Figures = Record<string, string | bigint>;
interface Returned extends GivenBack {
  readonly sessionId: string | undefined;
}

const CAME_IN = ['captured', 'refunded', 'charged_back'];
const SETTLED = ['completed', 'partially_refunded', 'refunded'];
const IN_DOUBT = ['initiated', 'pending', 'unknown'];
const DAY_MS = 86_400_000;

/** What a report says otherwise than its receipts, by the names of the figures; empty when all agree. */
export function differences(report: Json, books: Books): string[] {
  const worked = report.sessionId === null ? ofDay(report, books) : ofSession(report.sessionId, books);
  const said = allFiguresByName(report.figures);
  const names = [...new Set([...Object.keys(said), ...Object.keys(worked)])].sort();
  return names
    .filter((name) => String(said[name] ?? 0) !== String(worked[name] ?? 0))
    .map((name) => `${name}: the report says ${said[name] ?? 'nothing'}, the receipts ${worked[name] ?? 'nothing'}`);
}

/** Receipts that do not add up by themselves; empty when all do. */
export function oddReceipts(books: Books): string[] {
  const back = new Set(new Days(books).givenBack().map(({ paymentId }) => paymentId));
  const sum = (rows: readonly Json[], pick: (row: Json) => { amount: number }): bigint =>
    rows.reduce<bigint>((all, row) => all + BigInt(pick(row).amount), 0n);
  return books.orders.flatMap(({ number, status, lines, taxes, payments, totals }) => {
    const of = (name: string): bigint => BigInt(totals[name].amount);
    const came = payments.filter((one: Json) => CAME_IN.includes(one.status) && !back.has(one.id));
    const checks: Readonly<Record<string, boolean>> = {
      gross: sum(lines, ({ gross }) => gross) === of('subtotal'),
      discount: sum(lines, ({ discount }) => discount) === of('discount'),
      serviceCharge: sum(lines, ({ serviceCharge }) => serviceCharge) === of('serviceCharge'),
      tax: sum(taxes, ({ amount }) => amount) === of('tax') && sum(lines, ({ tax }) => tax) === of('tax'),
      total: sum(lines, ({ total }) => total) === of('total') - of('tip') - of('rounding') - of('surcharge'),
      payments: sum(came, ({ amount }) => amount) === of('paid') && sum(came, ({ change }) => change) === of('change'),
      settled: !SETTLED.includes(status) || (of('due') === 0n && of('paid') - of('change') === of('total')),
    };
    return Object.keys(checks).flatMap((name) => (checks[name] ? [] : [`${number}: ${name}`]));
  });
}

/** @param report of which only the day is read, and whether it goes on: then what open drawers hold is told. */
function ofDay({ businessDate: day, closed }: Json, books: Books): Figures {
  const days = new Days(books);
  const counting: Counting = {
    order: (order) => days.ofOrder(order) === day,
    payment: ({ id }, order) => days.ofPayment(order, id) === day,
    refund: (refund) => days.ofRefund(refund as Json) === day,
    givenBack: (one) => one.day === day,
    isEarlier: (order) => days.ofOrder(order) < day,
    openThrough: day,
  };
  const ledger = new Map([...books.entries.values()].flat().map((entry) => [entry.id as string, entry]));
  for (const entry of books.safe) ledger.set(entry.id as string, entry);
  const entries = [...ledger.values(), ...bankDifferences(books)].filter(
    (entry) => days.countsOn(entry.businessDate, entry.at) === day,
  );
  const moved = new Set(entries.map(({ sessionId }) => sessionId as string | null));
  const sessions = books.sessions.filter(({ id, businessDate, status }) => {
    return businessDate === day || moved.has(id) || (status !== 'closed' && businessDate < day);
  });
  const doubtful = books.orders
    .filter(({ businessDate }) => businessDate <= day)
    .flatMap(({ payments }) => payments as Json[])
    .filter(({ status }) => IN_DOUBT.includes(status));
  const figures = together(books, counting, days.givenBack(), entries, sessions);
  for (const { id, status } of sessions)
    if (status !== 'closed' && closed === false) add(figures, `cash.sessions.${id}.expected`, balanceOf(books, id));
  count(
    figures,
    'paymentsInDoubt',
    doubtful.map(({ amount }) => amount.amount),
  );
  const held = [...books.giftCards.values()].map((card) =>
    card.reduce<number>((sum, { amount }) => sum + (amount.amount as number), 0),
  );
  count(
    figures,
    'giftCards.outstanding',
    held.filter((amount) => amount > 0),
  );
  return figures;
}

function ofSession(sessionId: string, books: Books): Figures {
  const days = new Days(books);
  const session = books.sessions.find(({ id }) => id === sessionId);
  const counting: Counting = {
    order: (order) => (order as Json).drawerSessionId === sessionId,
    payment: (payment) => (payment as Json).drawerSessionId === sessionId,
    refund: (refund) => (refund as Json).drawerSessionId === sessionId,
    givenBack: (one) => (one as Returned).sessionId === sessionId,
    isEarlier: (order) => days.ofOrder(order) < session.businessDate,
    openThrough: null,
  };
  return together(books, counting, days.givenBack(), books.entries.get(sessionId) ?? [], [session]);
}

function together(
  books: Books,
  counting: Counting,
  givenBack: readonly GivenBack[],
  entries: readonly Json[],
  sessions: readonly Json[],
): Figures {
  const orders = books.orders as readonly ReceiptOrder[];
  const figures: Figures = { ...recomputeWhat(orders, counting, givenBack) };
  const ended = orders.filter((order) => [...SETTLED, 'voided'].includes(order.status) && counting.order(order));
  const happened = ended.flatMap(({ id }) => books.history.get(id) ?? []);
  add(figures, 'linesRemoved', happened.filter(({ type }) => type === 'pos.order.line_removed').length);
  add(figures, 'priceOverrides', happened.filter(({ type }) => type === 'pos.order.price_overridden').length);
  for (const entry of entries) addMovement(figures, entry);
  for (const session of sessions) addSession(figures, session, books);
  return figures;
}

/** An entry of the ledger, by what it took where: the accounts say so. */
function addMovement(figures: Figures, { kind, category, late, amount, debitAccount, creditAccount }: Json): void {
  const name = `cash.movements.${[kind, category ?? '', late ? 'late' : ''].join(' ').trim()}`;
  const size = Math.abs(amount.amount as number);
  add(figures, `${name}.count`, 1);
  if (debitAccount.startsWith('drawer:')) add(figures, `${name}.in`, size);
  if (creditAccount.startsWith('drawer:')) add(figures, `${name}.out`, size);
  if (debitAccount.startsWith('safe:')) add(figures, `${name}.safeIn`, size);
  if (creditAccount.startsWith('safe:')) add(figures, `${name}.safeOut`, size);
}

/** A session: what should be there is the sum of its entries up to the last count. */
function addSession(figures: Figures, { id, number, status }: Json, books: Books): void {
  const name = `cash.sessions.${id}`;
  const opened = books.noSales.filter(({ target }) => target === `cashdrawers/${id}`).length;
  add(figures, `${name}.number`, number);
  add(figures, `${name}.noSales`, opened);
  add(figures, 'noSales', opened);
  const floats = (books.entries.get(id) ?? []).filter(({ kind }) => kind === 'float');
  for (const { amount } of floats) add(figures, `${name}.float`, amount.amount);
  if (status !== 'closed') return;
  const [last] = [...(books.counts.get(id) ?? [])].sort((a, b) => (a.at < b.at ? 1 : -1));
  const expected = balanceOf(books, id);
  add(figures, `${name}.expected`, expected);
  add(figures, `${name}.counted`, last.total.amount);
  add(figures, `${name}.variance`, (last.total.amount as number) - expected);
}

/** What was in a drawer before it was counted and emptied. */
function balanceOf({ entries }: Books, sessionId: string): number {
  const moved = (entries.get(sessionId) ?? []).filter(({ kind }) => !['count', 'close'].includes(kind));
  return moved.reduce<number>((total, { amount }) => total + (amount.amount as number), 0);
}

/** What a bank counted more or less moves nothing in drawers or the safe, but it is an entry of the day. */
function bankDifferences({ deposits, outlet }: Books): Json[] {
  return deposits
    .filter(({ difference }) => (difference?.amount ?? 0) !== 0)
    .map(({ difference, endedAt }) => ({
      ...{ kind: 'deposit', category: 'difference', late: false, amount: difference },
      ...{ debitAccount: 'over_short', creditAccount: 'bank', businessDate: dateOf(outlet, endedAt), at: endedAt },
      sessionId: null,
    }));
}

function count(figures: Figures, name: string, amounts: readonly number[]): void {
  add(figures, `${name}.count`, amounts.length);
  for (const amount of amounts) add(figures, `${name}.amount`, amount);
}

function add(figures: Figures, name: string, amount: number): void {
  figures[name] = BigInt(figures[name] ?? 0) + BigInt(amount);
}

function dateOf({ dayCut }: Json, time: string): string {
  return businessDateOf(Date.parse(time), dayCut);
}

/** The day in which something counts: its own, unless that was closed when it was recorded. */
class Days {
  constructor(private readonly books: Books) {}

  /** Settled or voided; an order that is neither counts nowhere. */
  ofOrder({ id, businessDate, status }: ReceiptOrder): string {
    const history = this.history(id);
    const end = history.find(({ data }) => [...SETTLED, 'voided'].includes(data.order.status));
    if (end === undefined || ['open', 'held'].includes(status)) return 'none';
    return this.counts(history, end, businessDate);
  }

  ofPayment({ id, businessDate }: ReceiptOrder, paymentId: string): string {
    const history = this.history(id);
    const came = history.find(({ data }) =>
      (data.order.payments ?? []).some((one: Json) => one.id === paymentId && CAME_IN.includes(one.status)),
    );
    if (came === undefined) throw new Error(`the history does not know how payment ${paymentId} came`);
    return this.counts(history, came, businessDate);
  }

  ofRefund({ businessDate, refundedAt }: Json): string {
    return this.countsOn(businessDate, refundedAt);
  }

  /** Payments that were given back before their orders were settled. */
  givenBack(): Returned[] {
    return this.books.orders.flatMap(({ id }) =>
      this.history(id)
        .filter(({ type }) => type === 'pos.order.payment_returned')
        .map(({ time, data: { payment, returned } }) => {
          const day = this.countsOn(dateOf(this.books.outlet, time), time);
          return {
            paymentId: payment.id,
            tender: payment.tender,
            amount: returned.amount,
            day,
            sessionId: this.paidBy(payment.id),
          };
        }),
    );
  }

  private paidBy(paymentId: string): string | undefined {
    const paid = [...this.books.entries].find(([, entries]) =>
      entries.some((entry) => entry.kind === 'refund' && entry.paymentId === paymentId),
    );
    return paid?.[0];
  }

  private history(orderId: string): readonly Json[] {
    return this.books.history.get(orderId) ?? [];
  }

  /** What came with the order is of the order's day, what came later of the day on which it did. */
  private counts(history: readonly Json[], event: Json, businessDate: string): string {
    const withIt = event.time === history[0].time;
    return this.countsOn(withIt ? businessDate : dateOf(this.books.outlet, event.time), event.time);
  }

  /** @param own the day that it is of. @param recordedAt by the server's clock. */
  countsOn(own: string, recordedAt: string): string {
    const closed = this.books.dayReports
      .filter(({ madeAt }) => madeAt <= recordedAt)
      .map((report) => report.businessDate as string);
    const last = closed.sort().at(-1);
    if (last === undefined || own > last) return own;
    const next = new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    const then = dateOf(this.books.outlet, recordedAt);
    return then > next ? then : next;
  }
}
