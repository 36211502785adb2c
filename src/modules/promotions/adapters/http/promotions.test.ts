import { randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService, type TestTenant } from '../../../../../test/harness/service.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const USD = (amount: number): object => ({ amount, currency: 'USD' });
const PERCENT = { kind: 'percent_off', rate: '10' };
const post = (path: string, body?: object, tenant?: TestTenant): Promise<Answer> =>
  service.call('POST', `/promotions${path}`, { body, ...(tenant === undefined ? {} : { tenant }) });
const get = (path: string, tenant?: TestTenant): Promise<Answer> =>
  service.call('GET', `/promotions${path}`, tenant === undefined ? {} : { tenant });
const patch = (path: string, body: object, etag?: number): Promise<Answer> =>
  service.call('PATCH', `/promotions${path}`, {
    body,
    headers: etag === undefined ? {} : { 'If-Match': `"${etag}"` },
  });
const drafted = async (changes: object = {}, tenant?: TestTenant): Promise<string> => {
  const { status, body, text } = await post('', { name: 'Ten percent', effect: PERCENT, ...changes }, tenant);
  if (status !== 201) throw new Error(text);
  return body.id as string;
};
const outcome = ({ status, body }: Answer): unknown[] => [status, body.code ?? body.status];

test('a promotion is drafted, shown, changed, put in force, paused and ended', async () => {
  const made = await post('', {
    name: 'Happy hour',
    select: { categories: ['Beer'] },
    schedule: { windows: [{ weekdays: [5], from: '22:00', to: '02:00' }] },
    effect: { kind: 'amount_off', amount: USD(100) },
    scope: { channels: ['bar_tab'] },
    validTo: '2099-01-01T00:00:00+01:00',
  });
  expect(made).toMatchObject({ status: 201, body: { status: 'draft', activation: 'automatic', ruleVersion: 1 } });
  expect(made.body).toMatchObject({
    ...{ priority: 500, level: 'line', stackable: true, timesMax: null, validTo: '2098-12-31T23:00:00.000Z' },
    scope: { outletIds: null, channels: ['bar_tab'], customerGroups: null, entitlements: null },
    limits: { usesMax: null, usesPerCustomerMax: null, budget: null },
  });
  const { id } = made.body;
  expect(made.headers.get('location')).toBe(`/v1/${service.tenant.slug}/pos/promotions/${id}`);
  const shown = await get(`/${id}`);
  expect([shown.body, shown.headers.get('etag')]).toEqual([made.body, '"1"']);
  expect((await patch(`/${id}`, { priority: 5 }, 1)).body).toMatchObject({ priority: 5, version: 2, ruleVersion: 2 });
  expect(outcome(await patch(`/${id}`, { priority: 6 }, 1))).toEqual([412, 'version_mismatch']);
  expect((await patch(`/${id}`, { priority: 5 })).body).toMatchObject({ version: 2, ruleVersion: 2 });
  const steps = [];
  for (const step of ['pause', 'activate', 'activate', 'pause', 'activate', 'end', 'end']) {
    steps.push(outcome(await post(`/${id}/${step}`)));
  }
  expect(steps).toEqual([
    [409, 'promotion_status_conflict'],
    [200, 'active'],
    [409, 'promotion_status_conflict'],
    [200, 'paused'],
    [200, 'active'],
    [200, 'ended'],
    [409, 'promotion_has_ended'],
  ]);
  expect(outcome(await patch(`/${id}`, { priority: 9 }))).toEqual([409, 'promotion_has_ended']);
  expect(outcome(await post(`/${id}/activate`))).toEqual([409, 'promotion_has_ended']);
});

test('versions never change, and each is there', async () => {
  const id = await drafted({ name: 'First' });
  await post(`/${id}/activate`);
  await patch(`/${id}`, { name: 'Second' });
  await patch(`/${id}`, { limits: { usesMax: 5 } });
  const page = await get(`/${id}/versions?limit=2`);
  expect(page.body.data).toMatchObject([
    { version: 3, name: 'Second', limits: { usesMax: 5 } },
    { version: 2, name: 'Second', limits: { usesMax: null } },
  ]);
  const rest = await get(`/${id}/versions?limit=2&cursor=${page.body.nextCursor}`);
  expect(rest.body).toMatchObject({ data: [{ version: 1, name: 'First' }], nextCursor: null });
  expect((await get(`/${id}/versions/1`)).body).toEqual(rest.body.data[0]);
  expect(outcome(await get(`/${id}/versions/4`))).toEqual([404, 'promotion_version_not_found']);
  expect(outcome(await get(`/${id}/versions/0`))).toEqual([400, 'validation_failed']);
  expect(outcome(await get(`/${id}/versions/9999999999`))).toEqual([400, 'validation_failed']);
  expect(outcome(await get(`/${randomUUID()}/versions`))).toEqual([404, 'promotion_not_found']);
});

test('the same id again is the same promotion or a conflict', async () => {
  const body = { id: randomUUID(), name: 'Mine', effect: PERCENT };
  const first = await post('', body);
  expect((await post('', body)).body).toEqual(first.body);
  expect(outcome(await post('', { ...body, name: 'Other' }))).toEqual([409, 'promotion_id_taken']);
  expect(outcome(await post('', { ...body, activation: 'code' }))).toEqual([409, 'promotion_id_taken']);
});

