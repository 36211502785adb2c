import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startService, type TestService } from '../../test/harness/service.js';
import { DEMO_MENU, menuAsCsv } from '../app/seed/demo-menu.js';
import { demoPrices, SCALE_LABEL } from '../app/seed/demo-prices.js';
import { demoTenant } from '../app/seed/demo-tenant.js';
import { EXIT } from './exit-codes.js';
import { posctl as posctlIn } from './posctl.examples.js';
import { seedInto } from './seeding.js';

// The commands about prices, against the service with the demo's data.

const tenant = demoTenant('demo', 'demo');
const prices = demoPrices(tenant);
const [cafe] = tenant.outlets.map(({ id }) => id as string);
const NOBODY = '0197a3c2-7b1e-7000-8000-ffffffffffff';
const PERIOD = ['--from', '2026-06-01', '--to', '2026-06-02T00:00:00Z'];

/** Seeding is many small requests, on a machine that does other things, too. */
const SEEDED_WITHIN_MS = 120_000;

let service: TestService;
let environment: Record<string, string>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'posctl-prices-'));
  service = await startService();
  const catalog = menuAsCsv(DEMO_MENU, tenant.currency);
  const plan = { tenant, knownKey: undefined, renewKey: false, catalog, prices };
  const { apiKey = '' } = await seedInto(service.database.ownerUrl, plan);
  environment = { POS_URL: service.baseUrl, POS_TENANT: tenant.slug, POS_API_KEY: apiKey };
}, SEEDED_WITHIN_MS);
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const posctl = (...args: string[]) => posctlIn(args, environment);
const linesOf = (text: string): string[] => text.trimEnd().split('\n').filter(Boolean);
const inFolder = (name: string): string => path.join(folder, name);

async function call(method: string, route: string, body: object): Promise<{ id: string }> {
  const {
    status,
    body: answer,
    text,
  } = await service.call(method, `/v1/demo/pos${route}`, {
    body,
    token: environment['POS_API_KEY'] ?? '',
  });
  if (status >= 300) throw new Error(text);
  return answer as { id: string };
}

const sell = (body: object): Promise<{ id: string }> => call('POST', '/orders', { outletId: cafe, ...body });

/** Changes what is kept, as nobody should: only the owner of the tables can. */
async function tamper(statement: string): Promise<void> {
  const owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  try {
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    await owner.query(statement);
  } finally {
    await owner.end();
  }
}

test(
  'seeding by hand brings prices once, and says so',
  async () => {
    const database = { DATABASE_URL: service.database.ownerUrl };
    const first = await posctlIn(['seed', '--tenant', 'street', '--currency', 'KES'], database);
    expect(first.out).toContain('members and gift cards, drawers, tables, a house account and a closed yesterday.');
    const [, apiKey = ''] = /POS_API_KEY=(\S+)/.exec(first.out) ?? [];
    const again = await posctlIn(['seed', '--tenant', 'street', '--currency', 'KES', '--json'], {
      ...database,
      POS_API_KEY: apiKey,
    });
    expect(JSON.parse(again.out)).toMatchObject({
      ...{ itemsCreated: 0, pricesFilled: false, tillFilled: false, apiKeyCreated: false },
    });
  },
  SEEDED_WITHIN_MS,
);

test('an order is explained in major units, with the total at the end', async () => {
  const lines = [{ sku: 'latte', modifiers: ['large', 'oat'] }, { sku: 'croissant' }];
  const { id } = await sell({ lines, promoCodes: ['WELCOME10'], customerId: 'eve' });
  const { code, out } = await posctl('orders', 'explain', id);
  expect(code).toBe(EXIT.done);
  expect(out).toMatch(/^1 x Caffè latte +list price +4\.20 +4\.20/m);
  expect(out).toMatch(/^ +modifier .* size: Large, /m);
  expect(out).toMatch(/^order +discount .*-0\.7\d +Welcome: .*\(version 1, code WELCOME10\)$/m);
  expect(linesOf(out).at(-1)).toBe('Total 6.43 USD');
  const document = JSON.parse((await posctl('orders', 'explain', id, '--json')).out) as {
    total: { amount: number };
    explanation: { adds: { amount: number } }[];
  };
  expect(document.explanation.reduce((sum, { adds }) => sum + adds.amount, 0)).toBe(document.total.amount);
  expect((await posctl('orders', 'explain', NOBODY)).code).toBe(EXIT.notFound);
});

async function sellCookies(count: number): Promise<void> {
  for (let sold = 0; sold < count; sold += 1)
    await sell({
      lines: [{ sku: 'cookie', quantity: '2' }],
      placedAt: `2026-06-01T12:00:${10 + sold}Z`,
      payments: [{ tender: 'cash', amount: { amount: 440, currency: 'USD' } }],
      complete: true,
    });
}

