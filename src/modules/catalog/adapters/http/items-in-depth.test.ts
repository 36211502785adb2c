import { Client } from 'pg';
import { startService, type Answer, type TestService, type TestTenant } from '../../../../../test/harness/service.js';

let service: TestService;
let shop: TestTenant;
beforeAll(async () => {
  service = await startService();
});
beforeEach(async () => {
  shop = await service.createTenant();
});
afterAll(() => service.close());

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  service.call(method, path, { tenant: shop, body, headers });
const item = (sku: string, changes: object = {}) => ({
  ...{ sku, name: `Item ${sku}`, category: 'Things', price: { amount: 250, currency: 'USD' }, taxCategory: 'standard' },
  ...changes,
});
const added = async (sku: string, changes: object = {}): Promise<{ id: string }> => {
  const answer = await call('POST', '/catalog/items', item(sku, changes));
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
};
const skusOf = async (query: string): Promise<string[]> =>
  (await call('GET', `/catalog/items?${query}`)).body.data.map(({ sku }: { sku: string }) => sku);

const DEEP = {
  barcodes: ['4006381333931', '012345678905'],
  kind: 'product',
  openPrice: false,
  discountable: false,
  minimumAge: 18,
  plu: '04011',
  measure: 'weight',
  unit: 'kg',
  tare: '0.012',
  variantOf: { sku: 'fruit', attributes: { size: 'L', colour: 'green' } },
  allergens: ['milk', 'nuts'],
  nutrition: { perAmount: '100 g', values: { energyKj: '371', sugars: '12.2' } },
  images: ['https://images.example.com/a.jpg?w=1'],
  description: 'First line\nSecond line',
  channels: ['counter', 'kiosk'],
  schedule: { startsOn: null, endsOn: '2030-12-31', windows: [{ weekdays: [1, 2], from: '07:00', to: '11:30' }] },
};

test('what is said of an item is kept, shown, and left alone by changes of other members', async () => {
  const { id } = await added('deep', DEEP);
  const shown = await call('GET', `/catalog/items/${id}`);
  expect(shown.body).toMatchObject({ ...DEEP, barcode: '4006381333931', deletedAt: null, version: 1 });
  const { id: _, version: __, deletedAt: ___, ...said } = shown.body;
  expect((await call('PUT', `/catalog/items/${id}`, said)).body.version).toBe(1);
  const renamed = await call('PATCH', `/catalog/items/${id}`, { name: 'Other' });
  expect(renamed.body).toEqual({ ...shown.body, name: 'Other', version: 2 });
});

test('what is left out is usual, and a gift card is never discounted', async () => {
  const { id } = await added('plain', { kind: 'gift_card', openPrice: true, discountable: true });
  expect((await call('GET', `/catalog/items/${id}`)).body).toMatchObject({
    ...{ kind: 'gift_card', openPrice: true, discountable: false, minimumAge: null, plu: null, measure: 'each' },
    ...{ barcode: null, barcodes: [], variantOf: null, allergens: [], nutrition: null, images: [], tare: null },
    ...{ description: null, channels: null, schedule: null },
  });
});

test.each([
  [{ kind: 'thing' }, 400, 'validation_failed', '/kind'],
  [{ minimumAge: 0 }, 400, 'validation_failed', '/minimumAge'],
  [{ plu: '123456' }, 422, 'item_invalid', '/plu'],
  [{ tare: '-1' }, 422, 'item_invalid', '/tare'],
  [{ barcodes: ['1', '2', '1'] }, 422, 'item_invalid', '/barcodes/2'],
  [{ barcodes: ['012345678905', '0012345678905'] }, 422, 'item_invalid', '/barcodes/1'],
  [{ images: ['http://example.com/a.jpg'] }, 422, 'item_invalid', '/images/0'],
  [{ images: ['data:image/png;base64,AAAA'] }, 422, 'item_invalid', '/images/0'],
  [{ allergens: ['milk', 'milk'] }, 422, 'item_invalid', '/allergens/1'],
  [{ allergens: ['dust'] }, 400, 'validation_failed', '/allergens/0'],
  [{ nutrition: { perAmount: '', values: {} } }, 422, 'item_invalid', '/nutrition/perAmount'],
  [{ variantOf: { sku: 'me', attributes: {} } }, 422, 'item_invalid', '/variantOf/sku'],
  [{ channels: [] }, 422, 'item_invalid', '/channels'],
  [
    { schedule: { windows: [{ weekdays: [1], from: '7', to: '8:00' }] } },
    422,
    'item_invalid',
    '/schedule/windows/0/from',
  ],
])('%j is refused', async (changes, status, code, pointer) => {
  const answer = await call('POST', '/catalog/items', item('me', changes));
  expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([status, code, pointer]);
});

