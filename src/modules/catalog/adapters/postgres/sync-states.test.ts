import { startService, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { WORKER_POOL } from '../../../../platform/postgres/tokens.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { PostgresSyncStates } from './sync-states.js';
import { PostgresSyncTurns } from './sync-turns.js';

const LEASE_MS = 60_000;
const DAY_MS = 86_400_000;
const states = new PostgresSyncStates();
let service: TestService;
let tenant: TestTenant;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());
beforeEach(async () => {
  tenant = await service.createTenant();
});

function run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  const { id: tenantId, slug: tenantSlug } = tenant;
  const context: RequestContext = { tenantId, tenantSlug, principal, requestId: 'test', at: new Date() };
  return service.api.container.get(TRANSACTOR).run(context, work);
}

const claim = (leaseMs = LEASE_MS) => run((tx) => states.claim(tx, leaseMs));
const isDue = async (): Promise<boolean> =>
  (await new PostgresSyncTurns(service.api.container.get(WORKER_POOL)).due(1000)).some(
    ({ tenantId, slug }) => tenantId === tenant.id && slug === tenant.slug,
  );

async function claimed(leaseMs?: number) {
  const taken = await claim(leaseMs);
  if (taken === undefined) throw new Error('somebody else has the turn');
  return taken;
}

test('of many at once one gets the turn; it is nobody else’s until it is given back, and then not yet due', async () => {
  expect(await isDue()).toBe(true);
  const all = await Promise.all(Array.from({ length: 8 }, () => claim()));
  const [won, ...others] = all.filter((one) => one !== undefined);
  expect([won, others]).toMatchObject([{ revision: null, requested: false }, []]);
  expect([await isDue(), await claim()]).toEqual([false, undefined]);
  if (won !== undefined) await run((tx) => states.rest(tx, won, DAY_MS));
  expect([await isDue(), await claim()]).toEqual([false, undefined]);
});

test('a turn whose process died passes on, and its late end changes nothing', async () => {
  const dead = await claimed(0);
  expect(await isDue()).toBe(true);
  const next = await claimed();
  await run((tx) => states.rest(tx, dead, 0));
  expect(await claim()).toBeUndefined();
  await run((tx) => states.rest(tx, next, 0));
  expect(await isDue()).toBe(true);
});

test('what is requested before a turn is done by it; what is requested during one is due again', async () => {
  await run(async (tx) => states.rest(tx, (await states.claim(tx, LEASE_MS)) ?? fail(), DAY_MS));
  await run((tx) => states.request(tx));
  const first = await claimed();
  expect(first.requested).toBe(true);
  await run((tx) => states.request(tx));
  await run((tx) => states.rest(tx, first, DAY_MS));
  expect(await isDue()).toBe(true);
  const second = await claimed();
  await run((tx) => states.rest(tx, second, DAY_MS));
  expect(await isDue()).toBe(false);
});

test('away since the first failure, until an answer comes', async () => {
  const find = () => run((tx) => states.find(tx));
  expect(await find()).toEqual({ revision: null, lastSuccessAt: null, awaySince: null, failure: null });
  await run((tx) => states.failed(tx, 'gone', true));
  const { awaySince } = await find();
  expect(awaySince).toBeInstanceOf(Date);
  await run((tx) => states.failed(tx, 'still gone', true));
  expect(await find()).toMatchObject({ awaySince, failure: 'still gone' });
  await run((tx) => states.failed(tx, 'nonsense', false));
  expect(await find()).toMatchObject({ awaySince: null, failure: 'nonsense' });
  await run((tx) => states.failed(tx, 'gone again', true));
  await run((tx) => states.succeeded(tx, '7'));
  expect(await find()).toMatchObject({
    revision: '7',
    awaySince: null,
    failure: null,
    lastSuccessAt: expect.any(Date),
  });
});

function fail(): never {
  throw new Error('somebody else has the turn');
}
