import { randomUUID } from 'node:crypto';
import { DOUBLE_SECRET, OutletRegistryDouble } from '../../src/clients/auth-service/outlet-registry-double.examples.js';
import { BACKGROUND_WORK } from '../../src/platform/tokens.js';
import { rowsOf } from './discovery-looks.js';
import { startService, type Answer, type TestService } from '../harness/service.js';

// What goes on behind the requests when the registry of outlets does not answer one.

jest.setTimeout(120_000);

let registry: OutletRegistryDouble;
let service: TestService;
let aheadMs = 0;
beforeAll(async () => {
  registry = await OutletRegistryDouble.start();
  const settings = { AUTH_SERVICE_URL: registry.url, AUTH_SERVICE_SECRET: DOUBLE_SECRET };
  service = await startService(settings, () => Date.now() + aheadMs);
});
afterEach(() => {
  registry.always = 'none';
  aheadMs = 0;
});
afterAll(async () => {
  await service.close();
  await registry.goAway();
});

function registered(): string {
  const id = randomUUID();
  registry.register(service.tenant.slug, { id, name: `Kiosk ${id.slice(0, 4)}` });
  return id;
}

const clockIn = (outletId: string): Promise<Answer> =>
  service.call('POST', '/shifts', { body: { outletId, job: 'cashier' } });

/** One look of the worker at what is due. */
async function round(): Promise<number> {
  const works = service.api.container.getAll(BACKGROUND_WORK);
  const worker = works.find(({ name }) => name === 'outlet-discoveries') as unknown as { round(): Promise<number> };
  return worker.round();
}

async function discoveryOf(outletId: string): Promise<Record<string, unknown>> {
  return (await service.call('GET', `/outlets/discoveries?outletId=${outletId}`)).body.data[0];
}

const rows = (text: string, values: unknown[]): Promise<Record<string, unknown>[]> => rowsOf(service, text, values);

const failuresOf = (outletId: string): Promise<Record<string, unknown>[]> =>
  rows(`select data->>'reason' as reason from events where data->'discovery'->>'outletId' = $1`, [outletId]);

test('a business that asks about too many outlets is told to wait, and the registry hears no more', async () => {
  const other = await service.createTenant();
  const ask = (): Promise<Answer> => service.call('POST', `/outlets/${randomUUID()}/discover`, { tenant: other });
  const heard = (): number => registry.heard.filter(({ tenant }) => tenant === other.slug).length;
  let answer = await ask();
  let asked = 1;
  // A question that was heard, and is not answered while the request waits, is also told so.
  for (; (answer.status === 404 || heard() === asked) && asked <= 200; asked += 1) answer = await ask();
  expect(answer).toMatchObject({ status: 503, body: { code: 'outlet_discovery_pending' } });
  expect(heard()).toBeLessThan(asked);
});

test('a registry that failed is asked again behind the requests, with the same question', async () => {
  const id = registered();
  registry.always = 'error';
  expect((await clockIn(id)).status).toBe(503);
  expect(await discoveryOf(id)).toMatchObject({ outcome: null, reason: 'status_503', tries: 1 });
  registry.always = 'none';
  aheadMs = 2_000;
  expect(await round()).toBe(1);
  expect(await discoveryOf(id)).toMatchObject({ outcome: 'found', nextTryAt: null });
  expect(new Set(registry.of(id).map(({ requestId }) => requestId)).size).toBe(1);
  expect((await clockIn(id)).status).toBe(201);
  expect(await round()).toBe(0);
});

test('a question that a process left when it died is taken up by another', async () => {
  const id = registered();
  await rows(
    `insert into outlet_discoveries (tenant_id, id, outlet_id, asked_by, asked_at, tries, next_try_at)
     values ($1, $2, $3, 'user:ann', now() - interval '20 seconds', 0, now() - interval '5 seconds')`,
    [service.tenant.id, randomUUID(), id],
  );
  expect(await round()).toBe(1);
  expect(await discoveryOf(id)).toMatchObject({ outcome: 'found', askedBy: 'user:ann' });
});

test('after a minute of silence the question ends and somebody is told; of the next one, within the hour, nobody', async () => {
  const id = registered();
  registry.always = 'cut';
  expect((await clockIn(id)).body).toMatchObject({ code: 'registry_unavailable' });
  aheadMs = 61_000;
  expect(await round()).toBe(1);
  expect(await discoveryOf(id)).toMatchObject({ outcome: 'unanswered', reason: expect.any(String) });
  expect(await failuresOf(id)).toHaveLength(1);
  expect((await clockIn(id)).body).toMatchObject({ code: 'registry_unavailable' });
  aheadMs = 123_000;
  await round();
  expect(await discoveryOf(id)).toMatchObject({ outcome: 'unanswered' });
  expect(await failuresOf(id)).toHaveLength(1);
});

test('without a registry an unknown outlet stays unknown, and nothing is asked', async () => {
  const alone = await startService();
  try {
    const answer = await alone.call('POST', `/outlets/${randomUUID()}/discover`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'outlet_not_found' } });
    expect((await alone.call('GET', '/outlets/discoveries')).body).toEqual({ data: [], nextCursor: null });
  } finally {
    await alone.close();
  }
});
