import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { SyncEntry } from '../../../src/modules/offline-sync/domain/entry.js';
import { PosClient } from '../client/pos-client.js';
import { createDeviceKeys, type DeviceKeys } from '../device/device-keys.js';
import { browserKeyStore } from '../device/browser-key-store.js';
import { newId } from '../encoding/new-id.js';
import { refusal } from '../testing/fake-server.js';
import { isWhole, ModelSyncServer, type Fault } from '../testing/model-sync-server.js';
import { openFileStore } from './file-store.js';
import { openIndexedDbStore } from './indexeddb-store.js';
import { OfflineQueue } from './offline-queue.js';
import type { QueueStore } from './queue-store.js';

const tenant = 'acme';
const person = { personId: '0195934e-7a00-7000-8000-000000000001', sessionId: null };
const waits: number[] = [];
let keys: DeviceKeys;
let folder: string;
const opened: OfflineQueue[] = [];

beforeAll(async () => {
  keys = await createDeviceKeys(browserKeyStore());
  folder = await mkdtemp(join(tmpdir(), 'pos-queue-'));
});
afterEach(async () => {
  for (const queue of opened.splice(0)) await queue.close();
});
afterAll(() => rm(folder, { recursive: true }));

const openStore = {
  browser: (deviceId: string) => openIndexedDbStore({ tenant, deviceId }),
  file: (deviceId: string) => openFileStore(join(folder, deviceId)),
};
type Place = keyof typeof openStore;

function clientAt(server: ModelSyncServer): PosClient {
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const credential = { kind: 'api-key', key: 'k' } as const;
  return new PosClient({ baseUrl: 'https://pos.example', tenant, credential, fetch: server.fetch, wait });
}
async function openQueue(
  server: ModelSyncServer,
  deviceId: string,
  store: QueueStore,
  lastSyncAt: Date | null = null,
): Promise<OfflineQueue> {
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const queue = await OfflineQueue.open({ store, client: clientAt(server), tenant, deviceId, keys, wait, lastSyncAt });
  opened.push(queue);
  return queue;
}
async function shop(
  place: Place = 'browser',
): Promise<{ server: ModelSyncServer; queue: OfflineQueue; deviceId: string }> {
  waits.length = 0;
  const deviceId = newId();
  const server = new ModelSyncServer(tenant, deviceId);
  return { server, deviceId, queue: await openQueue(server, deviceId, await openStore[place](deviceId)) };
}
async function ring(queue: OfflineQueue, count: number, more?: { id: string }): Promise<SyncEntry[]> {
  const appended = [];
  for (let at = 0; at < count; at++) appended.push(queue.append('order.place', { total: at, note: 'ä' }, person, more));
  return Promise.all(appended);
}
const offline = (): never => {
  throw new TypeError('fetch failed');
};

