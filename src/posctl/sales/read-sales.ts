import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { CommandError, EXIT } from '../exit-codes.js';
import type { PastLine, PastPayment, PastSale, RejectedRow } from './past-sale.js';

/** A whole file of past sales, grouped. */
export interface SalesFile {
  readonly sales: readonly PastSale[];
  readonly rejected: readonly RejectedRow[];
  readonly rows: number;
  readonly ignoredColumns: readonly string[];
}

type Row = Readonly<Record<string, string>>;
type OrderColumn = 'placed_at' | 'date' | 'time' | 'outlet' | 'channel' | 'note';

/** Rows of one order may stand anywhere in the file, so all are held at once; more than this and the file must be split. */
export const ROWS_MAX = 2_000_000;
const ORDER_COLUMNS: readonly OrderColumn[] = ['placed_at', 'date', 'time', 'outlet', 'channel', 'note'];
const KNOWN_COLUMNS = new Set<string>([
  ...ORDER_COLUMNS,
  'order_id',
  'line',
  'sku',
  'quantity',
  'unit_price',
  'tender',
  'paid',
]);

interface Draft {
  readonly orderId: string;
  readonly row: number;
  readonly columns: Partial<Record<OrderColumn, string>>;
  readonly lines: PastLine[];
  readonly payments: Map<string, PastPayment>;
}

/** Reads a CSV of past sales; what makes no sense is rejected with its order. @throws CommandError when it is no such CSV. */
export async function readSales(file: string): Promise<SalesFile> {
  const drafts = new Map<string, Draft>();
  const rejected: RejectedRow[] = [];
  const refusedOrders = new Set<string>();
  let ignoredColumns: readonly string[] = [];
  let row = 1;
  for await (const record of recordsOf(file, (header) => (ignoredColumns = checkHeader(file, header)))) {
    row += 1;
    if (row > ROWS_MAX)
      throw new CommandError(EXIT.failed, `${file} has more than ${ROWS_MAX} rows.`, 'Split it between two orders.');
    const refusal = take(drafts, record, row);
    if (refusal === undefined) continue;
    rejected.push(refusal);
    if (refusal.orderId !== '') refusedOrders.add(refusal.orderId);
  }
  const sales = [...drafts.values()].filter(({ orderId }) => !refusedOrders.has(orderId)).map(saleOf);
  return { sales, rejected, rows: row - 1, ignoredColumns };
}

async function* recordsOf(file: string, onHeader: (header: string[]) => void): AsyncGenerator<Row> {
  const columns = (header: string[]): string[] => {
    const names = header.map((name) => name.trim().toLowerCase());
    onHeader(names);
    return names;
  };
  const input = createReadStream(file);
  const parser = input.pipe(
    parse({ columns, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true }),
  );
  input.once('error', (error) => parser.destroy(error));
  try {
    for await (const record of parser) yield record as Row;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new CommandError(EXIT.usage, `There is no file ${file}.`);
    throw new CommandError(EXIT.failed, `${file} cannot be read as CSV: ${(error as Error).message}`, undefined, {
      cause: error,
    });
  }
}

function checkHeader(file: string, header: readonly string[]): string[] {
  const missing = ['order_id', 'sku', 'quantity'].filter((name) => !header.includes(name));
  if (!header.includes('placed_at') && !(header.includes('date') && header.includes('time')))
    missing.push('placed_at (or date and time)');
  if (missing.length > 0) {
    throw new CommandError(
      EXIT.usage,
      `${file} lacks the columns ${missing.join(', ')}.`,
      'The first line names the columns; `posctl sales import --help` lists them.',
    );
  }
  return header.filter((name) => !KNOWN_COLUMNS.has(name));
}

/** Adds a row to its order, or says why it cannot be. */
function take(drafts: Map<string, Draft>, record: Row, row: number): RejectedRow | undefined {
  const orderId = record['order_id'] ?? '';
  const reject = (column: string, reason: string): RejectedRow => ({ row, column, reason, orderId });
  if (orderId === '') return reject('order_id', 'is empty');
  let draft = drafts.get(orderId);
  if (draft === undefined) {
    draft = { orderId, row, columns: {}, lines: [], payments: new Map() };
    drafts.set(orderId, draft);
  }
  for (const column of ORDER_COLUMNS) {
    const value = record[column] ?? '';
    if (value === '') continue;
    if ((draft.columns[column] ??= value) !== value)
      return reject(column, `differs from row ${draft.row} of the same order`);
  }
  takePayment(draft, record, row);
  return takeLine(draft, record, row, reject);
}

function takeLine(
  draft: Draft,
  record: Row,
  row: number,
  reject: (column: string, reason: string) => RejectedRow,
): RejectedRow | undefined {
  const { sku = '', quantity = '', unit_price: unitPrice = '', line = '' } = record;
  if (sku === '' && quantity === '') return undefined; // a row that only pays
  if (sku === '') return reject('sku', 'is empty');
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(quantity) || Number(quantity) === 0) {
    return reject('quantity', 'is not a number above 0 with at most 6 places');
  }
  if (line !== '' && !/^\d{1,6}$/.test(line)) return reject('line', 'is not a whole number');
  const position = line === '' ? undefined : Number(line);
  draft.lines.push({ row, sku, quantity, unitPrice: unitPrice === '' ? undefined : unitPrice, position });
  return undefined;
}

/** The payment may be repeated on each row of its order: the same tender and amount are one payment. */
function takePayment(draft: Draft, record: Row, row: number): void {
  const { tender = '', paid = '' } = record;
  if (tender === '' && paid === '') return;
  const payment = { row, tender: tender === '' ? 'cash' : tender, paid: paid === '' ? undefined : paid };
  const key = `${payment.tender} ${paid}`;
  if (!draft.payments.has(key)) draft.payments.set(key, payment);
}

/** Lines and payments get an order that does not depend on where their rows stand: a shuffled file is the same sales. */
function saleOf({ orderId, row, columns, lines, payments }: Draft): PastSale {
  return {
    orderId,
    row,
    placedAt: columns.placed_at,
    date: columns.date,
    time: columns.time,
    outlet: columns.outlet,
    channel: columns.channel,
    note: columns.note,
    lines: lines.sort(byReceipt),
    payments: [...payments.values()].sort((a, b) =>
      compare(`${a.tender} ${a.paid ?? ''}`, `${b.tender} ${b.paid ?? ''}`),
    ),
  };
}

function byReceipt(a: PastLine, b: PastLine): number {
  return (
    (a.position ?? 0) - (b.position ?? 0) ||
    compare(a.sku, b.sku) ||
    compare(a.quantity, b.quantity) ||
    compare(a.unitPrice ?? '', b.unitPrice ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
