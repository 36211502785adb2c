import { problemOf, refusedBy, type ApiAnswer, type ApiClient } from '../api-client.js';
import { EXIT, Interrupted } from '../exit-codes.js';
import type { Money } from '../../kernel/money.js';
import { prepare, type ImportSettings, type OrderRequest } from './order-request.js';
import type { PastSale, RejectedRow } from './past-sale.js';

/** How far an import has come. */
export interface ImportTally {
  /** Orders that were rejected while the file was read; they are not among those sent. */
  readonly unreadable: number;
  done: number;
  created: number;
  replayed: number;
  readonly rejected: RejectedRow[];
}

/** Sends past sales to the service. */
export interface SalesImport {
  readonly client: Pick<ApiClient, 'request' | 'json'>;
  readonly settings: ImportSettings;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** A tally before anything was sent. */
export function emptyTally(rejected: readonly RejectedRow[]): ImportTally {
  return { unreadable: rejectedOrders(rejected), done: 0, created: 0, replayed: 0, rejected: [...rejected] };
}

/** How many orders the rejected rows belong to. */
export function rejectedOrders(rejected: readonly RejectedRow[]): number {
  return new Set(rejected.map(({ orderId, row }) => (orderId === '' ? `row ${row}` : orderId))).size;
}

/**
 * Sends the sales, several at a time, and keeps count. Ctrl-C lets those in flight end and starts no more.
 * @throws CommandError when the service cannot be reached or does not let us in; Interrupted on Ctrl-C.
 */
export async function importSales(sales: readonly PastSale[], tally: ImportTally, setup: SalesImport): Promise<void> {
  const next = sales[Symbol.iterator]();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let item = next.next(); item.done !== true; item = next.next()) {
      await importOne(item.value, tally, setup).catch((error: unknown) => {
        failed = true;
        throw error;
      });
      tally.done += 1;
      if (failed || setup.signal.aborted) return;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(setup.concurrency, sales.length) }, worker));
  const broken = lanes.find((lane) => lane.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  if (setup.signal.aborted && tally.done < sales.length) throw new Interrupted();
}

async function importOne(sale: PastSale, tally: ImportTally, { client, settings }: SalesImport): Promise<void> {
  const prepared = prepare(sale, settings);
  if ('rejected' in prepared) {
    tally.rejected.push(prepared.rejected);
    return;
  }
  const request = await withAmounts(client, prepared.request);
  if ('status' in request) {
    tally.rejected.push(rejectionOf(sale, request));
    return;
  }
  const answer = await client.request({
    method: 'POST',
    path: '/orders',
    body: JSON.stringify(request),
    idempotencyKey: `sales-import-${request.id}`,
  });
  if (answer.status >= 300) tally.rejected.push(rejectionOf(sale, answer));
  else if (answer.status === 201 && answer.headers['idempotency-replayed'] !== 'true') tally.created += 1;
  else tally.replayed += 1;
}

/** Fills a payment without an amount with what the service says is due: one more request, so better to name it in the file. */
async function withAmounts(client: SalesImport['client'], request: OrderRequest): Promise<OrderRequest | ApiAnswer> {
  if (request.payments.every(({ amount }) => amount !== undefined)) return request;
  const { payments, complete: _complete, ...basket } = request;
  const answer = await client.request({
    method: 'POST',
    path: '/quotes',
    body: JSON.stringify(basket),
    idempotencyKey: `quote-${request.id}`,
  });
  if (answer.status >= 300) return answer;
  const { totals } = JSON.parse(answer.body) as { totals: { total: Money } };
  const paying = totals.total.amount === 0 ? [] : payments.map(({ tender }) => ({ tender, amount: totals.total }));
  return { ...request, payments: paying };
}

/** A refusal as a row of the file. @throws CommandError when it concerns not this sale but all of them. */
function rejectionOf(sale: PastSale, answer: ApiAnswer): RejectedRow {
  if (answer.status === 401 || answer.status === 403 || answer.status >= 500) throw refusedBy(answer);
  const { title = `refused with ${answer.status}`, detail, code, errors = [] } = problemOf(answer);
  const [first] = errors;
  const { row, column } = placeOf(sale, first?.pointer ?? '', code ?? '');
  const where = first === undefined ? detail : first.message;
  const reason = [title, where].filter(Boolean).join(': ') + (code === undefined ? '' : ` (${code})`);
  return { row, column, reason, orderId: sale.orderId };
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  id: 'order_id',
  outletId: 'outlet',
  placedAt: 'placed_at',
  unitPrice: 'unit_price',
  amount: 'paid',
  payments: 'paid',
};

/** Refusals of the whole sale, which point nowhere, by the column that explains them. */
const COLUMN_OF_CODE: Readonly<Record<string, string>> = {
  payment_due: 'paid',
  payment_exceeds_due: 'paid',
  order_id_taken: 'order_id',
  idempotency_key_reused: 'order_id',
};

/** The row and column of the file that a pointer into the request came from. */
function placeOf(sale: PastSale, pointer: string, code: string): { row: number; column: string } {
  const [, part = '', index = '', member = ''] = pointer.split('/');
  const from =
    part === 'lines' ? sale.lines[Number(index)] : part === 'payments' ? sale.payments[Number(index)] : undefined;
  const word = member === '' ? part : member;
  return {
    row: from?.row ?? sale.row,
    column: COLUMN_OF[word] ?? (word === '' ? (COLUMN_OF_CODE[code] ?? 'order_id') : word),
  };
}

/** The exit code of an import that came to its end. */
export function exitCodeOf({ rejected }: ImportTally): typeof EXIT.done | typeof EXIT.rejectedRows {
  return rejected.length === 0 ? EXIT.done : EXIT.rejectedRows;
}
