import type { Browser } from 'playwright-core';
import {
  asked,
  basketKept,
  COFFEE,
  keys,
  openPayingShop,
  openTill,
  orders,
  scan,
  shows,
  until,
} from './paying-hands.js';
import { signIn, startChromium, type BrowserShop } from './till-browser.js';

// Prices change while something is in the basket: what was rung up before costs what the guest was told.

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

test('new prices touch only rows added later, also after a reload, and the service is told of the difference', async () => {
  const { page, context } = await openTill(shop, browser);
  const total = page.locator('.sell-foot .total:visible');
  await scan(page, COFFEE);
  await shows(total, '$5.00');
  const items = (await asked(shop, 'GET', '/catalog/items'))['data'] as { id: string; sku: string }[];
  const coffee = items.find(({ sku }) => sku === 'coffee')?.id;
  await asked(shop, 'PATCH', `/catalog/items/${coffee}`, { price: { amount: 600, currency: 'USD' } });
  await page.locator('.sell-tile', { hasText: '$6.00' }).waitFor({ timeout: 120_000 });
  await page.getByText(/Prices updated/).waitFor();
  await shows(total, '$5.00');
  await scan(page, COFFEE);
  await shows(total, '$11.00');
  await basketKept(page, 2);
  await page.reload();
  await page.getByRole('heading', { name: 'Who is working?' }).waitFor();
  await signIn(page, { name: 'Worker 1' }, '4826');
  await shows(total, '$11.00');
  await keys(page, 'F9', 'Enter');
  await page.getByRole('heading', { name: 'Paid' }).waitFor();
  const [order] = await orders(shop, 'completed', 1);
  expect(order?.['totals'].total.amount).toBe(1_100);
  const read = async () => (await asked(shop, 'GET', '/sync/conflicts'))['data'] as { cause: string }[];
  const [conflict, ...others] = await until(read, (found) => found.length > 0);
  expect([conflict?.cause, others]).toEqual(['price_differs', []]);
  await context.close();
});

test('keys that an outlet wants otherwise are so at its tills, and on their card', async () => {
  const { page, context } = await openTill(shop, browser);
  const setKeys = (tillKeys: object): Promise<unknown> =>
    asked(shop, 'PATCH', `/outlets/${shop.outletId}`, { tillKeys });
  await setKeys({ pay: ['End'], help: ['Home'], hold: [] });
  const card = page.locator('.key-card');
  await until(
    async () => {
      await keys(page, '?'); // shows the card, until the new keys have come
      const isShown = await card.waitFor({ timeout: 6_000 }).then(
        () => true,
        () => false,
      );
      if (!isShown) return 'gone';
      await keys(page, 'Escape');
      await card.waitFor({ state: 'detached' });
      return 'shown';
    },
    (shown) => shown === 'gone',
  );
  await keys(page, 'Home');
  await card.locator('kbd', { hasText: 'End' }).waitFor();
  expect(await card.textContent()).not.toMatch(/F7|F9/);
  await keys(page, 'Escape');
  await scan(page, COFFEE);
  await shows(page.locator('.sell-foot .total:visible'), '$6.00');
  await page.keyboard.press('F9');
  await page.waitForTimeout(500);
  expect(await page.locator('.pay-screen').count()).toBe(0);
  await keys(page, 'End');
  await page.locator('.pay-screen').waitFor();
  await keys(page, 'Enter');
  await page.getByRole('heading', { name: 'Paid' }).waitFor();
  await setKeys({});
  await context.close();
});