describe.each(['browser', 'file'] as const)('a queue kept in the %s', (place) => {
  it('keeps what was done while the network is away, over being closed, and sends it in order', async () => {
    const { server, queue, deviceId } = await shop(place);
    server.answer = offline;
    const rung = await ring(queue, 5);
    await queue.send();
    expect(queue.status).toMatchObject({ pending: 5, refused: 0, full: false, sending: null, lastSyncAt: null });
    expect(queue.status.lastError).toMatchObject({ code: 'unreachable' });
    expect(queue.status.oldestAt?.toISOString()).toBe(rung[0]?.at);
    await queue.close();
    const lastSyncAt = new Date('2026-11-20T10:00:00Z');
    const again = await openQueue(server, deviceId, await openStore[place](deviceId), lastSyncAt);
    expect(again.status).toMatchObject({ pending: 5, lastError: null, lastSyncAt });
    server.answer = undefined;
    await again.send();
    expect(server.chain).toEqual(rung);
    expect(isWhole(server.chain)).toBe(true);
    expect(again.status).toMatchObject({ pending: 0, oldestAt: null, lastError: null });
    expect((await again.entries('all')).map(({ state }) => state)).toEqual(Array(5).fill('applied'));
  });

  it('gives the same act by the same id once, and refuses another one by it', async () => {
    const { queue } = await shop(place);
    const id = newId();
    const [one, two] = await Promise.all([ring(queue, 1, { id }), ring(queue, 1, { id })]);
    expect(two).toEqual(one);
    await expect(queue.append('order.void', {}, person, { id })).rejects.toThrow(RangeError);
    expect(queue.status.pending).toBe(1);
  });

  it('refuses what two programs might write differently', async () => {
    const { queue } = await shop(place);
    await expect(queue.append('order.place', { rate: 0.5 }, person)).rejects.toThrow(RangeError);
    await expect(queue.append('order.place', { note: 'x'.repeat(900_000) }, person)).rejects.toMatchObject({
      code: 'entry_too_large',
    });
    expect(queue.status.pending).toBe(0);
    await ring(queue, 1);
    expect((await queue.entries())[0]?.entry.sequence).toBe(1);
  });

  it('shows what became of each entry, and lists refusals until somebody has seen them', async () => {
    const { server, queue } = await shop(place);
    const ids = [newId(), newId(), newId(), newId()];
    for (const [at, outcome] of (['applied', 'rejected', 'held', 'quarantined'] as const).entries())
      server.outcomes.set(ids[at] ?? '', outcome);
    for (const id of ids) await ring(queue, 1, { id });
    await queue.send();
    expect(queue.status).toMatchObject({ pending: 1, refused: 2 });
    expect((await queue.entries('refused')).map(({ entry, state, code }) => [entry.id, state, code])).toEqual([
      [ids[1], 'rejected', 'nothing_left'],
      [ids[3], 'quarantined', null],
    ]);
    await expect(queue.whenSettled(ids[0] ?? '', 1_000)).resolves.toMatchObject({ state: 'applied' });
    const held = server.entries.get(ids[2] ?? '');
    const settled = queue.whenSettled(ids[2] ?? '', 20_000);
    if (held !== undefined) held.outcome = 'applied';
    await queue.send();
    await expect(settled).resolves.toMatchObject({ state: 'applied' });
    await queue.acknowledge([ids[1] ?? '']);
    expect(queue.status).toMatchObject({ pending: 0, refused: 1 });
    const released = server.entries.get(ids[3] ?? '');
    if (released !== undefined) released.outcome = 'applied';
    await queue.askAgain([ids[3] ?? '']);
    expect(queue.status.refused).toBe(0);
    await expect(queue.outcomeOf(ids[3] ?? '')).resolves.toMatchObject({ state: 'applied' });
    await expect(queue.outcomeOf(newId())).resolves.toBeUndefined();
  });

  it('sends again what a restored server misses', async () => {
    const { server, queue } = await shop(place);
    await ring(queue, 7);
    await queue.send();
    server.restore(3);
    await ring(queue, 1);
    await queue.send();
    expect(server.chain).toHaveLength(8);
    expect(isWhole(server.chain)).toBe(true);
    expect(queue.status.pending).toBe(0);
  });

  it('drops only what is done, after 30 days or 10,000 entries, and goes on with its chain', async () => {
    const { server, queue, deviceId } = await shop(place);
    await ring(queue, 3);
    await queue.send();
    server.answer = offline;
    await ring(queue, 2);
    await queue.close();
    const store = await openStore[place](deviceId);
    expect(await store.prune(0, 2)).toBe(1);
    expect(await store.prune(Date.now() + 60_000, 10)).toBe(2);
    await store.close();
    const later = await openQueue(server, deviceId, await openStore[place](deviceId));
    expect((await later.entries('all')).map(({ entry }) => entry.sequence)).toEqual([5, 4]);
    server.answer = undefined;
    await ring(later, 1);
    await later.send();
    expect(isWhole(server.chain)).toBe(true);
    expect(server.chain).toHaveLength(6);
  });
});

it('splits what waits into batches of 500 and of 512 kB, and makes them smaller for a server that says so', async () => {
  const { server, queue } = await shop('file');
  for (let at = 0; at < 1_100; at++) void queue.append('order.place', { at }, person);
  await queue.append('order.place', { note: 'x'.repeat(300_000) }, person);
  await queue.append('order.place', { note: 'x'.repeat(300_000) }, person);
  const seen: unknown[] = [];
  queue.onChange(({ sending }) => seen.push(sending?.done));
  await queue.send('end_of_day');
  expect(server.batches.map(({ entries }) => entries.length)).toEqual([500, 500, 101, 1]);
  expect(server.batches.map(({ waiting }) => waiting)).toEqual([602, 102, 1, 0]);
  expect(server.batches[0]?.trigger).toBe('end_of_day');
  expect(seen).toEqual(expect.arrayContaining([500, 1_000, 1_101, undefined]));
  server.answer = ({ body }) =>
    (body as { entries: unknown[] }).entries.length > 3 ? refusal(413, 'body_too_large') : undefined;
  await ring(queue, 8);
  await queue.send();
  expect(queue.status.pending).toBe(0);
}, 120_000);

