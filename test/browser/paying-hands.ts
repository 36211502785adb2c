import { mkdirSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Answer } from '../harness/service.js';
import { choosePin, COUNTER, linkTill, openBrowserShop, signIn, type BrowserShop } from './till-browser.js';

/** Barcodes of the shop's coffee (5.00), tea (3.00) and bread (12.50). */
export const [COFFEE, TEA, BREAD] = ['5901234123457', '4006381333931', '9780201379624'] as const;

const SHOTS = process.env['TILL_SHOTS'];
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const PATIENCE_MS = 60_000;
let people = 0;

/** A shop that takes cash, cards by the simulator, mobile money, slips and gift cards; with an item whose price is typed. */
export async function openPayingShop(
  variables: Readonly<Record<string, string>> = {},
  now?: () => number,
): Promise<BrowserShop> {
  const shop = await openBrowserShop(variables, now);
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });
  const taxes = [{ code: 'VAT', name: 'VAT', rate: '16' }];
  await asked(shop, 'PUT', `/outlets/${shop.outletId}/tax-groups/standard`, {
    name: 'Standard',
    mode: 'inclusive',
    taxes,
  });
  const price = { amount: 100, currency: 'USD' };
  const item = {
    sku: 'service',
    name: 'Service',
    category: 'Services',
    price,
    taxCategory: 'standard',
    openPrice: true,
  };
  await asked(shop, 'POST', '/catalog/items', item);
  await asked(shop, 'PUT', '/tenders/card', { name: 'Card', kind: 'card', provider: 'simulator' });
  await asked(shop, 'PUT', '/tenders/mpesa', { name: 'M-Pesa', kind: 'mobile_money', provider: 'simulator' });
  const tenders = ['cash', 'card', 'mpesa', 'bank_transfer', 'gift_card'];
  await asked(shop, 'PATCH', `/outlets/${shop.outletId}`, { tenders });
  return shop;
}

/** Asks the service with the tenant's key. @throws Error when it refuses. */
export async function asked(shop: BrowserShop, method: string, path: string, body?: object): Promise<Answer['body']> {
  const answer = await shop.service.call(method, path, { ...(body !== undefined && { body }) });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.body;
}

/** A till with somebody signed in, in a browser context of its own. */
export async function openTill(
  shop: BrowserShop,
  browser: Browser,
  wish: { readonly viewport?: { readonly width: number; readonly height: number }; readonly role?: string } = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: wish.viewport ?? COUNTER, serviceWorkers: 'allow' });
  return { page: await openTillIn(shop, context, wish.role), context };
}

/** The same in a context that there is. */
export async function openTillIn(shop: BrowserShop, context: BrowserContext, role = 'cashier'): Promise<Page> {
  people += 1;
  const worker = await shop.hire(`Worker ${people}`, role, '8264');
  const page = await context.newPage();
  await linkTill(page, shop, `Counter ${people}`);
  await signIn(page, worker, worker.pin);
  await choosePin(page, '4826');
  await page.getByPlaceholder('Name, code or number').waitFor();
  return page;
}

/** As a scanner types: 2 ms from key to key, by the keys' own clock, however slow this machine is; with Enter at the end. */
export async function scan(page: Page, code: string, busyMs = 0): Promise<void> {
  await page.evaluate(
    async ([keysOfCode, busy]) => {
      const began = performance.now();
      const send = (from: number, to: number): void => {
        keysOfCode.slice(from, to).forEach((key, at) => {
          const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
          Object.defineProperty(event, 'timeStamp', { value: began + (from + at) * 2 });
          (document.activeElement ?? document.body).dispatchEvent(event);
        });
      };
      if (busy === 0) {
        send(0, keysOfCode.length);
        return;
      }
      send(0, 5);
      while (performance.now() - began < busy);
      // What was pressed meanwhile is heard behind what fell due meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 5));
      send(5, keysOfCode.length);
    },
    [[...code.split(''), 'Enter'], busyMs] as const,
  );
}

/** Scans coffee, tea and bread: 20.50. */
export async function scanThree(page: Page): Promise<void> {
  for (const code of [COFFEE, TEA, BREAD]) await scan(page, code);
  await shows(page.locator('.sell-foot .total:visible'), '$20.50');
}

/** Puts the item into the basket whose price is typed. */
export async function addPriced(page: Page, typed: string): Promise<void> {
  await page.locator('.sell-tile', { hasText: 'Service' }).click();
  await page.locator('dialog:visible').waitFor();
  await keys(page, ...typed.split(''), 'Enter');
  await page.locator('.sell-row').waitFor();
}

/** Whoever presses this looks at what comes before they press the next. */
const LEADS_TO: Readonly<Record<string, string>> = {
  F9: '.pay-screen:visible, dialog:visible, [role=alert]:visible, .snack:visible',
};
/** What is done is being written down: no key means anything meanwhile. */
const BOOKING = '.pay-work > p[role=status]';

/** Keys one by one, as a hand types them that sees what it does. @returns how many they were. */
export async function keys(page: Page, ...names: readonly string[]): Promise<number> {
  for (const name of names) {
    await page.keyboard.press(name);
    await page.waitForTimeout(name === 'Enter' ? 450 : 70);
    const led = LEADS_TO[name];
    if (led !== undefined) await page.locator(led).first().waitFor();
    await page.locator(BOOKING).waitFor({ state: 'detached' });
  }
  return names.length;
}

/** Waits until an element shows a text. */
export async function shows(element: Locator, text: string | RegExp): Promise<void> {
  const fits = (seen: string | undefined): boolean =>
    typeof text === 'string' ? seen === text : text.test(seen ?? '');
  const until = Date.now() + PATIENCE_MS;
  let seen: string | undefined;
  do {
    seen = (await element.innerText({ timeout: 1_000 }).catch(() => undefined))?.trim();
    if (fits(seen)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < until);
  throw new Error(`shows ${String(seen)}, not ${String(text)}`);
}

/** Waits until the service says so. */
export async function until<Value>(read: () => Promise<Value>, isSo: (value: Value) => boolean): Promise<Value> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until the service has so many orders in a state. @returns them, with lines and payments. */
export function orders(shop: BrowserShop, status: string, count: number): Promise<Answer['body'][]> {
  const read = async () =>
    (await asked(shop, 'GET', `/orders?status=${status}&expand=lines,payments&limit=100`))['data'];
  return until(read, (found: unknown[]) => found.length === count);
}

/** The change in large digits. */
export const change = (page: Page): Locator => page.locator('.change');

/** A picture for people, where TILL_SHOTS names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/paying-${name}.png` });
}

/** Looks at the screen with axe in both themes. */
export async function hasNoViolations(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme);
    await page.waitForTimeout(50);
    await shot(page, `${name}-${theme}`);
    await page.evaluate(AXE);
    const found = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map((v) => `${v.id}: ${v.nodes[0].html}`))',
    );
    expect([name, theme, found]).toEqual([name, theme, []]);
  }
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
}

const ROWS_KEPT = `new Promise((resolve) => { const opening = indexedDB.open('pos-till-baskets'); opening.onsuccess = () => {
  const asked = opening.result.transaction('inHand').objectStore('inHand').getAll();
  asked.onsuccess = () => { opening.result.close();
    resolve(asked.result.map(({ lines }) => lines.filter(({ agreed }) => agreed !== null).length)); }; }; })`;

/** Waits until a basket with so many priced rows is on the device's disk: a moment after they are seen. */
export async function basketKept(page: Page, rows: number): Promise<void> {
  await until(
    () => page.evaluate<number[]>(ROWS_KEPT),
    (found) => found.includes(rows),
  );
}
