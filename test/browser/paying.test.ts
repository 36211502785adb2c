import type { Browser, Locator, Page } from 'playwright-core';
import {
  addPriced,
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
  TEA,
  scan,
} from './paying-hands.js';
import { PHONE, startChromium, type BrowserShop } from './till-browser.js';

// Paying in a real browser, against the real service.

jest.setTimeout(240_000);

let shop: BrowserShop;
let browser: Browser;

beforeAll(async () => {
  shop = await openPayingShop({ PAYMENT_ANSWER_MS: '1500' });
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

/** How many sales the tests before have left at the service. */
let settled = 0;

/** Waits for what a provider's answer shows. One that took longer than a request waits for, on a slow machine, is asked for. */
async function answered(page: Page, shown: Locator): Promise<void> {
  const waiting = page.getByText(/is being paid|Waiting for the network/);
  await waiting.or(shown).first().waitFor();
  while ((await shown.count()) === 0) {
    const charges = await asked(shop, 'GET', '/charges?limit=1');
    await asked(shop, 'POST', `/charges/${charges['data'][0].paymentId}/check`);
    await page.waitForTimeout(500);
  }
}
const paidHeading = (page: Page) => page.getByRole('heading', { name: 'Paid' });

test('exact cash is 2 keys or 2 taps, and reaches the service with its receipt number', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  expect(await keys(page, 'F9', 'Enter')).toBe(2);
  await shows(change(page), '$0.00');
  await hasNoViolations(page, 'done');
  await keys(page, 'Enter');
  await scanThree(page);
  await page.getByRole('button', { name: /^Pay/ }).click();
  await hasNoViolations(page, 'pay');
  await page.getByRole('button', { name: /^Exact/ }).click();
  await shows(change(page), '$0.00');
  const sold = await orders(shop, 'completed', (settled += 2));
  expect(sold.map(({ totals }) => totals.total.amount)).toEqual([2_050, 2_050]);
  expect(sold.map(({ payments }) => payments[0].tender)).toEqual(['cash', 'cash']);
  await context.close();
});

test('a note of 500 is 5 keys, one of the quick amounts 2 taps; change stays until the next scan', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  expect(await keys(page, 'F9', '5', '0', '0', 'Enter')).toBe(5);
  await shows(change(page), '$479.50');
  await scan(page, TEA);
  await shows(page.locator('.sell-foot .total:visible'), '$3.00');
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.getByRole('button', { name: '$5.00', exact: true }).click();
  await shows(change(page), '$2.00');
  await orders(shop, 'completed', (settled += 2));
  await context.close();
});

test('Backspace edits only the amount, and a second Enter at once is ignored', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  await keys(page, 'F9', '3', '0', 'Backspace', 'Backspace', 'Backspace', '2', '1');
  // Both at once by the till's clock, too, however slow this machine is.
  await page.evaluate(() => {
    for (let times = 0; times < 2; times += 1) {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    }
  });
  await shows(change(page), '$0.50');
  await page.getByRole('heading', { name: 'Paid' }).waitFor();
  await orders(shop, 'completed', (settled += 1));
  await context.close();
});

test('split evenly by 3 is 4 keys; each part is paid by itself, in one order', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  expect(await keys(page, 'F9', 's', '3', 'Enter')).toBe(4);
  await shows(page.locator('.due-now .total'), '$6.84');
  await hasNoViolations(page, 'parts');
  await keys(page, '1', '0', 'Enter');
  await shows(page.locator('.hand-back'), 'Hand back $3.16');
  await keys(page, 'Enter', 'Enter');
  await shows(change(page), '$0.00');
  const [sold] = await orders(shop, 'completed', (settled += 1));
  expect(sold?.['payments'].map(({ amount }: { amount: { amount: number } }) => amount.amount)).toEqual([
    684, 683, 683,
  ]);
  await context.close();
});

test('split by items is 3 keys and 2 for each; what was taken can be given back', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  await keys(page, 'F9', 's');
  await hasNoViolations(page, 'split');
  await keys(page, 'ArrowDown', ' ', 'Enter');
  await shows(page.locator('.due-now .total'), '$5.00');
  await keys(page, 'Enter');
  await shows(page.locator('.due-now .total'), '$15.50');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await shows(page.locator('.due-now .total'), '$5.00');
  await keys(page, 'Enter', 'Enter');
  await shows(change(page), '$0.00');
  await orders(shop, 'completed', (settled += 1));
  await context.close();
});

