import { Client } from 'pg';
import { CHORE, WORKER_POOL } from '../../../src/platform/postgres/tokens.js';
import { METRICS } from '../../../src/platform/telemetry/tokens.js';
import { deviceMade, wordsOf } from '../../harness/device-queue.js';
import { openSyncShop, USD, type SyncShop } from './sync-shop.js';

let shop: SyncShop;
let owner: Client;
beforeAll(async () => {
  shop = await openSyncShop();
  owner = new Client({ connectionString: shop.service.database.ownerUrl });
  await owner.connect();
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [shop.service.tenant.id]);
});
afterAll(async () => {
  await owner.end();
  await shop.service.close();
});

async function figures(): Promise<Record<string, number>> {
  const text = await shop.service.api.container.get(METRICS).registry.metrics();
  const found = [...text.matchAll(/^(pos_sync_(?:entries_waiting|conflicts_open)\S*) (\d+)$/gm)];
  return Object.fromEntries(found.map(([, name, value]) => [name, Number(value)]));
}
async function tidy(): Promise<number> {
  const { container } = shop.service.api;
  const chore = container.getAll(CHORE).find(({ name }) => name === 'what old entries of devices said');
  return (await chore?.run(container.get(WORKER_POOL))) ?? -1;
}

test('what old entries said is removed, that they came is kept for ever, and what waits keeps all', async () => {
  const queue = await shop.till();
  const sessionId = deviceMade();
  const entries = [
    queue.did('drawer.open', { drawerId: await shop.newDrawer(), sessionId, float: USD(0) }),
    queue.did('drawer.paid_in', { sessionId, amount: USD(700), reason: 'change' }),
    queue.did('order.hold', { orderId: deviceMade() }),
  ];
  const words = ['applied', 'applied', 'held waits_for_another_try'];
  expect(wordsOf(await queue.send(entries))).toEqual(words);
  expect(await tidy()).toBe(0);
  const [old, , waiting] = entries.map(({ id }) => id);
  for (const id of [old, waiting])
    await owner.query(`update offline_event_queue set received_at = now() - interval '91 days' where id = $1`, [id]);
  expect(await tidy()).toBe(1);
  expect(await tidy()).toBe(0);
  expect(await shop.called('GET', `/sync/entries/${old}`)).toMatchObject({ body: null, hash: entries[0]?.hash });
  expect(await shop.called('GET', `/sync/entries/${waiting}`)).toMatchObject({ body: entries[2]?.body });
  expect((await queue.send(entries)).body.results).toMatchObject([
    { status: 'duplicate', first: 'applied' },
    { status: 'duplicate', first: 'applied' },
    { status: 'duplicate', first: 'held' },
  ]);
  const twin = queue.seal({ ...entries[0], id: deviceMade() } as (typeof entries)[number]);
  expect(wordsOf(await queue.send([twin]))).toEqual(['quarantined sequence_forked']);
});

test('the operator sees how much waits and what nobody has decided on', async () => {
  const before = await figures();
  const queue = await shop.till({ actor: deviceMade() });
  const shiftId = deviceMade();
  const opening = { drawerId: await shop.newDrawer(), sessionId: deviceMade(), float: USD(0) };
  const first = queue.did('drawer.open', opening);
  await queue.send([first, queue.did('robot.dance', {}), queue.seal({ ...first, id: shiftId })]);
  const after = await figures();
  const more = (name: string): number => (after[name] ?? Number.NaN) - (before[name] ?? Number.NaN);
  expect(more('pos_sync_entries_waiting{status="held"}')).toBe(1);
  expect(more('pos_sync_entries_waiting{status="quarantined"}')).toBe(1);
  expect(more('pos_sync_entries_waiting{status="rejected"}')).toBe(0);
  const { data } = await shop.called('GET', `/sync/conflicts?deviceId=${queue.device.id}`);
  expect(more('pos_sync_conflicts_open')).toBe(data.length);
  expect(data.length).toBeGreaterThan(0);
  await shop.called('POST', `/sync/conflicts/${data[0].id}/resolve`, { choice: 'keep' });
  expect((await figures())['pos_sync_conflicts_open']).toBe((after['pos_sync_conflicts_open'] ?? 0) - 1);
});
