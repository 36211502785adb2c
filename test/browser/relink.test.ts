import type { Browser, Page } from 'playwright-core';
import {
  asked,
  change,
  COFFEE,
  keys,
  openPayingShop,
  openTill,
  orders,
  scan,
  scanThree,
  shows,
} from './paying-hands.js';
import { signIn, startChromium, type BrowserShop } from './till-browser.js';

// What a till keeps over a reload, and what it forgets when it is somebody else's.

jest.setTimeout(240_000);

let shop: BrowserShop;
let browser: Browser;

beforeAll(async () => {
  shop = await openPayingShop();
  await asked(shop, 'POST', '/drawers', { outletId: shop.outletId, name: 'Counter drawer' });
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

const SENT_AT = /^Last sent \d\d:\d\d/;
const search = (page: Page) => page.getByPlaceholder('Name, code or number');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function go(page: Page, place: string): Promise<void> {
  await button(page, 'Menu').click();
  await page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();
  await page.getByRole('heading', { name: place, level: 1 }).waitFor();
}

test('a reload keeps when the queue was last sent; another business finds nothing of the one before', async () => {
  const { page, context } = await openTill(shop, browser, { role: 'supervisor' });
  const name = await page.locator('.who-name').innerText();
  await go(page, 'Drawer');
  await page.getByLabel('Float in USD').fill('100');
  await button(page, 'Open').click();
  await page.getByRole('heading', { name: 'Counter drawer is open' }).waitFor();
  await button(page, 'Sell').click();
  await scanThree(page);
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  await orders(shop, 'completed', 1);
  await scan(page, COFFEE);
  await keys(page, 'F7');
  await go(page, 'Sending');
  await shows(page.getByText(/^Last sent/), SENT_AT);

  // Nothing can be sent now: that something was, and when, is what was kept.
  await context.route('**/pos/sync/batches', (route) => route.abort());
  await page.reload();
  await signIn(page, { name }, '4826');
  await search(page).waitFor();
  await go(page, 'Sending');
  await shows(page.getByText(/^Last sent/), SENT_AT);
  await context.unroute('**/pos/sync/batches');

  await go(page, 'Settings');
  await button(page, 'Compare with the server').click();
  await page.getByText(/^Server and till are of the same version/).waitFor();
  await button(page, 'Unlink this device').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink for good' }).click();
  await page.getByLabel('Code').fill(await shop.linkCode('Another counter'));
  await page.getByLabel('Business').fill(shop.service.tenant.slug);
  await button(page, 'Link').click();
  await signIn(page, { name }, '4826');
  await search(page).waitFor();
  await go(page, 'Receipts');
  await page.getByText('Nothing was sold at this till yet.').waitFor();
  await go(page, 'Drawer');
  await page.getByRole('heading', { name: 'Open the drawer' }).waitFor();
  await button(page, 'Sell').click();
  await keys(page, 'F8');
  await page.getByText('No sale is held.').waitFor();
  await context.close();
});
