import 'reflect-metadata';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import { latteQuote } from '../demo/welcome.js';
import { createLogger } from '../../platform/telemetry/logger.js';
import { readConfig } from '../config.js';
import { createApp, createServer, type App } from '../server.js';
import { DEMO_MENU, menuAsCsv } from './demo-menu.js';
import { demoPrices, GIFT_CARD_CODES, SCALE_LABEL, WELCOME_CODE } from './demo-prices.js';
import { demoTenant, type TenantSeed } from './demo-tenant.js';
import { seedDoor, type SeedDoor } from './seed-door.js';
import { seedTenant, type SeedPlan, type SeedReport } from './seed-tenant.js';

// The demo's prices in a database of its own, seen through the door that everybody uses.

/** Seeding is many small requests, on a machine that does other things, too. */
const SEEDED_WITHIN_MS = 120_000;

let database: TestDatabase;
let api: App;
let server: Server;
let first: SeedReport;
let door: SeedDoor;
const tenant = demoTenant('demo', 'demo');
const [cafe, restaurant, market] = tenant.outlets.map(({ id }) => id as string);

const logger = createLogger('silent');
const config = () => readConfig({ DATABASE_URL: database.ownerUrl, LOG_LEVEL: 'silent' });
const seed = (wish: Partial<SeedPlan> & { tenant: TenantSeed }): Promise<SeedReport> =>
  seedTenant(config(), logger, {
    ...{ knownKey: undefined, renewKey: false },
    catalog: menuAsCsv(DEMO_MENU, wish.tenant.currency),
    prices: demoPrices(wish.tenant),
    ...wish,
  });
