import type { Browser } from 'playwright-core';
import {
  change,
  hasNoViolations,
  keys,
  openPayingShop,
  openTill,
  orders,
  scan,
  scanThree,
  shot,
  shows,
} from './paying-hands.js';
import { startChromium, type BrowserShop } from './till-browser.js';

// Refunds and receipts in a real browser, against the real service.

jest.setTimeout(240_000);

let shop: BrowserShop;
let browser: Browser;

beforeAll(async () => {
  shop = await openPayingShop();
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('one line of a scanned receipt is given back with at most 6 keys', async () => {
  const { page, context } = await openTill(shop, browser, { role: 'supervisor' });
  await scanThree(page);
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  const number = /T1-\d+/.exec(await page.getByText(/^Receipt T1-/).innerText())?.[0] ?? '';
  await keys(page, 'F10');
  await page.getByRole('heading', { name: 'Receipts' }).waitFor();
  await page.getByText(number).waitFor();
  await hasNoViolations(page, 'receipts');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Refund', exact: true }).click();
  await hasNoViolations(page, 'refund-find');
  await page.getByRole('button', { name: 'Sell' }).click();
  await page.getByPlaceholder('Name, code or number').waitFor();
  await scan(page, number);
  await page.getByText(`Receipt ${number}`).waitFor();
  expect(await keys(page, 'ArrowDown', ' ', '2', 'Enter')).toBeLessThanOrEqual(6);
  await shows(change(page), '$3.00');
  await shot(page, 'refund-done');
  const [refunded] = await orders(shop, 'partially_refunded', 1);
  expect(refunded?.['totals'].total.amount).toBe(2_050);
  await context.close();
});

test('a cashier is asked for somebody who may; giving that up leaves the refund as it was', async () => {
  await shop.hire('Mary Boss', 'manager', '7351');
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  await keys(page, 'F10');
  await page
    .getByRole('button', { name: /^Refund/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Tea/ }).click();
  await page.getByRole('button', { name: /^Faulty/ }).click();
  await hasNoViolations(page, 'refund');
  await page.getByRole('button', { name: /^Refund \$3.00/ }).click();
  await page.getByText('Ask a manager').waitFor();
  await shot(page, 'refund-manager');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: /^Refund \$3.00/ }).waitFor();
  expect(await change(page).count()).toBe(0);
  await context.close();
});
