import { randomUUID } from 'node:crypto';
import {
  DOUBLE_SECRET,
  OutletRegistryDouble,
  type RegistryTrouble,
} from '../../src/clients/auth-service/outlet-registry-double.examples.js';
import { openShop } from '../faults/shop.js';
import { startSecondInstance } from '../harness/second-instance.js';
import { announceTo, rowsOf, until } from './discovery-looks.js';
import { call, startService, type Answer, type CallOptions, type TestService } from '../harness/service.js';

// An outlet that only the registry of businesses knows (delivery plan §5): what becomes of the first sale there.

jest.setTimeout(120_000);

const CALLBACKS = 'whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=';

let registry: OutletRegistryDouble;
let service: TestService;
let settings: Record<string, string>;
beforeAll(async () => {
  registry = await OutletRegistryDouble.start();
  settings = {
    AUTH_SERVICE_URL: registry.url,
    AUTH_SERVICE_TOKEN: 'registry-token',
    AUTH_SERVICE_SECRET: DOUBLE_SECRET,
    CALLBACK_SECRETS: `auth=${CALLBACKS}`,
  };
  service = await startService(settings);
  await openShop(service.database.ownerUrl, { owner: service.tenant });
});
afterEach(() => {
  registry.troubles.length = 0;
  registry.always = 'none';
  registry.let();
});
afterAll(async () => {
  await service.close();
  await registry.goAway();
});

const taxes = [{ code: 'vat', name: 'VAT', rate: '16', compound: false }];
const taxGroups = [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes }] as const;
const USD = (amount: number): object => ({ amount, currency: 'USD' });
const saleAt = (outletId: string): object => ({
  outletId,
  lines: [{ sku: 'coffee' }],
  payments: [{ tender: 'cash', amount: USD(300) }],
  complete: true,
});
const sellOnce = (outletId: string, options: CallOptions = {}): Promise<Answer> =>
  service.call('POST', '/orders', { body: saleAt(outletId), ...options });

/** Told that the outlet is still looked for, as after three seconds on any slow machine, it asks again as it is told to. */
async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer.body.code !== 'outlet_discovery_pending') return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const sell = (outletId: string, options: CallOptions = {}): Promise<Answer> =>
  patiently(() => sellOnce(outletId, options));

/** An outlet that the registry has and we have not. */
function registered(more: object = {}): string {
  const id = randomUUID();
  registry.register(service.tenant.slug, { id, name: `Kiosk ${id.slice(0, 4)}`, taxGroups, ...more });
  return id;
}