it('lets an entry step aside that the server refuses to read, and keeps it', async () => {
  const { server, queue } = await shop();
  const [, second] = await ring(queue, 3);
  server.answer = ({ body }) => {
    const at = (body as { entries: SyncEntry[] }).entries.findIndex(({ id }) => id === second?.id);
    if (at < 0) return undefined;
    const errors = [{ pointer: `/entries/${at}/body`, message: 'is odd' }];
    const type = { 'Content-Type': 'application/problem+json' };
    return new Response(JSON.stringify({ code: 'validation_failed', errors }), { status: 400, headers: type });
  };
  await queue.send();
  expect(queue.status).toMatchObject({ pending: 0, refused: 1 });
  expect(await queue.entries('refused')).toMatchObject([
    { state: 'rejected', code: 'validation_failed', detail: '/body is odd' },
  ]);
});

it('sends again at once what a slow server had no time for, and does not wear it out', async () => {
  const { server, queue } = await shop();
  server.handledMax = 4;
  await ring(queue, 10);
  await queue.send();
  expect(server.batches.map(({ entries }) => entries.map(({ sequence }) => sequence))).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    [5, 6, 7, 8, 9, 10],
    [9, 10],
  ]);
  expect(queue.status).toMatchObject({ pending: 0, refused: 0 });
  server.handledMax = 0;
  await ring(queue, 2);
  await queue.send();
  expect(server.batches).toHaveLength(4);
  expect(queue.status).toMatchObject({ pending: 2 });
});

it('obeys the pauses that a server asks for', async () => {
  const { server, queue } = await shop();
  server.pauseMs = 4_000;
  await ring(queue, 1);
  await queue.send();
  expect(waits).toEqual([4_000]);
});

it.each([
  [401, 'unauthenticated'],
  [403, 'device_locked'],
])('shows a refusal of %s and keeps all', async (status, code) => {
  const { server, queue } = await shop();
  await ring(queue, 2);
  server.answer = () => refusal(status, code);
  await queue.send();
  expect(queue.status).toMatchObject({ pending: 2, refused: 0, lastError: { code, detail: 'Do it otherwise.' } });
});

it('writes a file of all that is not settled, as it was signed', async () => {
  const { server, queue, deviceId } = await shop();
  const id = newId();
  server.outcomes.set(id, 'rejected');
  await ring(queue, 1);
  const [refused] = await ring(queue, 1, { id });
  await queue.send();
  const [waiting] = await ring(queue, 1);
  const file = JSON.parse(await queue.export()) as object;
  expect(file).toMatchObject({ format: 'pos-sync/1', tenant, deviceId, key: keys.publicJwk, trigger: 'file' });
  expect(file).toMatchObject({ entries: [refused, waiting] });
});

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const tab = fc.constantFrom(0, 1);
const fault = fc.constantFrom<Fault>('lost_before', 'lost_after', 'busy', 'cut', 'killed_between');
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('ring' as const), tab, count: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('send' as const), tab }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('fail' as const), faults: fc.array(fault, { maxLength: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('reload' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restore' as const), kept: fc.nat(12) }) },
);

it(`every act of two tabs arrives once, whatever happens to requests, tabs and server (seed ${seed})`, async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
    const deviceId = newId();
    const server = new ModelSyncServer(tenant, deviceId);
    const open = async (): Promise<OfflineQueue> => openQueue(server, deviceId, await openStore.browser(deviceId));
    const tabs = [await open(), await open()] as [OfflineQueue, OfflineQueue];
    const busy: Promise<unknown>[] = [];
    const rung: Promise<SyncEntry[]>[] = [];
    for (const one of steps) {
      if (one.does === 'ring') rung.push(ring(tabs[one.tab], one.count));
      else if (one.does === 'send') busy.push(tabs[one.tab].send());
      else if (one.does === 'fail') server.faults.push(...one.faults);
      else if (one.does === 'restore') server.restore(one.kept);
      else {
        await tabs[one.tab].close();
        tabs[one.tab] = await open();
      }
    }
    await Promise.all(busy);
    const acts = (await Promise.all(rung)).flat();
    server.faults.length = 0;
    acts.push(...(await ring(tabs[0], 1))); // by what comes next, a restored server is found out
    await Promise.all([tabs[0].send(), tabs[1].send()]);
    expect(server.chain.map(({ id }) => id).sort()).toEqual(acts.map(({ id }) => id).sort());
    expect(isWhole(server.chain)).toBe(true);
    expect([...server.effects.values()].every((count) => count === 1)).toBe(true);
    expect(server.effects.size).toBe(acts.length);
    expect((await tabs[1].entries()).length).toBe(0);
    for (const queue of tabs) await queue.close();
  });
  await fc.assert(property, { seed, numRuns: Number(process.env['RUNS'] ?? 60) });
}, 120_000);