const doorOf = (slug: string, apiKey: string | undefined): SeedDoor =>
  seedDoor(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/${slug}/pos`, apiKey ?? '');

beforeAll(async () => {
  database = await createTestDatabase();
  first = await seed({ tenant });
  api = await createApp({ config: config(), logger });
  server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  door = doorOf('demo', first.apiKey);
}, SEEDED_WITHIN_MS);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await api.close();
  await database.drop();
});

interface Quoted {
  readonly totals: Readonly<Record<'total' | 'discount' | 'serviceCharge', { amount: number; currency: string }>>;
  readonly taxes: readonly { rate: string }[];
}

async function quote(body: object, through = door): Promise<Quoted> {
  const quoted = await through.send<Quoted>('POST', '/quotes', { outletId: cafe, ...body });
  if (quoted === undefined) throw new Error('no quote');
  return quoted;
}

test.each<[string, object, number]>([
  ['a latte as it is', { lines: [{ sku: 'latte' }] }, 420],
  ['a large latte with oat milk', { lines: [{ sku: 'latte', modifiers: ['large', 'oat'] }] }, 550],
  ['a pizza with toppings', { lines: [{ sku: 'margherita', modifiers: ['olives', 'no_basil'] }] }, 1300],
  ['three cookies for two', { lines: [{ sku: 'cookie', quantity: '3' }] }, 440],
  ['coffee and croissant, 15 % off', { lines: [{ sku: 'coffee' }, { sku: 'croissant' }] }, 501],
  ['a tenth off by the code', { lines: [{ sku: 'coffee' }], promoCodes: ['welcome10'], customerId: 'ada' }, 270],
  ['what staff eat', { lines: [{ sku: 'club_sandwich' }], customerId: 'sam' }, 575],
  ['what others eat', { lines: [{ sku: 'club_sandwich' }], customerId: 'ada' }, 1150],
  ['the lunch deal', { lines: [{ sku: 'lunch_deal' }] }, 1350],
  [
    'the lunch deal with upcharges',
    {
      lines: [
        {
          sku: 'lunch_deal',
          components: [
            { slot: 'main', sku: 'veggie_bowl' },
            { slot: 'drink', sku: 'orange_juice' },
          ],
        },
      ],
    },
    1600,
  ],
  [
    'service at a table of the restaurant',
    { outletId: restaurant, channel: 'dine_in', lines: [{ sku: 'margherita' }] },
    1320,
  ],
  ['a coffee at the kiosk', { channel: 'kiosk', lines: [{ sku: 'coffee' }] }, 270],
])('%s', async (_, body, total) => {
  expect((await quote(body)).totals.total).toEqual({ amount: total, currency: 'USD' });
});

// Friday the 7th and Saturday the 8th of December 2040, New York.
test.each([
  ['before happy hour', '2040-12-07T21:59:59-05:00', 600],
  ['as it begins', '2040-12-07T22:00:00-05:00', 420],
  ['past midnight', '2040-12-08T00:59:59-05:00', 420],
  ['after it', '2040-12-08T01:00:00-05:00', 600],
])('a lager %s', async (_, at, amount) => {
  const query = new URLSearchParams({ sku: 'lager', outletId: restaurant ?? '', at });
  expect(await door.find(`/pricebooks/effective?${query.toString()}`)).toMatchObject({ price: { amount } });
});

test('the quote that the welcome prints is answered', async () => {
  const printed = /-d '(.*)'/.exec(latteQuote('', tenant, ''))?.[1] ?? '';
  // 5.50 and 2.90, 15 % off for both together, then a tenth.
  expect((await quote(JSON.parse(printed) as object)).totals.total.amount).toBe(643);
});

test('the lunch deal is taxed at both rates', async () => {
  expect((await quote({ lines: [{ sku: 'lunch_deal' }] })).taxes.map(({ rate }) => Number(rate)).sort()).toEqual([
    16, 8,
  ]);
});

test('the scales of the market, the gift cards and the members are there', async () => {
  expect(await door.find(`/catalog/lookup?code=${SCALE_LABEL}&outletId=${market}`)).toMatchObject({
    item: { sku: 'gouda' },
    quantity: '1.234',
    source: 'label',
  });
  const cards = await Promise.all(GIFT_CARD_CODES.map((code) => door.send('POST', '/gift-cards/lookup', { code })));
  expect(cards).toMatchObject([
    { status: 'active', balance: { amount: 2500 } },
    { status: 'active', balance: { amount: 5000 } },
  ]);
  expect(await door.find('/loyalty/members/sam')).toMatchObject({ groups: ['staff'], balance: 0 });
  expect(await door.find('/catalog/items?sku=lager')).toMatchObject({ data: [{ minimumAge: 21 }] });
});

test(
  'again it changes nothing, and what people changed or took away stays so',
  async () => {
    expect(first).toMatchObject({ tenantRegistered: true, pricesFilled: true, itemsCreated: DEMO_MENU.length });
    const { modifierGroups, promotions } = demoPrices(tenant);
    const group = `/catalog/modifier-groups/${String(modifierGroups[1]?.['id'])}`;
    await door.send('PATCH', group, { name: 'Milch' });
    await door.send('POST', `/promotions/${promotions[0]?.promotion.id ?? ''}/end`, {});
    const stock = async () => [
      await door.find('/promotions'),
      await door.find('/pricebooks'),
      await door.find('/gift-cards'),
      await door.find('/catalog/modifier-groups'),
      await door.find('/catalog/items?limit=200'),
      await door.find('/loyalty/members'),
    ];
    const before = await stock();
    expect(before[3]).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ name: 'Milch' })]) as object,
    });
    const again = await seed({ tenant, knownKey: first.apiKey, renewKey: true });
    expect(again).toMatchObject({ itemsCreated: 0, pricesFilled: false, apiKeyCreated: false });
    expect(await stock()).toEqual(before);
  },
  SEEDED_WITHIN_MS,
);

test(
  'seeding that broke off is taken up where it was',
  async () => {
    const other = demoTenant('broken', 'broken');
    const { promotions, ...rest } = demoPrices(other);
    const [cookies, ...later] = promotions;
    const cut = { ...rest, promotions: cookies === undefined ? [] : [cookies] };
    const { apiKey } = await seed({ tenant: other, prices: cut });
    const again = await seed({ tenant: other, knownKey: apiKey, renewKey: true });
    expect(again).toMatchObject({ itemsCreated: 0, pricesFilled: true });
    const through = doorOf('broken', apiKey);
    expect(await through.find('/promotions')).toMatchObject({ data: { length: later.length + 1 } });
    const basket = { outletId: other.outlets[0]?.id, customerId: 'ada', promoCodes: [WELCOME_CODE] };
    expect((await quote({ ...basket, lines: [{ sku: 'coffee' }] }, through)).totals.discount.amount).toBe(30);
  },
  SEEDED_WITHIN_MS,
);

test(
  'a tenant that sells other things gets no promotions',
  async () => {
    const other = demoTenant('own', 'own', 'KES');
    const own =
      'sku,name,category,price,currency,taxCategory,barcode,unit,active\ncoffee,Kahawa,Coffee,150,KES,standard,,each,true\n';
    const { apiKey, pricesFilled } = await seed({ tenant: other, catalog: own });
    expect(pricesFilled).toBe(false);
    expect(await doorOf('own', apiKey).find('/promotions')).toEqual({ data: [], nextCursor: null });
  },
  SEEDED_WITHIN_MS,
);

test(
  'a key that may not do all is replaced by one that may, where a new one is wanted',
  async () => {
    const wish = { name: 'little', mode: 'test', permissions: ['catalog:read'] };
    const little = await door.send<{ key: string }>('POST', '/api-keys', wish);
    expect(await seed({ tenant, knownKey: little?.key, renewKey: true })).toMatchObject({ apiKeyCreated: true });
  },
  SEEDED_WITHIN_MS,
);