const rows = (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  rowsOf(service, text, values);

const eventsOf = (outletId: string): Promise<Record<string, unknown>[]> =>
  rows(
    `select type, actor from events
      where outlet_id = $1::uuid and type like 'pos.outlet.%' or data->'discovery'->>'outletId' = $1::text order by occurred_at`,
    [outletId],
  );

async function discoveriesOf(outletId: string): Promise<Record<string, unknown>[]> {
  return (await service.call('GET', `/outlets/discoveries?outletId=${outletId}`)).body.data;
}

test('the first sale goes through, and the outlet is stored with its event before the order', async () => {
  const id = registered({ currency: 'USD', timeZone: 'Africa/Nairobi', receiptPrefix: 'DSC', colour: 'blue' });
  const sold = await sell(id);
  expect([sold.status, sold.text]).toEqual([201, expect.any(String)]);
  expect(sold.body).toMatchObject({ status: 'completed', number: 'DSC-000001' });
  expect((await service.call('GET', `/outlets/${id}`)).body).toMatchObject({ timeZone: 'Africa/Nairobi', version: 1 });
  expect(await eventsOf(id)).toEqual([{ type: 'pos.outlet.opened', actor: 'system:auth' }]);
  const [question] = registry.of(id);
  expect(question).toMatchObject({ tenant: service.tenant.slug, authorization: 'Bearer registry-token', signed: true });
  expect(await discoveriesOf(id)).toMatchObject([
    { id: question?.requestId, outcome: 'found', reason: null, tries: 1, askedBy: expect.stringMatching(/^api-key:/) },
  ]);
  await sell(id);
  expect(registry.of(id)).toHaveLength(1);
});

test('quotes, drawers and shifts find it as well', async () => {
  const drawer = { name: 'Till' };
  for (const [path, body] of [
    ['/quotes', { lines: [{ sku: 'coffee' }] }],
    ['/drawers', drawer],
    ['/drawer-trays', drawer],
    ['/shifts', { job: 'cashier' }],
  ] as const) {
    const outletId = registered();
    const answer = await service.call('POST', path, { body: { outletId, ...body } });
    expect([path, answer.status < 300, answer.text]).toEqual([path, true, expect.any(String)]);
    expect(registry.of(outletId)).toHaveLength(1);
  }
});

test('what the registry does not know, or has closed, is refused as ever, and not asked again for a minute', async () => {
  const closed = registered({ active: false });
  for (const id of [randomUUID(), closed]) {
    for (let time = 0; time < 3; time += 1) {
      expect(await sell(id)).toMatchObject({ status: 422, body: { code: 'outlet_unknown' } });
    }
    expect(registry.of(id)).toHaveLength(1);
    expect(await discoveriesOf(id)).toMatchObject([{ outcome: 'unknown', reason: id === closed ? 'closed' : null }]);
    expect(await eventsOf(id)).toEqual([]);
  }
});

test.each<[RegistryTrouble, string]>([
  ['bad_signature', 'signature_wrong'],
  ['unsigned', 'header_missing'],
  ['changed_after_signing', 'signature_wrong'],
  ['other_outlet', 'other_outlet'],
  ['other_outlet_inside', 'other_outlet'],
  ['other_tenant', 'other_tenant'],
  ['replayed', 'other_request'],
  ['old', 'timestamp_too_old'],
  ['too_large', 'too_large'],
  ['not_json', 'not_json'],
  ['malformed', 'malformed'],
])('an answer that is %s: nothing is stored, and somebody is told', async (trouble, reason) => {
  await sell(registered()); // an answer that can be replayed; and the breaker sees that not all fails
  const id = registered();
  registry.troubles.push(trouble);
  expect(await sell(id)).toMatchObject({ status: 502, body: { code: 'registry_distrusted', retryable: false } });
  expect((await service.call('GET', `/outlets/${id}`)).status).toBe(404);
  expect(await rows('select from outlets where id = $1', [id])).toEqual([]);
  expect(await discoveriesOf(id)).toMatchObject([{ outcome: 'distrusted', reason }]);
  expect(await eventsOf(id)).toEqual([{ type: 'pos.outlet.discovery_failed', actor: 'system:auth' }]);
  expect((await sell(id)).status).toBe(502); // remembered for a while
  expect(registry.of(id)).toHaveLength(1);
  const byHand = await service.call('POST', `/outlets/${id}/discover`);
  expect(byHand).toMatchObject({ status: 200, body: { id } });
  expect((await sell(id)).status).toBe(201);
});

test.each([
  ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'outlet_invalid'],
  [
    'a rate that is none',
    { taxGroups: [{ ...taxGroups[0], taxes: [{ ...taxes[0], rate: '900' }] }] },
    'outlet_invalid',
  ],
  ['a receipt prefix that is taken', { receiptPrefix: 'TAKEN' }, 'receipt_prefix_taken'],
])('an honest answer with %s is of no use, and nothing of it is stored', async (_, more, reason) => {
  if (reason === 'receipt_prefix_taken') await sell(registered(more));
  const id = registered(more);
  expect(await sell(id)).toMatchObject({ status: 502, body: { code: 'registry_distrusted' } });
  expect(await rows('select from outlets where id = $1', [id])).toEqual([]);
  expect(await rows('select from tax_groups where outlet_id = $1', [id])).toEqual([]);
  expect(await rows('select from inbox_subjects where subject = $1', [`outlets/${id}`])).toEqual([]);
  expect(await discoveriesOf(id)).toMatchObject([{ outcome: 'unusable', reason }]);
});

test('a slow registry: the request is told to come back, and finds the outlet then', async () => {
  const id = registered();
  registry.troubles.push('slow');
  const told = await sellOnce(id);
  expect(told).toMatchObject({ status: 503, body: { code: 'outlet_discovery_pending', retryable: true } });
  expect(told.headers.get('retry-after')).toBe('2');
  expect(await discoveriesOf(id)).toMatchObject([{ outcome: null }]);
  registry.let();
  await until(
    () => discoveriesOf(id),
    ([one]) => one?.['outcome'] === 'found',
  );
  expect((await sell(id)).status).toBe(201);
  // One question: where it was waited for until its time was over, it was asked for once more.
  expect(new Set(registry.of(id).map(({ requestId }) => requestId)).size).toBe(1);
});

