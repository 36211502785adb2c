import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { startBackground } from '../../../../app/background.js';
import { readConfig } from '../../../../app/config.js';
import { InventoryDouble, soldItem } from '../../../../clients/inventory/inventory-double.examples.js';
import { newSecret, sign } from '../../../../platform/signatures/standard-webhooks.js';
import { createLogger } from '../../../../platform/telemetry/logger.js';

jest.setTimeout(120_000);

const SECRET = newSecret(Buffer.alloc(32, 1));
let source: InventoryDouble;
let service: TestService;
let stop: () => Promise<void>;

/** @param everyMs how often the source is asked without being told of anything. */
async function begin(everyMs: number): Promise<void> {
  source = await new InventoryDouble().start();
  const settings = {
    ...{ INVENTORY_URL: source.url, INVENTORY_TOKEN: 'secret', CATALOG_SYNC_MS: String(everyMs) },
    CALLBACK_SECRETS: `inventory=${SECRET}`,
  };
  service = await startService(settings);
  const { container, metrics } = service.api;
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl, ...settings });
  stop = startBackground(config, container, metrics, createLogger('silent'));
}

afterEach(async () => {
  await stop();
  await service.close();
  source.close();
});

const get = async (path: string): Promise<Answer['body']> => (await service.call('GET', path)).body;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 1800; looks += 1) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error('it does not come');
}

const skus = async (): Promise<string[]> => (await get('/catalog/items')).data.map(({ sku }: { sku: string }) => sku);
const reached = (revision: string) => until(async () => (await get('/catalog/syncs/state')).revision === revision);

/** The source tells, by a signed callback, that something has changed. */
async function tell(type: string): Promise<void> {
  const body = JSON.stringify({ specversion: '1.0', id: randomUUID(), source: '/inventory', type, data: { sku: '?' } });
  const id = `msg_${randomUUID()}`;
  const seconds = Math.floor(Date.now() / 1000);
  const headers = {
    'Content-Type': 'application/cloudevents+json',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': sign([SECRET], id, seconds, Buffer.from(body)),
  };
  const path = `/v1/${service.tenant.slug}/integrations/callbacks/inventory`;
  const answer = await service.call('POST', path, { token: null, withoutKey: true, headers, body });
  expect([answer.status, answer.body]).toEqual([202, { status: 'accepted' }]);
}

test('by itself: everything at first, then what changes; looks that find nothing leave no run', async () => {
  await begin(1_000);
  source.put(soldItem('a'), soldItem('b'));
  await reached('1');
  expect(await skus()).toEqual(['a', 'b']);
  source.remove('a');
  await reached('2');
  expect(await skus()).toEqual(['b']);
  const { lastSuccessAt } = await get('/catalog/syncs/state');
  await until(async () => (await get('/catalog/syncs/state')).lastSuccessAt !== lastSuccessAt);
  const { data } = await get('/catalog/syncs');
  const shown = data.map(({ mode, trigger, fetched }: Answer['body']) => [mode, trigger, fetched]);
  expect(shown).toEqual([
    ['incremental', 'schedule', 1],
    ['full', 'schedule', expect.any(Number)],
  ]);
  source.oldest = 100;
  source.put(soldItem('c'));
  await reached('3');
  expect(await skus()).toEqual(['b', 'c']);
});

test('told of a change it looks at once; away, the copy serves on and says since when', async () => {
  await begin(86_400_000);
  source.put(soldItem('a'));
  await reached('1');
  source.put(soldItem('b'));
  await tell('inventory.item.changed');
  await reached('2');
  expect((await get('/catalog/syncs')).data[0]).toMatchObject({ trigger: 'event', mode: 'incremental', fetched: 1 });

  const port = Number(new URL(source.url).port);
  source.close();
  await tell('inventory.catalog.changed');
  await until(async () => (await get('/catalog/syncs/state')).sourceAwaySince !== null);
  expect(await get('/catalog/syncs/state')).toMatchObject({ revision: '2', failure: 'inventory could not be reached' });
  const ready: Answer['body'] = await (await fetch(`${service.baseUrl}/readyz`)).json();
  expect(ready.parts.inventory).toBe('down');
  expect(await skus()).toEqual(['a', 'b']);
  expect((await get('/catalog/syncs')).data).toHaveLength(2);

  source = await new InventoryDouble().start(port);
  source.put(soldItem('x'));
  source.put(soldItem('y'));
  source.put(soldItem('c'));
  await tell('inventory.item.changed');
  await reached('3');
  expect(await get('/catalog/syncs/state')).toMatchObject({ sourceAwaySince: null, failure: null });
  expect(await skus()).toEqual(['a', 'b', 'c']);
});