test.each([
  ['the same barcode', { barcode: '012345678905' }, 'barcode_taken', '/barcode'],
  ['the same GTIN, longer', { barcode: '00012345678905' }, 'barcode_taken', '/barcode'],
  ['as a further one', { barcodes: ['fresh', '0012345678905'] }, 'barcode_taken', '/barcodes/1'],
  ['the same PLU', { plu: '4011' }, 'plu_taken', '/plu'],
])('a code belongs to one item: %s', async (_, changes, code, pointer) => {
  await added('first', { barcodes: ['4006381333931', '012345678905'], plu: '04011' });
  const answer = await call('POST', '/catalog/items', item('second', changes));
  expect(answer).toMatchObject({ status: 409, body: { code, errors: [{ pointer }] } });
});

test('lists are filtered by what items are', async () => {
  await added('card', { kind: 'gift_card' });
  await added('apple', { plu: '04011', barcodes: ['4006381333931', 'second-code'] });
  await added('apple-l', { variantOf: { sku: 'apple', attributes: { size: 'L' } } });
  expect(await skusOf('kind=gift_card')).toEqual(['card']);
  expect(await skusOf('plu=4011')).toEqual(['apple']);
  expect(await skusOf('variantOf=apple')).toEqual(['apple-l']);
  expect(await skusOf('barcode=04006381333931')).toEqual(['apple']);
  expect(await skusOf('q=COND-CO')).toEqual(['apple']);
  expect(await skusOf('deleted=true')).toEqual([]);
});

describe('a deleted item', () => {
  test('is gone, keeps its SKU, gives up its codes, and comes back', async () => {
    const { id } = await added('old', { barcode: '4006381333931', plu: '1' });
    expect(await call('DELETE', `/catalog/items/${id}`, undefined, { 'If-Match': '"9"' })).toMatchObject({
      status: 412,
    });
    const deleted = await call('DELETE', `/catalog/items/${id}`, undefined, { 'If-Match': '"1"' });
    expect(deleted).toMatchObject({ status: 200, body: { version: 2, deletedAt: expect.any(String) } });
    expect(deleted.headers.get('etag')).toBe('"2"');
    expect([await skusOf(''), await skusOf('barcode=4006381333931'), await skusOf('plu=1')]).toEqual([[], [], []]);
    expect(await skusOf('deleted=true')).toEqual(['old']);
    expect((await call('GET', '/catalog/categories')).body.data).toEqual([]);
    expect((await call('GET', `/catalog/items/${id}`)).body.deletedAt).toBe(deleted.body.deletedAt);
    expect((await call('PATCH', `/catalog/items/${id}`, { name: 'x' })).body.code).toBe('item_deleted');
    expect((await call('POST', '/catalog/items', item('old'))).body.code).toBe('sku_taken');
    const restored = await call('POST', `/catalog/items/${id}/restore`, {});
    expect(restored.body).toMatchObject({ version: 3, deletedAt: null, barcode: '4006381333931', plu: '1' });
    expect(await skusOf('barcode=4006381333931')).toEqual(['old']);
    expect((await call('POST', `/catalog/items/${id}/restore`, {})).body.version).toBe(3);
  });

  test.each([
    ['barcode_taken', { barcode: '4006381333931' }],
    ['plu_taken', { plu: '1' }],
  ])('cannot come back while another has its codes: %s', async (code, taken) => {
    const { id } = await added('old', { barcode: '4006381333931', plu: '1' });
    await call('DELETE', `/catalog/items/${id}`);
    await added('new', taken);
    expect((await call('POST', `/catalog/items/${id}/restore`, {})).body.code).toBe(code);
  });

  test('events tell of both', async () => {
    const { id } = await added('old');
    await call('DELETE', `/catalog/items/${id}`);
    await call('POST', `/catalog/items/${id}/restore`, {});
    const client = new Client({ connectionString: service.database.ownerUrl });
    await client.connect();
    await client.query("select set_config('app.tenant_id', $1, false)", [shop.id]);
    const { rows } = await client.query('select type, sequence from events where aggregate_id = $1 order by sequence', [
      id,
    ]);
    await client.end();
    expect(rows).toEqual([
      { type: 'pos.catalog.item_changed', sequence: 1 },
      { type: 'pos.catalog.item_deleted', sequence: 2 },
      { type: 'pos.catalog.item_restored', sequence: 3 },
    ]);
  });
});