test('all orders of a period are priced again, and a kept number that is wrong is found', async () => {
  await sellCookies(3);
  const good = await posctl('pricing', 'replay', ...PERIOD, '--outlet', 'Corner Café');
  expect(good).toMatchObject({ code: EXIT.done, out: '3 orders: every number is the same.\n' });
  expect(await posctl('pricing', 'replay', ...PERIOD, '--outlet', 'Nowhere')).toMatchObject({ code: EXIT.notFound });
  expect((await posctl('pricing', 'replay', '--from', '2026-06-01')).code).toBe(EXIT.usage);
  expect((await posctl('pricing', 'replay', '--from', 'yesterday', '--to', '2026-06-02')).code).toBe(EXIT.usage);
});

test('a promotion is tried on past sales', async () => {
  const effect = { kind: 'percent_off', rate: '50' };
  const { id } = await call('POST', '/promotions', { name: 'Half price', effect, select: { skus: ['cookie'] } });
  const json = await posctl('pricing', 'simulate', '--promotion', id, ...PERIOD, '--json');
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  expect(JSON.parse(json.out)).toMatchObject({
    looked: 3,
    sums: [{ orders: 3, before: usd(1320), after: usd(660), difference: usd(-660) }],
  });
  const { code, out } = await posctl('pricing', 'simulate', '--promotion', id, ...PERIOD);
  expect(code).toBe(EXIT.done);
  expect(out).toContain('3 orders would have come to 6.60 USD instead of 13.20 USD: -6.60 USD.');
  expect((await posctl('pricing', 'simulate', '--promotion', NOBODY, ...PERIOD)).code).toBe(EXIT.notFound);
  expect((await posctl('pricing', 'simulate', ...PERIOD)).code).toBe(EXIT.usage);
});

test('a kept number that pricing again does not come to is listed, and the command fails', async () => {
  const { id } = await sell({ lines: [{ sku: 'coffee' }], placedAt: '2026-05-01T12:00:00Z' });
  await tamper(`update pos_orders set total = total - 1 where id = '${id}'`);
  const { code, out } = await posctl('pricing', 'replay', '--from', '2026-05-01', '--to', '2026-05-02');
  expect(code).toBe(EXIT.failed);
  expect(out).toContain('/totals/total  kept 299, replayed 300');
  expect(linesOf(out).at(-1)).toBe('1 orders: 1 differ.');
});

test('a pricebook goes out, comes back changed, and is published', async () => {
  const id = prices.pricebooks[1]?.book.id ?? '';
  expect((await posctl('pricebooks', 'list')).out).toMatch(
    new RegExp(`^Kiosk +kiosk +active +USD +1 from .*${id}$`, 'm'),
  );
  const file = inFolder('kiosk.csv');
  const exported = await posctl('pricebooks', 'export', id, '--out', file, '--json');
  expect(JSON.parse(exported.out)).toMatchObject({ version: 1, entries: 3 });
  expect((await posctl('pricebooks', 'export', id)).out).toBe(readFileSync(file, 'utf8'));
  writeFileSync(file, readFileSync(file, 'utf8').replace('2.70', '2.60'));
  expect((await posctl('pricebooks', 'import', id, file)).code).toBe(EXIT.conflict);
  const dry = await posctl('pricebooks', 'import', id, file, '--open-draft', '--dry-run', '--json');
  expect(JSON.parse(dry.out)).toMatchObject({ draft: null, rows: 3 });
  const imported = await posctl('pricebooks', 'import', id, file, '--open-draft');
  expect(imported).toMatchObject({
    code: EXIT.done,
    out: '3 rows: 0 created, 1 updated, 2 unchanged, 0 rejected (draft 2).\n',
  });
  expect((await posctl('pricebooks', 'publish', id, '--dry-run')).out).toBe(
    'Version 2 of "Kiosk" would come into force now: 3 entries, 1 rules.\n',
  );
  expect((await posctl('pricebooks', 'publish', id, '--at', 'soon')).code).toBe(EXIT.usage);
  expect((await posctl('pricebooks', 'publish', id)).out).toBe('Version 2 of "Kiosk" is in force.\n');
  expect((await posctl('pricebooks', 'publish', id)).code).toBe(EXIT.conflict);
  expect((await posctl('pricebooks', 'export', id, '--version', '1')).out).toContain('coffee,absolute,2.70,USD');
});

