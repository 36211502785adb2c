import { randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService, type TestTenant } from '../../../../../test/harness/service.js';

const USD = (amount: number): object => ({ amount, currency: 'USD' });

let service: TestService;
let meal: string;
beforeAll(async () => {
  service = await startService();
  for (const sku of ['burger', 'fries']) await item(sku);
  await item('cola', { category: 'Drinks' });
  meal = await item('meal', { kind: 'combo', price: USD(990) });
});
afterAll(() => service.close());

async function item(sku: string, said: object = {}, tenant: TestTenant = service.tenant): Promise<string> {
  const body = { sku, name: sku, category: 'Food', price: USD(300), taxCategory: 'standard', ...said };
  const answer = await service.call('POST', '/catalog/items', { body, tenant });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}

const COMBO = {
  pricing: { kind: 'fixed' },
  slots: [
    { code: 'main', name: 'Main', choices: [{ sku: 'burger' }] },
    { code: 'side', name: 'Side', min: 0, choices: [{ sku: 'fries', default: true, upcharge: USD(50) }] },
    { code: 'drink', name: 'Drink', max: 2, choices: [{ category: 'Drinks', upcharge: USD(30) }] },
  ],
};

function problemOf({ status, body }: Answer): unknown[] {
  return [status, body.code, ...(body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)];
}

test('a combo is defined, shown, changed and taken away', async () => {
  const place = `/catalog/items/${meal}/combo`;
  expect(problemOf(await service.call('GET', place))).toEqual([404, 'combo_not_found']);
  const put = await service.call('PUT', place, { body: COMBO });
  expect(put.body).toEqual({
    itemId: meal,
    pricing: { kind: 'fixed', rate: null },
    slots: [
      {
        code: 'main',
        name: 'Main',
        min: 1,
        max: 1,
        choices: [{ sku: 'burger', category: null, upcharge: USD(0), default: false }],
      },
      {
        code: 'side',
        name: 'Side',
        min: 0,
        max: 1,
        choices: [{ sku: 'fries', category: null, upcharge: USD(50), default: true }],
      },
      {
        code: 'drink',
        name: 'Drink',
        min: 1,
        max: 2,
        choices: [{ sku: null, category: 'Drinks', upcharge: USD(30), default: false }],
      },
    ],
    version: 1,
  });
  const shown = await service.call('GET', place);
  expect([shown.body, shown.headers.get('etag')]).toEqual([put.body, '"1"']);
  expect((await service.call('PUT', place, { body: COMBO })).body).toEqual(put.body);
  const cheaper = { ...COMBO, pricing: { kind: 'percent_off', rate: '12.5' } };
  const changed = await service.call('PUT', place, { body: cheaper, headers: { 'If-Match': '"1"' } });
  expect(changed.body).toMatchObject({ pricing: { kind: 'percent_off', rate: '12.5' }, version: 2 });
  expect((await service.call('DELETE', place, { headers: { 'If-Match': '"1"' } })).status).toBe(412);
  expect((await service.call('DELETE', place)).body).toEqual(changed.body);
  expect(problemOf(await service.call('DELETE', place))).toEqual([404, 'combo_not_found']);
  expect((await service.call('PUT', place, { body: COMBO })).body).toMatchObject({ version: 4 });
});

test.each<[string, object, unknown[]]>([
  ['something off without how much', { pricing: { kind: 'percent_off' } }, [422, 'combo_invalid', '/pricing/rate']],
  ['no slots', { slots: [] }, [422, 'combo_invalid', '/slots']],
  [
    'an item that is not there',
    { slots: [{ code: 'a', name: 'a', choices: [{ sku: 'x' }] }] },
    [422, 'combo_invalid', '/slots/0/choices/0/sku'],
  ],
  [
    'a combo in it',
    { slots: [{ code: 'a', name: 'a', choices: [{ sku: 'meal' }] }] },
    [422, 'combo_invalid', '/slots/0/choices/0/sku'],
  ],
  [
    'an upcharge below zero',
    { slots: [{ code: 'a', name: 'a', choices: [{ sku: 'cola', upcharge: USD(-1) }] }] },
    [400, 'validation_failed', '/slots/0/choices/0/upcharge/amount'],
  ],
  ['a price of its own kind', { pricing: { kind: 'free' } }, [400, 'validation_failed', '/pricing/kind']],
])('a combo with %s is refused with its place', async (_, said, problem) => {
  const answer = await service.call('PUT', `/catalog/items/${meal}/combo`, { body: { ...COMBO, ...said } });
  expect(problemOf(answer)).toEqual(problem);
});

test('only an item of kind combo is one, and only one’s own', async () => {
  const burger = await item('lone_burger');
  expect(problemOf(await service.call('PUT', `/catalog/items/${burger}/combo`, { body: COMBO }))).toEqual([
    422,
    'combo_invalid',
    '/path/itemId',
  ]);
  expect((await service.call('PUT', `/catalog/items/${randomUUID()}/combo`, { body: COMBO })).status).toBe(404);
  const tenant = await service.createTenant();
  expect(problemOf(await service.call('PUT', `/catalog/items/${meal}/combo`, { body: COMBO, tenant }))).toEqual([
    404,
    'item_not_found',
  ]);
  const theirs = await item('meal', { kind: 'combo' }, tenant);
  const answer = await service.call('PUT', `/catalog/items/${theirs}/combo`, { body: COMBO, tenant });
  expect(problemOf(answer).slice(0, 2)).toEqual([422, 'combo_invalid']);
});
