import { randomBytes } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse';
import { ApiClient } from '../../src/posctl/api-client.js';
import { EXIT } from '../../src/posctl/exit-codes.js';
import { posctl } from '../../src/posctl/posctl.examples.js';
import { startService, type TestService } from '../harness/service.js';
import { checkReports, fingerprint } from '../scenarios/pizza-year/check.js';
import type { Expected } from '../scenarios/pizza-year/expected.js';
import { openPizzaOutlets } from '../scenarios/pizza-year/outlets.js';
import { HubShop } from './hub-shop.js';
import { ShopTill } from './shop-till.js';

// The busiest day of a year of real-looking orders, rung up at two tills of a shop whose hub has no uplink from noon to the
// next morning. Everybody's clock is that of the day.

const LONG_MS = 300_000;
const SAMPLE = path.resolve('test/scenarios/pizza-year/sample');
/** As the data set publishes it: `busiest_day` and `best_revenue_day`. */
const PUBLISHED = { orders: 115, revenue: '4422.45' };
const expected = JSON.parse(readFileSync(path.join(SAMPLE, 'busiest-day.json'), 'utf8')) as Expected;
const NEW_YORK = '-05:00';
const at = (time: string): number => Date.parse(`2015-11-27T${time}${NEW_YORK}`);
const [OPENING, NOON, EVENING] = [at('09:00:00'), at('12:00:00'), at('19:30:00')];
const NEXT_MORNING = at('08:00:00') + 86_400_000;

interface Sale {
  readonly at: number;
  readonly lines: { readonly sku: string; readonly quantity: string }[];
}

let now = OPENING;
const clock = (): number => now;
let cloud: TestService;
let client: ApiClient;
let outletId: string;
let hub: HubShop;
let tills: ShopTill[];
let sales: readonly Sale[];

beforeAll(async () => {
  cloud = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') }, clock);
  const { slug, apiKey } = cloud.tenant;
  client = new ApiClient({ baseUrl: cloud.baseUrl, tenant: slug, apiKey }, new AbortController().signal);
  outletId = (await openPizzaOutlets(client)).untaxed.id;
  const environment = { POS_URL: cloud.baseUrl, POS_TENANT: slug, POS_API_KEY: apiKey };
  const catalog = await posctl(['catalog', 'import', path.join(SAMPLE, 'catalog.csv'), '--watch'], environment);
  expect(catalog).toMatchObject({ code: EXIT.done });
  const body = { displayName: 'Tony', assignments: [{ role: 'cashier' }] };
  const person = { personId: (await cloud.call('POST', '/staff', { body })).body.id as string, sessionId: null };
  tills = [await ShopTill.open(cloud, outletId, person, clock), await ShopTill.open(cloud, outletId, person, clock)];
  hub = await HubShop.open(cloud, outletId, clock);
  for (const till of tills) {
    await till.talkTo(hub.baseUrl);
    await till.stockUp();
  }
  sales = await readSales(path.join(SAMPLE, 'busiest-day.csv'));
}, LONG_MS);
afterAll(async () => {
  for (const till of tills) await till.close();
  await hub.close();
  client.close();
  await cloud.close();
});

async function readSales(file: string): Promise<Sale[]> {
  const byOrder = new Map<string, Sale>();
  for await (const row of createReadStream(file).pipe(parse({ columns: true }))) {
    const { order_id, time, sku, quantity } = row as Readonly<Record<'order_id' | 'time' | 'sku' | 'quantity', string>>;
    const known = byOrder.get(order_id);
    if (known === undefined) byOrder.set(order_id, { at: at(time), lines: [{ sku, quantity }] });
    else known.lines.push({ sku, quantity });
  }
  return [...byOrder.values()].sort((a, b) => a.at - b.at);
}

/** Rings up what was sold from one time to another, by turns, and sends it as tills do: after each sale. */
async function ringUp(from: number, to: number): Promise<number> {
  const sold = sales.filter((sale) => sale.at >= from && sale.at < to);
  for (const [index, sale] of sold.entries()) {
    now = sale.at;
    const till = tills[index % tills.length] as ShopTill;
    await till.sell(sale.lines);
    expect(await till.send()).toEqual([]);
  }
  return sold.length;
}

const ordersInCloud = async (): Promise<number> => {
  const { body } = await cloud.call(
    'GET',
    `/reports/sales?from=2015-11-27&to=2015-11-29&outletId=${outletId}&groupBy=day`,
  );
  return (body.totals as { orders: number } | null)?.orders ?? 0;
};

test(
  'the report of the cloud says to the cent what was sold, each sale once and on its own day',
  async () => {
    expect(expected).toMatchObject(PUBLISHED);
    const beforeNoon = await ringUp(OPENING, NOON);
    await hub.exchange();
    expect(await ordersInCloud()).toBe(beforeNoon);

    now = NOON;
    hub.uplink.cut();
    let afterNoon = await ringUp(NOON, EVENING);
    await expect(hub.exchange()).rejects.toThrow('cannot be reached');
    await hub.restart();
    for (const till of tills) await till.talkTo(hub.baseUrl);
    for (const till of tills) await till.stockUp();
    afterNoon += await ringUp(EVENING, NEXT_MORNING);
    expect(beforeNoon + afterNoon).toBe(expected.orders);
    expect(await ordersInCloud()).toBe(beforeNoon);
    expect(await checkReports(client, outletId, expected)).not.toEqual([]);

    now = NEXT_MORNING;
    hub.uplink.restore();
    await expect(hub.exchange()).resolves.toMatchObject({ relayed: afterNoon });
    expect(await checkReports(client, outletId, expected)).toEqual([]);
    await expect(hub.status()).resolves.toMatchObject({ uplink: 'up', waiting: [] });
  },
  LONG_MS,
);

test(
  'the day of each sale is its own, and what is handed on again changes nothing',
  async () => {
    const byDay = await cloud.call(
      'GET',
      `/reports/sales?from=2015-11-27&to=2015-11-29&outletId=${outletId}&groupBy=day`,
    );
    expect(byDay.body.data.map(({ key }: { key: string }) => key)).toEqual(['2015-11-27']);
    const before = await fingerprint(client, outletId);
    for (const till of tills) await till.talkTo(cloud.baseUrl);
    for (const till of tills) expect(await till.send()).toEqual([]);
    await expect(hub.exchange()).resolves.toMatchObject({ relayed: 0 });
    expect(await fingerprint(client, outletId)).toBe(before);
    for (const till of tills) {
      const queue = await cloud.call('GET', `/sync/devices/${till.deviceId}`);
      expect(queue.body).toMatchObject({ missing: [] });
    }
    expect((await cloud.call('GET', '/sync/conflicts')).body.data).toEqual([]);
  },
  LONG_MS,
);
