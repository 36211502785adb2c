import { fromMajorUnits, type Money } from '../../kernel/money.js';
import { Refusal } from '../../kernel/refusal.js';
import { momentOf, readMoment } from './local-time.js';
import { orderIdOf } from './order-id.js';
import { outletNamed, type ImportOutlet } from './outlets.js';
import type { PastSale, RejectedRow } from './past-sale.js';

/** What holds for a whole import. */
export interface ImportSettings {
  readonly tenant: string;
  /** Keeps the numbers of two cash registers apart; the outlet's id unless the caller says otherwise. */
  readonly source: string | undefined;
  readonly outlets: readonly ImportOutlet[];
  readonly defaultOutlet: ImportOutlet | undefined;
  /** The clock of `date` and `time`; the outlet's unless the caller says otherwise. */
  readonly timeZone: string | undefined;
  readonly channel: string;
}

/** A past sale as the service takes it. A payment without an amount is still to be filled with what is due. */
export interface OrderRequest {
  readonly id: string;
  readonly outletId: string;
  readonly channel: string;
  readonly placedAt: string;
  readonly note?: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: string; readonly unitPrice?: Money }[];
  readonly payments: readonly { readonly tender: string; readonly amount?: Money }[];
  readonly complete: true;
}

/** A sale ready to be sent, or the row that keeps it from being so. */
export type Prepared = { readonly request: OrderRequest } | { readonly rejected: RejectedRow };

/** Turns a past sale into the request that rings it up again; nothing in it depends on when or in what order it is sent. */
export function prepare(sale: PastSale, settings: ImportSettings): Prepared {
  const reject = (column: string, reason: string, row = sale.row): Prepared => ({
    rejected: { row, column, reason, orderId: sale.orderId },
  });
  if (sale.lines.length === 0) return reject('sku', 'the order has no line');
  const outlet = sale.outlet === undefined ? settings.defaultOutlet : outletNamed(settings.outlets, sale.outlet);
  if (outlet === undefined) {
    return sale.outlet === undefined
      ? reject('outlet', 'is missing: name it in the file or with --outlet')
      : reject('outlet', `there is no outlet "${sale.outlet}"`);
  }
  const placedAt = placedAtOf(sale, settings.timeZone ?? outlet.timeZone);
  if (placedAt === undefined)
    return reject(sale.placedAt === undefined ? 'date' : 'placed_at', 'is not a moment in time');
  return withMoney(sale, outlet, reject, {
    id: orderIdOf(settings.tenant, settings.source ?? outlet.id, sale.orderId),
    outletId: outlet.id,
    channel: sale.channel ?? settings.channel,
    placedAt,
    ...(sale.note === undefined ? {} : { note: sale.note }),
  });
}

function withMoney(
  sale: PastSale,
  outlet: ImportOutlet,
  reject: (column: string, reason: string, row?: number) => Prepared,
  head: Omit<OrderRequest, 'lines' | 'payments' | 'complete'>,
): Prepared {
  const lines: OrderRequest['lines'][number][] = [];
  for (const { sku, quantity, unitPrice, row } of sale.lines) {
    const price = unitPrice === undefined ? undefined : amountOf(unitPrice, outlet.currency);
    if (typeof price === 'string') return reject('unit_price', price, row);
    lines.push({ sku, quantity, ...(price === undefined ? {} : { unitPrice: price }) });
  }
  const payments: OrderRequest['payments'][number][] = [];
  for (const { tender, paid, row } of sale.payments) {
    const amount = paid === undefined ? undefined : amountOf(paid, outlet.currency);
    if (typeof amount === 'string') return reject('paid', amount, row);
    if (amount?.amount === 0) continue; // a sale that cost nothing
    payments.push({ tender, ...(amount === undefined ? {} : { amount }) });
  }
  if (sale.payments.length === 0) payments.push({ tender: 'cash' });
  if (payments.length > 1 && payments.some(({ amount }) => amount === undefined)) {
    return reject('paid', 'is needed for each of several payments');
  }
  return { request: { ...head, lines, payments, complete: true } };
}

function placedAtOf({ placedAt, date, time }: PastSale, timeZone: string): string | undefined {
  if (placedAt === undefined) return momentOf(date ?? '', time ?? '', timeZone);
  const [day = '', clock = ''] = placedAt.split(/[T ]/);
  return readMoment(placedAt) ?? momentOf(day, clock, timeZone);
}

function amountOf(text: string, currency: string): Money | string {
  try {
    const amount = fromMajorUnits(text, currency);
    return amount.amount < 0 ? 'is negative' : amount;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'amount_has_too_many_digits'
      ? `has more digits than ${currency} has`
      : `is not an amount in ${currency}`;
  }
}