test('rows of a pricebook that are bad are listed beside the file', async () => {
  const id = prices.pricebooks[0]?.book.id ?? '';
  const file = inFolder('bad.csv');
  writeFileSync(file, 'sku,kind,value,currency\nlager,absolute,4.205,USD\nhouse_red,absolute,6.00,USD\n');
  const { code, err } = await posctl('pricebooks', 'import', id, file, '--open-draft');
  expect(code).toBe(EXIT.rejectedRows);
  expect(err).toContain('bad.csv.rejected.csv');
  expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toContain('2,value,has more digits than its currency,');
  expect((await posctl('pricebooks', 'import', id, inFolder('absent.csv'))).code).toBe(EXIT.usage);
});

test('promotions are listed, and codes go into a file of their owner', async () => {
  expect((await posctl('promotions', 'list', '--code', 'welcome10')).out).toMatch(/^Welcome +active +code +order/m);
  const id = prices.promotions.at(-1)?.promotion.id ?? '';
  const file = inFolder('codes.csv');
  const made = await posctl('promotions', 'codes', id, '--count', '25', '--prefix', 'MAY-', '--out', file, '--json');
  expect(JSON.parse(made.out)).toEqual({ promotionId: id, count: 25, file });
  const codes = linesOf(readFileSync(file, 'utf8'))
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');
  expect(new Set(codes).size).toBe(25);
  expect(codes.every((code) => /^MAY-\w{12}$/.test(code))).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await posctl('promotions', 'codes', id, '--out', file)).code).toBe(EXIT.conflict);
  expect(linesOf(readFileSync(file, 'utf8'))).toHaveLength(26);
  const none = inFolder('none.csv');
  expect((await posctl('promotions', 'codes', NOBODY, '--out', none)).code).toBe(EXIT.notFound);
  expect((await posctl('promotions', 'codes', id, '--out', none, '--dry-run')).code).toBe(EXIT.done);
  expect(existsSync(none)).toBe(false);
});

test('gift cards are issued in batches, their codes into the file and nowhere else', async () => {
  const file = inFolder('cards.csv');
  const { code, out, err } = await posctl(
    'giftcards',
    'issue',
    '--count',
    '501',
    '--amount',
    '25.00',
    '--out',
    file,
    '--json',
  );
  expect(code).toBe(EXIT.done);
  expect(JSON.parse(out)).toEqual({ issued: 501, file, amount: '25.00', currency: 'USD', withoutCode: [] });
  const rows = linesOf(readFileSync(file, 'utf8')).map((line) => line.split(','));
  expect(rows[0]).toEqual(['id', 'code', 'amount', 'currency', 'expires_at']);
  expect(new Set(rows.slice(1).map(([, card]) => card)).size).toBe(501);
  expect(`${out}${err}`).not.toContain(rows[1]?.[1]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { body } = await service.call('POST', '/v1/demo/pos/gift-cards/lookup', {
    body: { code: rows[501]?.[1] },
    token: environment['POS_API_KEY'] ?? '',
  });
  expect(body).toMatchObject({ status: 'inactive', initial: { amount: 2500, currency: 'USD' } });
});

test('a code is read as the till of an outlet reads it', async () => {
  expect((await posctl('catalog', 'lookup', SCALE_LABEL, '--outlet', 'Market Lane')).out).toBe(
    '1.234 kg Gouda, from the counter (gouda)  16.90 USD a kg\n  label, found by plu, check digit valid\n',
  );
  const { out } = await posctl('catalog', 'lookup', '4006381333931', '--outlet', cafe ?? '', '--json');
  expect(JSON.parse(out)).toMatchObject({ item: { sku: 'milk_1l' }, foundBy: 'barcode' });
});

test.each<[string[], number]>([
  [['giftcards', 'issue', '--amount', '25.00'], EXIT.usage],
  [['giftcards', 'issue', '--out', 'x.csv'], EXIT.usage],
  [['giftcards', 'issue', '--out', 'x.csv', '--amount', '25.001'], EXIT.usage],
  [['giftcards', 'issue', '--out', 'x.csv', '--amount', '25.00', '--currency', 'NONE'], EXIT.usage],
  [['giftcards', 'issue', '--out', 'x.csv', '--amount', '25.00', '--outlet', 'Nowhere'], EXIT.notFound],
  [['giftcards', 'issue', '--out', 'x.csv', '--amount', '25.00', '--dry-run'], EXIT.done],
  [['promotions', 'codes', NOBODY], EXIT.usage],
  [['pricebooks', 'export', NOBODY], EXIT.notFound],
  [['pricebooks', 'publish', NOBODY], EXIT.notFound],
  [['catalog', 'lookup', '4006381333931'], EXIT.usage],
  [['catalog', 'lookup', '4006381333930', '--outlet', cafe ?? ''], EXIT.failed],
])('%j ends with %i', async (args, code) => {
  expect((await posctl(...args)).code).toBe(code);
  expect(existsSync('x.csv')).toBe(false);
});
