import { randomUUID } from 'node:crypto';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import { absolute, PricebookShop, USD } from './pricebooks.examples.js';

let service: TestService;
let shop: PricebookShop;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());
beforeEach(async () => {
  shop = await PricebookShop.open(service);
});

test.each<[string, object, number, string, string]>([
  [
    'a price finer than its currency',
    { rules: [{ kind: 'absolute', amount: { amount: 1.5, currency: 'USD' } }] },
    422,
    'amount_has_too_many_digits',
    '/rules/0/amount/amount',
  ],
  [
    'a percentage without a rate',
    { rules: [{ kind: 'percent', amount: USD(1) }] },
    422,
    'pricebook_invalid',
    '/rules/0/rate',
  ],
  [
    'a price in another currency',
    { rules: [{ kind: 'absolute', amount: { amount: 1, currency: 'EUR' } }] },
    422,
    'pricebook_invalid',
    '/rules/0/amount/currency',
  ],
  ['a currency that is none', { currency: 'XXX' }, 422, 'pricebook_invalid', '/currency'],
  ['a blank name', { name: ' ' }, 422, 'pricebook_invalid', '/name'],
  [
    'an outlet that is not there',
    { scope: { outletIds: [randomUUID()] } },
    422,
    'pricebook_invalid',
    '/scope/outletIds/0',
  ],
  [
    'a weekday that is none',
    { scope: { schedule: { windows: [{ weekdays: [8], from: '17:00', to: '19:00' }] } } },
    400,
    'validation_failed',
    '/scope/schedule/windows/0/weekdays/0',
  ],
  [
    'an hour that is none',
    { scope: { schedule: { windows: [{ weekdays: [1], from: '25:00', to: '19:00' }] } } },
    422,
    'pricebook_invalid',
    '/scope/schedule/windows/0/from',
  ],
  ['a channel that is none', { scope: { channels: ['fax'] } }, 400, 'validation_failed', '/scope/channels/0'],
  ['a parent that is not there', { parentId: randomUUID() }, 422, 'pricebook_invalid', '/parentId'],
  ['a code that is taken', { code: 'taken' }, 409, 'pricebook_code_taken', '/code'],
])('%s is refused with its place', async (_, changes, status, code, pointer) => {
  await shop.book({ code: 'taken' });
  const answer = await shop.call('POST', '', { name: 'x', currency: 'USD', ...changes });
  expect(answer.body).toMatchObject({ status, code, errors: [{ pointer }] });
});

test('the same id again is the same pricebook or a conflict', async () => {
  const body = { id: randomUUID(), name: 'Mine', currency: 'USD' };
  const first = await shop.call('POST', '', body);
  expect((await shop.call('POST', '', body, { withoutKey: true })).status).toBe(409); // another key has made it
  const other = { ...body, id: randomUUID() };
  const [one, two] = [
    await shop.call('POST', '', other, { withoutKey: true }),
    await shop.call('POST', '', other, { withoutKey: true }),
  ];
  expect([first.status, one.status, two.status, two.headers.get('idempotency-replayed')]).toEqual([
    201,
    201,
    201,
    'true',
  ]);
  expect(two.text).toBe(one.text);
});

test('a book that others inherit is not archived before them, and its parent is fixed once it was released', async () => {
  const parent = await shop.published({}, [absolute('latte', 400)]);
  const child = await shop.published({ parentId: parent, priority: 1 });
  expect((await shop.call('POST', `/${parent}/archive`)).body.code).toBe('pricebook_in_use');
  expect((await shop.call('PATCH', `/${child}`, { parentId: null })).body.code).toBe('pricebook_parent_fixed');
  const { publishAt: before } = (await shop.ok('GET', `/${child}`)).inForce;
  await shop.ok('POST', `/${child}/archive`);
  expect(await shop.ok('POST', `/${parent}/archive`)).toMatchObject({
    status: 'archived',
    inForce: null,
    archivedAt: expect.any(String),
  });
  expect(await shop.latte()).toMatchObject({ price: USD(500), passedOver: [{ why: 'archived' }, { why: 'archived' }] });
  expect((await shop.latte({ at: before })).price).toEqual(USD(400));
  expect((await shop.call('POST', `/${child}/publish`, {})).body.code).toBe('pricebook_archived');
  expect((await shop.ok('GET', '?status=archived')).data.length).toBe(2);
});

test('lists filter by outlet, state and words, and page', async () => {
  await shop.published({ name: 'A here', code: 'one', scope: { outletIds: [shop.harbour] } });
  await shop.book({ name: 'B there', scope: { outletIds: [shop.airport] } });
  await shop.book({ name: 'C everywhere 100%' });
  const names = async (query: string) =>
    (await shop.ok('GET', `?${query}`)).data.map(({ name }: { name: string }) => name);
  expect(await names('')).toEqual(['A here', 'B there', 'C everywhere 100%']);
  expect(await names(`outletId=${shop.harbour}`)).toEqual(['A here', 'C everywhere 100%']);
  expect(await names('status=active')).toEqual(['A here']);
  expect(await names('q=ONE')).toEqual(['A here']);
  expect(await names('q=0%25')).toEqual(['C everywhere 100%']);
  const page = await shop.ok('GET', '?limit=2');
  expect(await names(`limit=2&cursor=${page.nextCursor}`)).toEqual(['C everywhere 100%']);
});

test('who acts for some outlets sets prices for no others', async () => {
  const token = await service.createKey(shop.tenant, { outlets: [shop.harbour] as never });
  const wish = (outletIds: string[] | null) => ({ name: 'x', currency: 'USD', scope: { outletIds } });
  for (const outletIds of [null, [shop.airport], [shop.harbour, shop.airport]]) {
    const answer = await shop.call('POST', '', wish(outletIds), { token });
    expect(answer.body).toMatchObject({ status: 403, code: 'pricebook_outlets_restricted' });
  }
  const mine = await shop.ok('POST', '', wish([shop.harbour]), { token });
  expect((await shop.call('PATCH', `/${mine.id}/draft`, { scope: {} }, { token })).status).toBe(403);
  expect((await shop.call('POST', `/${mine.id}/publish`, {}, { token })).status).toBe(200);
  const all = await shop.published();
  for (const [method, path] of [
    ['POST', 'archive'],
    ['POST', 'versions'],
  ]) {
    expect(
      (await shop.call(method as string, `/${all}/${path}`, path === 'archive' ? undefined : {}, { token })).status,
    ).toBe(403);
  }
  const elsewhere = await shop.call('GET', `/effective?sku=latte&outletId=${shop.airport}`, undefined, { token });
  expect(elsewhere.body).toMatchObject({ status: 404, code: 'outlet_not_found' });
});

test('what another tenant has does not exist', async () => {
  const id = await shop.published({ rules: [{ kind: 'percent', rate: '-50' }] }, [absolute('latte', 1)]);
  const other = await PricebookShop.open(service);
  for (const path of [
    '',
    '/versions',
    '/versions/1',
    '/versions/1/entries',
    '/diff?from=1&to=1',
    '/versions/1/export',
  ]) {
    expect((await other.call('GET', `/${id}${path}`)).body.code).toBe('pricebook_not_found');
  }
  expect((await other.call('POST', `/${id}/archive`)).status).toBe(404);
  expect((await other.latte()).price).toEqual(USD(500));
  expect((await other.call('POST', '', { name: 'x', currency: 'USD', parentId: id })).body.code).toBe(
    'pricebook_invalid',
  );
});