describe('an import', () => {
  const HEADER = 'sku,name,category,price,currency,taxCategory,barcode,unit,active';
  async function imported(body: unknown, type: string): Promise<ReturnType<typeof JSON.parse>> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const started = await call('POST', '/catalog/imports', text, { 'Content-Type': type });
    expect(started.status).toBe(202);
    for (;;) {
      const { body: shown } = await call('GET', `/catalog/imports/${started.body.id}`);
      if (shown.status !== 'running') return shown;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const csv = (...rows: string[]): Promise<ReturnType<typeof JSON.parse>> =>
    imported([HEADER, ...rows].join('\n'), 'text/csv');
  const row = (sku: string, more: object = {}) => ({
    ...{ sku, name: sku, category: 'c', price: '2.50', currency: 'USD', taxCategory: 'standard' },
    ...more,
  });
  const shown = async (sku: string) => (await call('GET', `/catalog/items?sku=${sku}`)).body.data[0];

  test('of CSV leaves alone what CSV cannot say', async () => {
    await added('deep', DEEP);
    const before = await shown('deep');
    const same = 'deep,Item deep,Things,2.50,USD,standard,4006381333931,kg,true';
    expect(await csv(same)).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await csv(same.replace('2.50', '3.00'))).toMatchObject({ updated: 1 });
    expect(await shown('deep')).toEqual({ ...before, price: { amount: 300, currency: 'USD' }, version: 2 });
    expect(await csv(same.replace('4006381333931', 'x'))).toMatchObject({ updated: 1 });
    expect(await shown('deep')).toMatchObject({ barcode: 'x', barcodes: ['x', '012345678905'] });
  });

  test('of JSON says all there is to say', async () => {
    const rows = [row('deep', DEEP), row('plain')];
    expect(await imported(rows, 'application/json')).toMatchObject({ created: 2, errors: [] });
    expect(await shown('deep')).toMatchObject(DEEP);
    expect(await imported({ items: rows }, 'application/json')).toMatchObject({ unchanged: 2, updated: 0 });
  });

  test('rejects what does not have its form, and what belongs to others', async () => {
    await added('owner', { plu: '7', barcode: '4006381333931' });
    const bad = [
      row('a', { schedule: { windows: 'always' } }),
      row('b', { minimumAge: 300 }),
      row('c', { plu: '007' }),
      row('d', { barcodes: ['fresh', '04006381333931'] }),
      row('e', { openPrice: 'yes' }),
    ];
    const { rejected, errors } = await imported(bad, 'application/json');
    expect(rejected).toBe(5);
    expect(errors).toEqual(
      expect.arrayContaining([
        { row: 1, column: 'schedule', message: expect.stringMatching(/windows/) },
        { row: 2, column: 'minimumAge', message: expect.stringMatching(/1 to 120/) },
        { row: 3, column: 'plu', message: 'belongs to the item owner' },
        { row: 4, column: 'barcodes', message: 'belongs to the item owner' },
        { row: 5, column: 'openPrice', message: 'must be true or false' },
      ]),
    );
  });

  test('brings deleted items back, with the codes of the row', async () => {
    const { id } = await added('old', { barcodes: ['111', '222'], plu: '9', minimumAge: 18 });
    await call('DELETE', `/catalog/items/${id}`);
    await added('new', { barcode: '222', plu: '9' });
    expect(await csv('old,Old,Things,2.50,USD,standard,111,each,true')).toMatchObject({ updated: 1, rejected: 0 });
    expect(await shown('old')).toMatchObject({ id, barcodes: ['111'], plu: null, minimumAge: 18, version: 3 });
  });

  test('moves PLUs and barcodes between items, whatever the order of rows', async () => {
    await added('one', { plu: '1', barcode: '111' });
    const rows = [row('two', { plu: '1', barcode: '111' }), row('one', { plu: '2', barcode: '333' })];
    expect(await imported(rows, 'application/json')).toMatchObject({ created: 1, updated: 1, rejected: 0 });
    expect([await skusOf('plu=1'), await skusOf('barcode=111'), await skusOf('plu=2')]).toEqual([
      ['two'],
      ['two'],
      ['one'],
    ]);
  });
});