test('a card is 3 keys or 2 taps', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  expect(await keys(page, 'F9', 'k', 'Enter')).toBe(3);
  await answered(page, paidHeading(page));
  await keys(page, 'Enter');
  await scanThree(page);
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.getByRole('button', { name: /^Card/ }).click();
  await answered(page, paidHeading(page));
  const [sold] = await orders(shop, 'completed', (settled += 2));
  expect(sold?.['payments']).toMatchObject([{ tender: 'card', provider: 'simulator', status: 'captured' }]);
  await context.close();
});

test('a card that is declined says why, and cash pays the same order', async () => {
  const { page, context } = await openTill(shop, browser);
  await addPriced(page, '10.01');
  await keys(page, 'F9', 'k', 'Enter');
  await answered(page, page.getByText(/It was not paid: declined/));
  await hasNoViolations(page, 'declined');
  await keys(page, 'c', 'Enter');
  await shows(change(page), '$0.00');
  const [sold] = await orders(shop, 'completed', (settled += 1));
  expect(sold?.['payments'].map(({ status }: { status: string }) => status)).toEqual(['failed', 'captured']);
  await context.close();
});

test('a card that never answers waits in amber; no second charge until it is given up', async () => {
  const { page, context } = await openTill(shop, browser);
  await addPriced(page, '10.03');
  await keys(page, 'F9', 'k', 'Enter');
  await page.getByText(/Waiting for the network/).waitFor();
  await page.getByRole('button', { name: 'Check again' }).waitFor();
  expect(await page.getByRole('button', { name: /^Cash/ }).count()).toBe(0);
  await hasNoViolations(page, 'waiting');
  await page.getByRole('button', { name: /Stop asking|Take other payment/ }).click();
  await page.getByText('The payment was given up').waitFor();
  await keys(page, 'c', 'Enter');
  await shows(change(page), '$0.00');
  await orders(shop, 'completed', (settled += 1));
  await context.close();
});

test('mobile money of a new number is 3 keys and the digits', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  await keys(page, 'F9', 'm');
  await hasNoViolations(page, 'mobile');
  await keys(page, ...'254700000001'.split(''), 'Enter');
  await page
    .getByText(/is being paid/)
    .or(paidHeading(page))
    .first()
    .waitFor();
  await shot(page, 'mobile-waits');
  await answered(page, paidHeading(page));
  await orders(shop, 'completed', (settled += 1));
  await context.close();
});

test('a gift card pays what is on it, cash the rest', async () => {
  const { page, context } = await openTill(shop, browser);
  const wish = {
    kind: 'gift_card',
    currency: 'USD',
    amount: { amount: 800, currency: 'USD' },
    activateBecause: 'a present',
  };
  const issued = await asked(shop, 'POST', '/gift-cards', wish);
  await scanThree(page);
  await keys(page, 'F9', 'g');
  await page.getByLabel('Code of the card or voucher').fill(issued['cards'][0].code);
  await page.keyboard.press('Enter');
  await page.getByText(/On the card/).waitFor();
  await hasNoViolations(page, 'gift-card');
  await page.getByRole('button', { name: 'Take $8.00 from the card' }).click();
  await shows(page.locator('.due-now .total'), '$12.50');
  await page.getByRole('button', { name: /^Cash/ }).first().click();
  await page.getByRole('button', { name: /^Exact/ }).click();
  await shows(change(page), '$0.00');
  await orders(shop, 'completed', (settled += 1));
  await context.close();
});

test('on a telephone everything is in reach, and nothing scrolls sideways', async () => {
  const { page, context } = await openTill(shop, browser, { viewport: PHONE });
  await page.locator('.sell-tile', { hasText: 'Tea' }).click();
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.getByRole('button', { name: /^Exact/ }).waitFor();
  await hasNoViolations(page, 'phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.getByRole('button', { name: /^Exact/ }).click();
  await shows(change(page), '$0.00');
  await shot(page, 'phone-done');
  await orders(shop, 'completed', (settled += 1));
  await context.close();
});