test.each<[string, object, number, string, string]>([
  ['a rate above 100', { effect: { kind: 'percent_off', rate: '101' } }, 422, 'promotion_invalid', '/effect/rate'],
  ['a kind nobody knows', { effect: { kind: 'gift' } }, 400, 'validation_failed', '/effect/kind'],
  ['a member nobody knows', { effect: { ...PERCENT, often: 1 } }, 400, 'validation_failed', '/effect/often'],
  [
    'a tier without anything',
    { effect: { kind: 'quantity_break', of: 'line', tiers: [{ from: '1' }] } },
    422,
    'promotion_invalid',
    '/effect/tiers/0',
  ],
  [
    'a fraction of a cent',
    { effect: { kind: 'amount_off', amount: USD(0.5) } },
    422,
    'amount_has_too_many_digits',
    '/effect/amount/amount',
  ],
  ['a channel nobody knows', { scope: { channels: ['moon'] } }, 400, 'validation_failed', '/scope/channels/0'],
  ['an empty scope', { scope: { customerGroups: [] } }, 422, 'promotion_invalid', '/scope/customerGroups'],
  ['a day that is none', { validFrom: '2026-02-31T00:00:00Z' }, 400, 'validation_failed', '/validFrom'],
  [
    'a time that ends before it begins',
    { validFrom: '2026-02-02T00:00:00Z', validTo: '2026-02-01T00:00:00Z' },
    422,
    'promotion_invalid',
    '/validTo',
  ],
  ['a budget of nothing', { limits: { budget: USD(0) } }, 422, 'promotion_invalid', '/limits/budget/amount'],
  ['a name of control characters', { name: 'a\u0007' }, 422, 'promotion_invalid', '/name'],
])('%s is refused with its place', async (_, changes, status, code, pointer) => {
  const answer = await post('', { name: 'x', effect: PERCENT, ...changes });
  expect([...outcome(answer), answer.body.errors[0].pointer]).toEqual([status, code, pointer]);
  const id = await drafted();
  const changed = await patch(`/${id}`, changes);
  expect([...outcome(changed), changed.body.errors[0].pointer]).toEqual([status, code, pointer]);
});

describe('a list', () => {
  let shop: TestTenant;
  const names = async (query: string): Promise<string[]> => {
    const { body } = await get(`?${query}`, shop);
    return body.data.map(({ name }: { name: string }) => name);
  };
  const OUTLET = randomUUID();
  beforeAll(async () => {
    shop = await service.createTenant();
    await drafted({ name: 'draft 100%' }, shop);
    const active = await drafted({ name: 'active', scope: { outletIds: [OUTLET] }, activation: 'code' }, shop);
    const over = await drafted({ name: 'over', validTo: '2020-01-01T00:00:00Z' }, shop);
    const paused = await drafted({ name: 'paused', scope: { outletIds: [randomUUID()] } }, shop);
    for (const id of [active, over, paused]) await post(`/${id}/activate`, undefined, shop);
    await post(`/${paused}/pause`, undefined, shop);
    await post(`/${active}/codes`, { code: 'tea' }, shop);
  });

  test.each([
    ['', ['paused', 'over', 'active', 'draft 100%']],
    ['status=draft', ['draft 100%']],
    ['status=active', ['active']],
    ['status=paused', ['paused']],
    ['status=ended', ['over']],
    ['q=100%25', ['draft 100%']],
    ['q=ACT', ['active']],
    ['code=Tea', ['active']],
    ['code=coffee', []],
    ['code=a%20b', []],
    [`outletId=${OUTLET}`, ['over', 'active', 'draft 100%']],
    ['at=2026-01-01T00:00:00Z', ['active']],
    ['at=2019-12-31T23:59:59Z', ['over', 'active']],
  ])('%s finds %j', async (query, found) => expect(await names(query)).toEqual(found));

  test('pages without repeating', async () => {
    const first = await get('?limit=3', shop);
    const second = await get(`?limit=3&cursor=${first.body.nextCursor}`, shop);
    expect(first.body.data).toHaveLength(3);
    expect(second.body).toMatchObject({ data: [{ name: 'draft 100%' }], nextCursor: null });
  });
});

test('what another tenant has does not exist', async () => {
  const [id, tenant] = [await drafted({ activation: 'code' }), await service.createTenant()];
  expect(outcome(await get(`/${id}`, tenant))).toEqual([404, 'promotion_not_found']);
  expect(outcome(await post(`/${id}/activate`, undefined, tenant))).toEqual([404, 'promotion_not_found']);
  expect(outcome(await post(`/${id}/codes`, { code: 'abc' }, tenant))).toEqual([404, 'promotion_not_found']);
  expect(outcome(await get(`/${id}/uses`, tenant))).toEqual([404, 'promotion_not_found']);
  expect((await get('', tenant)).body.data).toEqual([]);
});

test('reading and writing take their permissions', async () => {
  const reader = await service.createKey(service.tenant, { permissions: ['promotions:read'] });
  const id = await drafted();
  expect((await service.call('GET', `/promotions/${id}`, { token: reader })).status).toBe(200);
  const refused = await service.call('POST', `/promotions/${id}/activate`, { token: reader });
  expect([...outcome(refused), refused.body.permission]).toEqual([403, 'permission_missing', 'promotions:write']);
});
