import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from '../../src/posctl/exit-codes.js';
import { posctl } from '../../src/posctl/posctl.examples.js';
import { ServiceProcess } from '../faults/service-process.js';
import { openShop } from '../faults/shop.js';
import { startService, type TestService } from '../harness/service.js';
import { stablePort } from '../harness/stable-port.js';
import { makeLinkCode } from '../harness/test-device.js';
import { ShopTill } from './shop-till.js';
import { UplinkProxy } from './uplink-proxy.js';

// The hub as it runs in a shop: a process with its own PostgreSQL, which loses its power at bad moments.

const LONG_MS = 300_000;
const TILLS = 2;
const SALES = 6;
const LOOK_MS = 20;

let cloud: TestService;
let uplink: UplinkProxy;
let folder: string;
let hub: ServiceProcess;
let tills: ShopTill[];

beforeAll(async () => {
  cloud = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') });
  const shop = await openShop(cloud.database.ownerUrl, { owner: cloud.tenant });
  const outletId = shop.outlets[0].id;
  const body = { displayName: 'Anna Ngo', assignments: [{ role: 'cashier' }] };
  const person = { personId: (await cloud.call('POST', '/staff', { body })).body.id as string, sessionId: null };
  tills = [];
  for (let count = 0; count < TILLS; count += 1) tills.push(await ShopTill.open(cloud, outletId, person));
  uplink = await UplinkProxy.open(cloud.baseUrl);
  folder = mkdtempSync(path.join(tmpdir(), 'pos-hub-process-'));
  const code = await makeLinkCode(cloud, { outletId, kind: 'hub', name: 'Shop hub' });
  hub = new ServiceProcess({
    role: 'hub',
    port: await stablePort(),
    logFile: path.join(folder, 'log.txt'),
    environment: {
      ...{ HUB_UPLINK: uplink.url, HUB_BUSINESS: cloud.tenant.slug, HUB_LINK_CODE: code },
      ...{ DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn' },
    },
  });
  await hub.start();
}, LONG_MS);
afterAll(async () => {
  await hub.stop();
  for (const till of tills) await till.close();
  await uplink.close();
  await cloud.close();
  rmSync(folder, { recursive: true });
}, LONG_MS);

/** How many entries of all tills have come to the cloud without a gap. */
async function through(): Promise<number> {
  let sum = 0;
  for (const { deviceId } of tills) {
    const { body } = await cloud.call('GET', `/sync/devices/${deviceId}`); // unknown before its first entry
    sum += (body as { readonly through?: number }).through ?? 0;
  }
  return sum;
}

async function until(is: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await is())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await sleep(LOOK_MS);
  }
}

async function sellEverywhere(): Promise<string[]> {
  const ids: string[] = [];
  for (const till of tills) {
    await till.talkTo(hub.baseUrl);
    await till.stockUp();
    for (let count = 0; count < SALES; count += 1) ids.push(await till.sell([{ sku: 'coffee' }]));
    expect(await till.send()).toEqual([]);
  }
  return ids;
}

test(
  'sales survive the death of the hub without an uplink, and at each moment of handing them on, each once',
  async () => {
    uplink.cut();
    const ids = await sellEverywhere();
    await hub.kill();
    await hub.start();
    ids.push(...(await sellEverywhere()));
    await hub.kill();
    uplink.restore();
    for (let wanted = 1; wanted < ids.length; wanted = (await through()) + 1) {
      await hub.start();
      await until(async () => (await through()) >= wanted, `${wanted} sales are in the cloud`);
      await hub.kill();
    }
    await hub.start();
    await until(async () => (await through()) === ids.length, 'all sales are in the cloud');
    const { body } = await cloud.call('GET', '/orders?limit=200');
    expect(body.data.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect((await cloud.call('GET', '/sync/conflicts')).body.data).toEqual([]);
    expect((await cloud.call('GET', '/sync/entries?status=rejected')).body.data).toEqual([]);
  },
  LONG_MS,
);

test(
  'it says how it stands, and ends politely',
  async () => {
    const status = (): ReturnType<typeof posctl> =>
      posctl(['hub', 'status', '--url', hub.baseUrl, '--json'], { DATA_DIR: path.join(folder, 'data') });
    await until(async () => (await status()).out.includes('"up"'), 'the hub says that its uplink is there');
    expect(await status()).toMatchObject({ code: EXIT.done, err: '' });
    await hub.stop();
    await expect(fetch(`${hub.baseUrl}/livez`)).rejects.toThrow();
  },
  LONG_MS,
);
