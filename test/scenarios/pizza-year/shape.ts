import { createReadStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** The two files that posctl imports. */
export interface ShapedFiles {
  readonly catalog: string;
  readonly sales: string;
}

/** How the year is told. */
export interface ShapeOptions {
  /** Only every so many-th order, for a sample of the whole year. */
  readonly every?: number;
  /** Tax group of every pizza; default `none`, so that the menu prices are the totals. */
  readonly taxCategory?: string;
}

/** A line of a CSV file by its header. */
export type Row = Readonly<Record<string, string>>;

export const DEFAULT_SOURCE = path.resolve('../shared/data/pizza-place-2015');
const SIZE_NAMES: Readonly<Record<string, string>> = {
  S: 'small',
  M: 'medium',
  L: 'large',
  XL: 'extra large',
  XXL: 'double extra large',
};

/** Writes `catalog.csv` and `sales.csv` of the year in `source` into `target`. */
export async function shape(source: string, target: string, options: ShapeOptions = {}): Promise<ShapedFiles> {
  if (!existsSync(path.join(source, 'pizzas.csv'))) {
    throw new Error(`${source} does not hold the pizza year: name the folder with orders.csv.gz and pizzas.csv`);
  }
  const files = { catalog: path.join(target, 'catalog.csv'), sales: path.join(target, 'sales.csv') };
  const pizzas = await read(path.join(source, 'pizzas.csv'));
  const types = new Map(
    (await read(path.join(source, 'pizza_types.csv'))).map((type) => [column(type, 'pizza_type_id'), type]),
  );
  await mkdir(target, { recursive: true });
  await writeFile(files.catalog, catalogOf(pizzas, types, options.taxCategory ?? 'none'));
  await writeFile(files.sales, await salesOf(source, pizzas, options.every ?? 1));
  return files;
}

function catalogOf(pizzas: readonly Row[], types: ReadonlyMap<string, Row>, taxCategory: string): string {
  const lines = pizzas.map((pizza) => {
    const type = types.get(column(pizza, 'pizza_type_id'));
    if (type === undefined) throw new Error(`pizza ${column(pizza, 'pizza_id')} has no type`);
    const name = `${column(type, 'name')}, ${SIZE_NAMES[column(pizza, 'size')] ?? column(pizza, 'size')}`;
    return csvLine([
      column(pizza, 'pizza_id'),
      name,
      column(type, 'category'),
      column(pizza, 'price'),
      'USD',
      taxCategory,
      '',
      'each',
      'true',
    ]);
  });
  return text(['sku,name,category,price,currency,taxCategory,barcode,unit,active', ...lines]);
}

/** One row a line sold; what was paid, the sum of the order's prices, is repeated on each. */
async function salesOf(source: string, pizzas: readonly Row[], every: number): Promise<string> {
  const centsOf = new Map(pizzas.map((pizza) => [column(pizza, 'pizza_id'), cents(column(pizza, 'price'))]));
  const orders = (await read(path.join(source, 'orders.csv.gz'))).filter((_, index) => index % every === 0);
  const linesOf = new Map<string, Row[]>();
  for (const line of await read(path.join(source, 'order_details.csv.gz'))) {
    const known = linesOf.get(column(line, 'order_id'));
    if (known === undefined) linesOf.set(column(line, 'order_id'), [line]);
    else known.push(line);
  }
  const rows = orders.flatMap((order) => {
    const lines = linesOf.get(column(order, 'order_id')) ?? [];
    const paid = lines.reduce(
      (sum, line) => sum + (centsOf.get(column(line, 'pizza_id')) ?? NaN) * Number(column(line, 'quantity')),
      0,
    );
    if (!Number.isSafeInteger(paid)) throw new Error(`order ${column(order, 'order_id')} has a pizza without a price`);
    return lines.map((line) => salesRow(order, line, paid));
  });
  return text(['order_id,date,time,line,sku,quantity,tender,paid', ...rows]);
}

function salesRow(order: Row, line: Row, paid: number): string {
  const moment = [column(order, 'order_id'), column(order, 'date'), column(order, 'time')];
  const sold = [column(line, 'order_details_id'), column(line, 'pizza_id'), column(line, 'quantity')];
  return csvLine([...moment, ...sold, 'cash', `${Math.floor(paid / 100)}.${String(paid % 100).padStart(2, '0')}`]);
}

/** Reads a CSV file, packed or not. */
export async function read(file: string): Promise<Row[]> {
  const raw = createReadStream(file);
  const plain = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const rows: Row[] = [];
  for await (const row of plain.pipe(parse({ columns: true, bom: true }))) rows.push(row as Row);
  return rows;
}

/** A price in dollars as cents. */
export function cents(dollars: string): number {
  const match = /^(\d+)\.(\d{2})$/.exec(dollars);
  if (match === null) throw new Error(`not a price: ${dollars}`);
  return Number(`${match[1]}${match[2]}`);
}

/** A cell that has to be there. */
export function column(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`a row lacks the column ${name}`);
  return value;
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

async function main(): Promise<void> {
  const [source = DEFAULT_SOURCE, target = path.resolve('.data/pizza-year')] = process.argv.slice(2);
  const files = await shape(source, target);
  process.stdout.write(`${files.catalog}\n${files.sales}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) void main();
