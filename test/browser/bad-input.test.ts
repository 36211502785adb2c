import type { Browser, BrowserContext, Page } from 'playwright-core';
import { change, keys, openPayingShop, openTill, openTillIn, orders, scanThree, shows, until } from './paying-hands.js';
import { COUNTER, PHONE, signIn, startChromium, type BrowserShop } from './till-browser.js';
import { clockAhead } from './wrong-clock.js';

// What goes wrong around a till: a clear sentence, and nothing lost. Wrong codes, wrong PINs and unknown barcodes are in
// frame.test.ts and selling.test.ts.

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;
const NO_ROOM = /No sale can be kept. Free some space/;
let shop: BrowserShop;
let browser: Browser;
/** How far the server's clock is ahead of the machine's. */
let aheadMs = 0;
/** How many sales the tests before have left at the service. */
let settled = 0;

beforeAll(async () => {
  shop = await openPayingShop({}, () => Date.now() + aheadMs);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

const total = (page: Page) => page.locator('.sell-foot .total:visible');
const search = (page: Page) => page.getByPlaceholder('Name, code or number');

/** Comes back to a till by its address, and signs in where it asks for that. */
async function reopened(page: Page, name: string, told?: RegExp): Promise<void> {
  await page.reload();
  if (told !== undefined) await page.getByText(told).waitFor({ timeout: 60_000 });
  const asked = page.getByRole('heading', { name: 'Who is working?' });
  await asked.or(search(page)).first().waitFor();
  if ((await asked.count()) > 0) await signIn(page, { name }, '4826');
  await search(page).waitFor();
}

/** By keys, and no faster than the screen: a window in the background draws when it is its turn. */
async function payExactly(page: Page): Promise<void> {
  await keys(page, 'F9');
  await page.getByRole('heading', { name: 'Pay' }).waitFor();
  await keys(page, 'Enter');
}

async function paidExactly(page: Page): Promise<void> {
  await scanThree(page);
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
}

test('a link code that is too old says what to do, and keeps what was typed', async () => {
  const page = await browser.newPage({ viewport: PHONE });
  const code = await shop.linkCode('Late');
  aheadMs = 11 * 60_000;
  await page.goto(`${shop.tillUrl}#business=${shop.service.tenant.slug}&code=${code}`);
  await page.getByText('This code is wrong, used or too old').waitFor();
  expect(await page.getByLabel('Business').inputValue()).toBe(shop.service.tenant.slug);
  aheadMs = 0;
  await page.close();
});

test.each([
  ['is not there', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
  [
    'refuses',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The user denied permission to access the database.', 'SecurityError');
      };
    },
  ],
])('a browser whose storage %s sells nothing, and says how it would', async (_how, withoutStorage) => {
  const context = await browser.newContext({ viewport: PHONE });
  await context.addInitScript(withoutStorage);
  const page = await context.newPage();
  await page.goto(shop.tillUrl);
  await page.getByRole('heading', { name: 'This browser cannot keep sales' }).waitFor();
  await page.getByText(/Leave the private window, or allow this site to store data/).waitFor();
  await context.close();
});

/** Writes until the browser refuses even a little. @returns once there is no room. */
function fillUp(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('filler');
    opening.onupgradeneeded = () => void opening.result.createObjectStore('bytes', { autoIncrement: true });
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const write = (bytes: number): Promise<boolean> =>
      new Promise((resolve) => {
        const tx = opening.result.transaction('bytes', 'readwrite');
        tx.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536))));
        for (let more = 65_536; more < bytes; more += 65_536)
          tx.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(65_536)));
        tx.oncomplete = () => resolve(true);
        tx.onabort = () => resolve(false);
      });
    for (let bytes = 4_194_304; bytes >= 256; bytes /= 4) while (await write(bytes));
  });
}

test('with the storage full no sale is done: the bill stays, and is paid once there is room', async () => {
  const context = await browser.newContext({ viewport: COUNTER });
  const { origin } = new URL(shop.tillUrl);
  const devtools = await context.newCDPSession(await context.newPage());
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 25_000_000 });
  const page = await openTillIn(shop, context);
  await scanThree(page);
  await fillUp(page);
  await keys(page, 'F9', 'Enter');
  await page.getByText(NO_ROOM).first().waitFor();
  expect(await change(page).count()).toBe(0);
  await shows(page.locator('.due-now .total'), '$20.50');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000_000 });
  await keys(page, 'Enter');
  await shows(change(page), '$0.00');
  const [sold] = await orders(shop, 'completed', (settled += 1));
  expect(sold?.['totals'].total.amount).toBe(2_050);
  await context.close();
});

test('a clock 36 hours ahead is told, and the sale arrives with the time that it was', async () => {
  const { page, context } = await openTill(shop, browser);
  const name = await page.locator('.who-name').innerText();
  await clockAhead(context, 36 * HOUR_MS);
  await reopened(page, name, /The clock of this device is wrong by/);
  const before = Date.now();
  await paidExactly(page);
  const [sold] = await orders(shop, 'completed', (settled += 1));
  const placed = Date.parse(String(sold?.['placedAt']));
  expect(placed).toBeGreaterThan(before - HOUR_MS);
  expect(placed).toBeLessThan(before + HOUR_MS);
  await context.close();
});

test('two tabs sell at once: each sale has its own number, and none is doubled', async () => {
  const context = await browser.newContext({ viewport: COUNTER });
  const first = await openTillIn(shop, context);
  const name = await first.locator('.who-name').innerText();
  const second = await context.newPage();
  await second.goto(shop.tillUrl);
  await reopened(second, name);
  await Promise.all([scanThree(first), scanThree(second)]);
  await Promise.all([payExactly(first), payExactly(second)]);
  await Promise.all([shows(change(first), '$0.00'), shows(change(second), '$0.00')]);
  const sold = await orders(shop, 'completed', (settled += 2));
  const numbers = sold.map(({ receiptNumber }) => String(receiptNumber));
  expect(new Set(numbers).size).toBe(numbers.length);
  await context.close();
});

/** A service of before there was anything to sync with: it has none of those routes, and its contract does not tell of them. */
async function answersAsBefore(context: BrowserContext): Promise<void> {
  await context.route('**/pos/sync/**', (route) =>
    route.fulfill({
      status: 404,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'Not found',
        status: 404,
        code: 'not_found',
        retryable: false,
      }),
    }),
  );
  await context.route('**/openapi.json', async (route) => {
    const contract = (await (await route.fetch()).json()) as { paths: Record<string, unknown> };
    const paths = Object.entries(contract.paths).filter(([path]) => !path.includes('/sync/'));
    await route.fulfill({ json: { ...contract, paths: Object.fromEntries(paths) } });
  });
}

test('a server older than the till is told; sales are kept, and sent once it is new', async () => {
  const { page, context } = await openTill(shop, browser);
  await answersAsBefore(context);
  await paidExactly(page);
  await page.getByText('The server is older than this till').waitFor({ timeout: 60_000 });
  expect((await shop.service.call('GET', '/orders?status=completed')).body.data).toHaveLength(settled);
  await context.unrouteAll();
  const name = await page.locator('.who-name').innerText();
  await keys(page, 'Enter');
  await reopened(page, name);
  await orders(shop, 'completed', (settled += 1));
  await until(
    () => page.getByText('The server is older than this till').count(),
    (count) => count === 0,
  );
  expect(await total(page).innerText()).toBe('–');
  await context.close();
});
