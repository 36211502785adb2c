import type { Browser, Locator, Page } from 'playwright-core';
import type { Answer } from '../harness/service.js';
import {
  asked,
  change,
  COFFEE,
  hasNoViolations,
  keys,
  openPayingShop,
  openTill,
  scan,
  scanThree,
  shows,
  TEA,
  until,
} from './paying-hands.js';
import { knownHere, PHONE, startChromium, typeDigits, type BrowserShop } from './till-browser.js';

// Tables: without a network, at two tills, and what the kitchen has taken back.

jest.setTimeout(300_000);

let shop: BrowserShop;
let browser: Browser;
const tables = new Map<string, string>();

beforeAll(async () => {
  shop = await openPayingShop();
  for (const [position, name] of ['1', '2', '3'].entries()) {
    const table = await asked(shop, 'POST', '/tables', {
      ...{ outletId: shop.outletId, name, seats: 4, position, area: name === '3' ? 'Terrace' : 'Inside' },
    });
    tables.set(name, String(table['id']));
  }
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const table = (page: Page, name: string, state = ''): Locator => button(page, new RegExp(`^Table ${name}, .*${state}`));
const total = (page: Page): Locator => page.locator('.sell-foot .total:visible');
const empty = (page: Page): Locator => page.getByText('Scan or press the first item.');

/** The orders of a table, once they are as they should be. */
function ordersAt(name: string, isSo: (orders: Answer['body'][]) => boolean): Promise<Answer['body'][]> {
  const path = `/orders?tableId=${String(tables.get(name))}&expand=lines,payments`;
  return until(async () => (await asked(shop, 'GET', path))['data'] as Answer['body'][], isSo);
}

const fired = ({ lines }: Answer['body']): boolean =>
  (lines as { quantity: string; firedQuantity: string }[]).every((line) => line.firedQuantity === line.quantity);

test('a table is served and paid without a network, over a reload, and is one order when it is back', async () => {
  const { page, context } = await openTill(shop, browser);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await knownHere(page, 1);
  await context.setOffline(true);
  await table(page, '1', 'free').click();
  await scanThree(page);
  await keys(page, 'f');
  await empty(page).waitFor();
  await table(page, '1', '\\$20.50').waitFor(); // it is on the disk
  await page.reload();
  await comeBack(page);
  await table(page, '1', '\\$20.50').click();
  await shows(total(page), '$20.50');
  await scan(page, TEA);
  await shows(total(page), '$23.50');
  await keys(page, 'f');
  await empty(page).waitFor();
  await table(page, '1', '\\$23.50').click();
  await shows(total(page), '$23.50');
  await scan(page, COFFEE); // not sent: paying sends it
  await shows(total(page), '$28.50');
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  await page.getByText(/^Receipt T\d+-/).waitFor();
  await keys(page, 'Enter');
  await table(page, '1', 'free').waitFor();
  await context.setOffline(false);
  const [order, ...others] = await ordersAt('1', ([one]) => one?.['status'] === 'completed');
  expect(others).toEqual([]);
  expect(order).toMatchObject({ channel: 'dine_in', totals: { total: { amount: 2_850 }, due: { amount: 0 } } });
  expect(order?.['lines']).toHaveLength(5);
  expect(fired(order)).toBe(true);
  await context.close();
});

test('two tills serve one table: what the other added is seen, and all of it is paid', async () => {
  const first = await openTill(shop, browser);
  const second = await openTill(shop, browser);
  await table(first.page, '2', 'free').click();
  await scan(first.page, COFFEE);
  await shows(total(first.page), '$5.00');
  await keys(first.page, 'f');
  await ordersAt('2', (all) => all.length === 1 && all.every(fired));
  await table(second.page, '2', '\\$5.00').click();
  await second.page.getByText(/^For order /).waitFor();
  await scan(second.page, TEA);
  await shows(total(second.page), '$3.00');
  await keys(second.page, 'f');
  await empty(second.page).waitFor();
  await ordersAt('2', ([one]) => (one?.['lines'] as unknown[]).length === 2 && fired(one));
  await table(first.page, '2', '\\$5.00').click();
  await first.page.getByText(/^Somebody else went on with table 2/).waitFor();
  await keys(first.page, 'F9');
  await shows(first.page.locator('.due-now .total'), '$8.00');
  await keys(first.page, 'Enter');
  await shows(change(first.page), '$0.00');
  const [order] = await ordersAt('2', ([one]) => one?.['status'] === 'completed');
  expect(order).toMatchObject({ totals: { total: { amount: 800 } } });
  await Promise.all([first.context.close(), second.context.close()]);
});

test('what the kitchen has is not changed but taken back, by somebody who may', async () => {
  const { page, context } = await openTill(shop, browser, { role: 'supervisor', viewport: PHONE });
  await table(page, '3', 'free').click();
  await scan(page, COFFEE);
  await scan(page, TEA);
  await shows(total(page), '$8.00');
  await hasNoViolations(page, 'table-in-hand');
  await button(page, /^Fire/).click();
  await ordersAt('3', (all) => all.length === 1 && all.every(fired));
  await keys(page, '3', 't');
  await shows(total(page), '$8.00');
  await keys(page, '+');
  await page.getByText(/^The kitchen has this already/).waitFor();
  await shows(total(page), '$8.00');
  await keys(page, 'Delete');
  await shows(total(page), '$5.00');
  const [order] = await ordersAt('3', ([one]) => (one?.['lines'] as unknown[]).length === 1);
  expect(order).toMatchObject({ lines: [{ sku: 'coffee', firedQuantity: '1' }] });
  await keys(page, '9', 't');
  await page.getByText('There is no table 9.').waitFor();
  await context.close();
});

/** Whoever worked here before the reload signs in again. */
async function comeBack(page: Page): Promise<void> {
  await button(page, /^Worker/)
    .first()
    .click();
  await page.locator('.pin-entry').waitFor();
  await typeDigits(page, '4826');
  await page.getByPlaceholder('Name, code or number').waitFor();
}
