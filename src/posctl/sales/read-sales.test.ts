import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXIT } from '../exit-codes.js';
import { readSales } from './read-sales.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'posctl-sales-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(...lines: string[]): string {
  const file = path.join(folder, 'sales.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const HEADER = 'order_id,date,time,line,sku,quantity,tender,paid';
const ROWS = [
  '7,2015-01-01,11:38:36,1,tea,2,cash,9.00',
  '8,2015-01-01,11:40:00,3,cake,1,cash,4.00',
  '7,2015-01-01,11:38:36,2,milk,1,cash,9.00',
];

test('rows of one order are one sale, wherever they stand', async () => {
  const { sales, rows, rejected } = await readSales(fileOf(HEADER, ...ROWS));
  expect(rejected).toEqual([]);
  expect(rows).toBe(3);
  expect(sales.map(({ orderId, lines }) => [orderId, lines.map(({ sku }) => sku)])).toEqual([
    ['7', ['tea', 'milk']],
    ['8', ['cake']],
  ]);
  expect(sales[0]?.payments).toEqual([{ row: 2, tender: 'cash', paid: '9.00' }]);
});

test('a shuffled file is the same sales', async () => {
  const contents = async (rows: readonly string[]): Promise<unknown> => {
    const { sales } = await readSales(fileOf(HEADER, ...rows));
    const plain = sales.map(({ orderId, lines }) => ({
      orderId,
      lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    }));
    return plain.sort((a, b) => a.orderId.localeCompare(b.orderId));
  };
  expect(await contents([...ROWS].reverse())).toEqual(await contents(ROWS));
});

test.each([
  { title: 'no order id', row: ',2015-01-01,10:00:00,1,tea,1,cash,1', column: 'order_id' },
  { title: 'no SKU', row: '9,2015-01-01,10:00:00,1,,1,cash,1', column: 'sku' },
  { title: 'nothing sold', row: '9,2015-01-01,10:00:00,1,tea,0,cash,1', column: 'quantity' },
  { title: 'a negative quantity', row: '9,2015-01-01,10:00:00,1,tea,-1,cash,1', column: 'quantity' },
  { title: 'seven decimals', row: '9,2015-01-01,10:00:00,1,tea,0.1234567,cash,1', column: 'quantity' },
  { title: 'another time than the row before', row: '7,2015-01-01,10:00:00,9,tea,1,cash,9.00', column: 'time' },
])('$title rejects the row and its order', async ({ row, column }) => {
  const { sales, rejected } = await readSales(fileOf(HEADER, ...ROWS, row));
  expect(rejected).toMatchObject([{ row: 5, column }]);
  expect(sales.map(({ orderId }) => orderId)).not.toContain(row.split(',')[0]);
});

test.each([
  { title: 'a header without SKU', lines: ['order_id,placed_at,quantity', '1,2015-01-01T00:00:00Z,1'] },
  { title: 'a header without time', lines: ['order_id,date,sku,quantity', '1,2015-01-01,tea,1'] },
])('$title is wrong usage', async ({ lines }) => {
  await expect(readSales(fileOf(...lines))).rejects.toMatchObject({ exitCode: EXIT.usage });
});

test('a column that means nothing is named', async () => {
  const { ignoredColumns } = await readSales(fileOf(`${HEADER},mood`, `${ROWS[0]},happy`));
  expect(ignoredColumns).toEqual(['mood']);
});

test('a file that is not there is wrong usage', async () => {
  await expect(readSales(path.join(folder, 'absent.csv'))).rejects.toMatchObject({ exitCode: EXIT.usage });
});
