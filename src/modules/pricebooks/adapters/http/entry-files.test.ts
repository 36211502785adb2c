import { startService, type TestService } from '../../../../../test/harness/service.js';
import { LIMITS } from '../../domain/pricebook.js';
import { absolute, PricebookShop } from './pricebooks.examples.js';

let service: TestService;
let shop: PricebookShop;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());
beforeEach(async () => {
  shop = await PricebookShop.open(service);
});

const HEADER = 'sku,kind,value,currency';
const file = (...rows: string[]) => [HEADER, ...rows].join('\n');
const send = (id: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  shop.call('POST', `/${id}/draft/import`, body, { headers: { 'Content-Type': 'text/csv', ...headers } });
const exported = async (id: string, number = 1) => shop.call('GET', `/${id}/versions/${number}/export`);

test('a file goes in, again it changes nothing, changed it updates', async () => {
  const id = await shop.book();
  await shop.ok('PATCH', `/${id}/draft/entries`, { set: [absolute('stays', 1)] });
  const rows = file('latte,absolute,4.20,USD', 'chai,percent,-12.5,', '"a ""b"", c",amount,-0.05,USD');
  const first = await send(id, rows);
  expect(first.body).toMatchObject({
    total: 3,
    created: 3,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    errors: [],
    version: 1,
  });
  expect(first.headers.get('etag')).toBe('"3"');
  expect((await send(id, rows)).body).toMatchObject({ total: 3, created: 0, updated: 0, unchanged: 3, revision: 3 });
  expect((await send(id, file('latte,absolute,4.30,USD'))).body).toMatchObject({
    updated: 1,
    unchanged: 0,
    revision: 4,
  });
  const out = await exported(id);
  expect(out.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(out.text).toBe(
    `${HEADER}\r\n"a ""b"", c",amount,-0.05,USD\r\nchai,percent,-12.5,USD\r\nlatte,absolute,4.30,USD\r\nstays,absolute,0.01,USD\r\n`,
  );
  expect((await send(id, out.text)).body).toMatchObject({ total: 4, unchanged: 4, revision: 4 });
});

test('bad rows are rejected with their number, the others go in', async () => {
  const id = await shop.book();
  const rows = [
    ...['latte,absolute,4.20,USD', 'chai,absolute,4.205,USD', '', 'latte,absolute,5,USD', 'mocha,absolute,4,EUR'],
    ...['tea,gift,4,USD', 'cake,absolute', 'bread,amount,0.5,USD'],
  ];
  const { body } = await send(id, file(...rows));
  expect(body).toMatchObject({ total: 7, created: 2, rejected: 5 });
  expect(body.errors).toEqual([
    { row: 3, column: 'value', message: 'has more digits than its currency' },
    { row: 5, column: 'sku', message: 'is in row 2 already' },
    { row: 6, column: 'currency', message: "must be the pricebook's, USD" },
    { row: 7, column: 'kind', message: 'must be absolute, percent or amount' },
    { row: 8, column: null, message: 'has 2 cells instead of 4' },
  ]);
});

test.each<[string, string, number, string]>([
  ['an empty file', '', 422, 'pricebook_file_unreadable'],
  ['another header', 'sku,price\nlatte,4\n', 422, 'pricebook_file_unreadable'],
  ['a quote that does not end', `${HEADER}\n"latte,absolute,4,USD\n`, 422, 'pricebook_file_unreadable'],
])('%s changes nothing', async (_, body, status, code) => {
  const id = await shop.book();
  expect((await send(id, body)).body).toMatchObject({ status, code });
  expect((await shop.ok('GET', `/${id}`)).revision).toBe(1);
});

test('more rows than a version may have are refused, as many are not', async () => {
  const id = await shop.book();
  const rows = Array.from({ length: LIMITS.entries }, (_, index) => `sku-${index},absolute,${index % 90}.99,USD`);
  expect((await send(id, file(...rows, 'one,absolute,1,USD'))).body.code).toBe('pricebook_file_unreadable');
  expect((await send(id, file(...rows))).body).toMatchObject({ total: LIMITS.entries, created: LIMITS.entries });
  expect((await send(id, file('one,absolute,1,USD'))).body.code).toBe('pricebook_too_large');
  const out = await exported(id);
  expect(out.text.split('\r\n').length).toBe(LIMITS.entries + 2);
  await shop.ok('POST', `/${id}/publish`, {});
  expect((await shop.ok('POST', `/${id}/versions`, {})).draft.entryCount).toBe(LIMITS.entries);
});

test('what is not a file, a draft or there is refused', async () => {
  const id = await shop.published();
  expect((await send(id, file())).body.code).toBe('pricebook_no_draft');
  expect((await send(id, '{}', { 'Content-Type': 'application/json' })).body.code).toBe('unsupported_media_type');
  expect((await send(id, file(), { 'If-Match': '"1"' })).body.code).toBe('version_mismatch');
  expect((await send('x', file())).body).toMatchObject({ status: 400, errors: [{ pointer: '/path/pricebookId' }] });
  expect((await exported(id, 7)).body.code).toBe('pricebook_version_not_found');
  expect((await exported(id, 0)).body).toMatchObject({ status: 400, errors: [{ pointer: '/path/number' }] });
});

test('the same upload under one key is one import', async () => {
  const id = await shop.book();
  const key = { 'Idempotency-Key': 'file-1' };
  const first = await send(id, file('latte,absolute,4,USD'), key);
  const again = await send(id, file('latte,absolute,4,USD'), key);
  expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
  expect((await send(id, file('latte,absolute,5,USD'), key)).body.code).toBe('idempotency_key_reused');
});