test('a callback that comes while we ask wins, and there is one outlet', async () => {
  const id = registered({ name: 'As answered' });
  registry.troubles.push('slow');
  const selling = sellOnce(id);
  await until(
    () => Promise.resolve(registry.of(id).length),
    (asked) => asked > 0,
  );
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(await announce('registered', later, { id, name: 'As announced' })).toBe(202);
  registry.let();
  expect((await selling).status).toBeLessThan(504);
  await until(
    () => discoveriesOf(id),
    ([one]) => one?.['outcome'] === 'known',
  );
  expect((await service.call('GET', `/outlets/${id}`)).body).toMatchObject({ name: 'As announced', version: 1 });
});

test('one that is closed while we ask is not opened by the answer from before', async () => {
  const id = registered();
  registry.troubles.push('slow');
  const selling = sellOnce(id);
  await until(
    () => Promise.resolve(registry.of(id).length),
    (asked) => asked > 0,
  );
  expect(await announce('closed', new Date(Date.now() + 60_000).toISOString(), { id })).toBe(202);
  registry.let();
  expect([422, 503]).toContain((await selling).status);
  await until(
    () => discoveriesOf(id),
    ([one]) => one?.['outcome'] === 'unknown',
  );
  expect((await service.call('GET', `/outlets/${id}`)).status).toBe(404);
});

const announce = (what: string, time: string, data: object): Promise<number> =>
  announceTo(service, CALLBACKS, what, { time, data });

test('many first sales at once, over two instances, open one outlet by at most one question of each', async () => {
  const id = registered();
  const other = await startSecondInstance(service.database, settings);
  try {
    const sales = Array.from({ length: 6 }, () => sell(id));
    const there = Array.from({ length: 6 }, () =>
      patiently(() => call(other.baseUrl, 'POST', '/orders', { tenant: service.tenant, body: saleAt(id) })),
    );
    const statuses = (await Promise.all([...sales, ...there])).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 12 }, () => 201));
    expect(await eventsOf(id)).toHaveLength(1);
    // Memory is each instance's own here: one that looked just before the other had stored the outlet asks, too.
    expect(new Set(registry.of(id).map(({ requestId }) => requestId)).size).toBeLessThanOrEqual(2);
  } finally {
    await other.close();
  }
});

test('who may not act for it, and test keys, ask nothing', async () => {
  const id = registered();
  const bound = await service.createKey(service.tenant, { outlets: [randomUUID() as never] });
  const testing = await service.createKey(service.tenant, { mode: 'test' });
  expect((await sell(id, { token: bound })).status).toBe(422);
  expect((await sell(id, { token: testing })).status).toBe(422);
  expect((await service.call('POST', `/outlets/${id}/discover`, { token: bound })).status).toBe(404);
  expect((await service.call('POST', `/outlets/${id}/discover`, { token: testing })).status).toBe(404);
  expect(registry.of(id)).toEqual([]);
  await sell(registered());
  const seen = await service.call('GET', '/outlets/discoveries', { token: bound });
  expect(seen.body).toEqual({ data: [], nextCursor: null });
});

test('the list is paged and filtered', async () => {
  for (let count = 0; count < 3; count += 1) await sell(registered());
  const all: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = `limit=2&outcome=found${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await service.call('GET', `/outlets/discoveries?${query}`);
    all.push(...(body.data as { id: string }[]).map(({ id }) => id));
    cursor = body.nextCursor as string | null;
  }
  const [counted] = await rows(`select count(*)::int as found from outlet_discoveries where outcome = 'found'`);
  expect(new Set(all).size).toBe(counted?.['found']);
  expect((await service.call('GET', '/outlets/discoveries?outcome=open')).body.data).toEqual([]);
});

test('a registry that is down: 503, known outlets sell on, and it is asked again when it is back', async () => {
  const [known, id] = [registered(), registered()];
  expect((await sell(known)).status).toBe(201);
  await registry.goAway();
  const told = await sell(id);
  expect(told).toMatchObject({ status: 503, body: { code: 'registry_unavailable', retryable: true } });
  expect(told.headers.get('retry-after')).toBe('5');
  expect((await sell(known)).status).toBe(201);
  expect(await discoveriesOf(id)).toMatchObject([{ outcome: null }]);
  expect(await eventsOf(id)).toEqual([]);
  await registry.comeBack();
  await until(
    () => sell(id),
    ({ status }) => status === 201,
  );
  expect(await discoveriesOf(id)).toMatchObject([{ outcome: 'found' }]);
});
