import type { Browser } from 'playwright-core';
import type { Answer } from '../harness/service.js';
import {
  asked,
  change,
  hasNoViolations,
  keys,
  openPayingShop,
  openTill,
  orders,
  scanThree,
  shot,
  shows,
  until,
} from './paying-hands.js';
import { startChromium, type BrowserShop } from './till-browser.js';

// The drawer in a real browser, against the real service.

jest.setTimeout(240_000);

let shop: BrowserShop;
let browser: Browser;

beforeAll(async () => {
  shop = await openPayingShop();
  await asked(shop, 'POST', '/drawers', { outletId: shop.outletId, name: 'Counter drawer' });
  await asked(shop, 'PUT', `/outlets/${shop.outletId}/drawer-policy`, { sessionRequired: true, floatDefault: 10_000 });
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('money waits for an open drawer; the count is blind, the difference comes after it', async () => {
  const { page, context } = await openTill(shop, browser, { role: 'supervisor' });
  await scanThree(page);
  await keys(page, 'F9', 'Enter');
  await page.getByText(/Money is taken only into an open drawer/).waitFor();
  await page.getByRole('button', { name: 'Open the drawer' }).click();
  await page.getByLabel('Float in USD').waitFor();
  await hasNoViolations(page, 'drawer-closed');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('heading', { name: 'Counter drawer is open' }).waitFor();
  await page.getByRole('button', { name: 'Paid out' }).click();
  await page.getByLabel('Amount in USD').fill('4.50');
  await page.getByLabel('Why').fill('milk');
  await page.getByLabel('Number of the receipt').fill('slip 12');
  await hasNoViolations(page, 'drawer-open');
  await page.getByRole('button', { name: 'Paid out' }).last().click();
  await page.getByText('Written down').waitFor();
  await page.getByRole('button', { name: 'Sell' }).click();
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  await orders(shop, 'completed', 1);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Drawer', exact: true }).click();
  await page.getByRole('button', { name: /Count and close/ }).click();
  await page.getByLabel('$100.00').fill('1');
  await page.getByLabel('$5.00').fill('3');
  await shows(page.locator('.count-total .total'), '$115.00');
  await hasNoViolations(page, 'drawer-count');
  expect(await page.getByText('Expected').count()).toBe(0);
  await page.getByRole('button', { name: 'Hand in and close' }).click();
  await page.getByText('Difference').waitFor();
  await shot(page, 'drawer-after');
  const read = async () => (await asked(shop, 'GET', '/drawer-sessions?status=closed'))['data'];
  const [session] = await until(read, (found: Answer['body'][]) => found.length === 1);
  expect([session.expected.amount, session.counted.amount, session.variance.amount]).toEqual([11_600, 11_500, -100]);
  await context.close();
});
