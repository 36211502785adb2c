import type { Browser, Locator, Page } from 'playwright-core';
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
  until,
} from './paying-hands.js';
import { startChromium, type BrowserShop } from './till-browser.js';

// The rows of UX.md §4's table that selling.test.ts, paying.test.ts and paying-refund.test.ts do not count, by keys and by taps.

jest.setTimeout(240_000);

const PHONE_NUMBER = '254700000001';
const PROGRAMME = {
  name: 'Regulars',
  currency: 'USD',
  earn: { points: 1, per: 100 },
  burn: { points: 100, worth: 100 },
};
let shop: BrowserShop;
let browser: Browser;

beforeAll(async () => {
  shop = await openPayingShop();
  await asked(shop, 'PUT', '/loyalty/programme', PROGRAMME);
  await asked(shop, 'POST', '/loyalty/members', { customerId: PHONE_NUMBER });
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

/** Presses one thing after the other with a finger. @returns how many presses that were. */
async function taps(...targets: readonly Locator[]): Promise<number> {
  for (const target of targets) await target.click();
  return targets.length;
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const pay = (page: Page): Locator => button(page, /^Pay/);
const due = (page: Page): Locator => page.locator('.due-now .total');
const paid = (page: Page): Locator => page.getByRole('heading', { name: 'Paid' });

/** The simulator's money arrives when somebody asks for it. */
async function arrives(page: Page): Promise<void> {
  await page
    .getByText(/is being paid/)
    .or(paid(page))
    .first()
    .waitFor();
  await until(
    async () => {
      const [charge] = (await asked(shop, 'GET', '/charges?limit=1'))['data'];
      if (charge !== undefined) await asked(shop, 'POST', `/charges/${charge.paymentId}/check`);
      return paid(page).count();
    },
    (count) => count > 0,
  );
}

test('mobile money of a known customer is 3 keys or 3 taps', async () => {
  const { page, context } = await openTill(shop, browser);
  const choose = async (): Promise<void> => {
    await scanThree(page);
    await keys(page, 'F4');
    await page.getByRole('dialog').getByRole('textbox').fill(PHONE_NUMBER);
    await page.keyboard.press('Enter');
    await button(page, 'Choose').click();
    await button(page, PHONE_NUMBER).waitFor();
  };
  await choose();
  expect(await keys(page, 'F9', 'm', 'Enter')).toBe(3);
  await arrives(page);
  await keys(page, 'Enter');
  await choose();
  expect(await taps(pay(page), button(page, /^M-Pesa/), page.locator('.amount-pad .button.primary'))).toBe(3);
  await arrives(page);
  await orders(shop, 'completed', 2);
  await context.close();
});

test('mobile money of a new number is 3 taps and the digits', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  const digits = PHONE_NUMBER.split('').map((digit) => button(page, digit));
  const many = await taps(pay(page), button(page, /^M-Pesa/), ...digits, page.locator('.amount-pad .button.primary'));
  expect(many).toBe(3 + PHONE_NUMBER.length);
  await arrives(page);
  await orders(shop, 'completed', 3);
  await context.close();
});

test('a scan is one scan, though the page was busy in the midst of it', async () => {
  const { page, context } = await openTill(shop, browser);
  await scan(page, COFFEE, 150);
  await shows(page.locator('.sell-foot .total:visible'), '$5.00');
  await context.close();
});

test('found by name it is 3 taps beside the letters, which a telephone types', async () => {
  const { page, context } = await openTill(shop, browser);
  const search = page.getByPlaceholder('Name, code or number');
  expect(await taps(search)).toBe(1);
  await page.keyboard.insertText('bre');
  expect(await taps(page.locator('.sell-tile', { hasText: 'Bread' }))).toBe(1);
  await shows(page.locator('.sell-foot .total:visible'), '$12.50');
  await context.close();
});

test('split evenly by 3 is 3 taps; by items it is 2, and 1 for each', async () => {
  const { page, context } = await openTill(shop, browser);
  await scanThree(page);
  expect(
    await taps(
      pay(page),
      button(page, /^Split/),
      page.locator('.quick-split').getByRole('button', { name: '3', exact: true }),
    ),
  ).toBe(3);
  await shows(due(page), '$6.84');
  for (const rest of ['$6.83', '$6.83']) {
    await button(page, /^Exact/).click();
    await shows(due(page), rest);
  }
  await button(page, /^Exact/).click();
  await shows(change(page), '$0.00');
  await scanThree(page);
  const pieces = page.locator('.pieces');
  const piece = (name: string): Locator => pieces.getByRole('button', { name: new RegExp(`^${name}`) });
  expect(await taps(pay(page), button(page, /^Split/), piece('Tea'), piece('Coffee'))).toBe(2 + 2);
  await shows(due(page), '$8.00');
  await button(page, /^Exact/).click();
  await shows(due(page), '$12.50');
  await button(page, /^Exact/).click();
  await shows(change(page), '$0.00');
  const sold = await orders(shop, 'completed', 5);
  expect(sold.map(({ payments }) => payments.length).sort()).toEqual([1, 1, 1, 2, 3]);
  await context.close();
});

test('one line of a scanned receipt is given back with at most 5 taps', async () => {
  const { page, context } = await openTill(shop, browser, { role: 'supervisor' });
  await scanThree(page);
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  const number = /T\d+-\d+/.exec(await page.getByText(/^Receipt T\d+-/).innerText())?.[0] ?? '';
  // In the midst of the next sale, which stays.
  await scan(page, COFFEE);
  await shows(page.locator('.sell-foot .total:visible'), '$5.00');
  await scan(page, number);
  await page.getByRole('heading', { name: 'Refund' }).waitFor();
  const back = await taps(button(page, /^Tea/), button(page, /^Faulty/), button(page, /^Refund \$3.00/));
  expect(back).toBeLessThanOrEqual(5);
  await shows(change(page), '$3.00');
  await orders(shop, 'partially_refunded', 1);
  await button(page, 'Sell').click();
  await shows(page.locator('.sell-foot .total:visible'), '$5.00');
  await context.close();
});

test('a table is opened, served and fired with 3 keys or 2 taps, and the items', async () => {
  for (const name of ['4', 'Terrace 12'])
    await asked(shop, 'POST', '/tables', { outletId: shop.outletId, name, seats: 4 });
  const { page, context } = await openTill(shop, browser);
  const table = (name: string): Locator => button(page, new RegExp(`^Table ${name},`));
  const fired = async (count: number): Promise<Record<string, unknown>[]> => {
    const read = async (): Promise<Record<string, unknown>[]> =>
      (await asked(shop, 'GET', '/orders?status=open&expand=lines&limit=100'))['data'];
    const isFired = ({ lines }: Record<string, unknown>): boolean =>
      (lines as { quantity: string; firedQuantity: string }[]).every((line) => line.firedQuantity === line.quantity);
    return until(read, (found) => found.length === count && found.every(isFired));
  };
  await table('4').waitFor();
  expect(await keys(page, '4', 't')).toBe(2);
  await shows(page.locator('.sell-table-in-hand:visible'), 'Table 4');
  await scanThree(page);
  const said = page.getByText('The kitchen has it: table 4.').waitFor();
  expect(await keys(page, 'f')).toBe(1);
  await said;
  await page.getByText('Scan or press the first item.').waitFor();
  const [first] = await fired(1);
  expect(first).toMatchObject({ channel: 'dine_in', lines: [{}, {}, {}] });

  expect(await taps(table('Terrace 12'))).toBe(1);
  await scanThree(page);
  expect(await taps(button(page, /^Fire/))).toBe(1);
  await fired(2);

  // A second round is added to the same order, and then it is paid.
  await taps(table('4'));
  await scan(page, COFFEE);
  await shows(page.locator('.sell-foot .total:visible'), '$25.50');
  await keys(page, 'f');
  await page.getByText('Scan or press the first item.').waitFor();
  const both = await until(
    () => fired(2),
    (found) => found.some(({ lines }) => (lines as unknown[]).length === 4),
  );
  expect(both.map(({ id }) => id)).toContain(first?.['id']);
  await keys(page, '4', 't');
  await shows(page.locator('.sell-foot .total:visible'), '$25.50');
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  const sold = await until(
    async () => (await asked(shop, 'GET', '/orders?status=completed&limit=100'))['data'] as Record<string, unknown>[],
    (found) => found.some(({ id }) => id === first?.['id']),
  );
  expect(sold.find(({ id }) => id === first?.['id'])).toMatchObject({ totals: { total: { amount: 2_550 } } });
  await keys(page, 'Enter');
  await table('4')
    .and(page.getByRole('button', { name: /free$/ }))
    .waitFor();
  await context.close();
});

test('a blind count is one number for each kind of money, and the total follows each', async () => {
  await asked(shop, 'POST', '/drawers', { outletId: shop.outletId, name: 'Counter drawer' });
  const { page, context } = await openTill(shop, browser, { role: 'supervisor' });
  await taps(button(page, 'Menu'), button(page, 'Drawer'));
  await page.getByLabel('Float in USD').fill('123.05');
  await button(page, 'Open').click();
  await page.getByRole('heading', { name: 'Counter drawer is open' }).waitFor();
  await button(page, /Count and close/).click();
  const total = page.locator('.count-total .total');
  const pieces = page.locator('.count-sheet input');
  await pieces.first().focus();
  let counted = 0;
  const many = await pieces.count();
  for (let at = 0; at < many; at++) {
    const worth = await page.locator('.count-row .amount').nth(at).innerText();
    expect(await keys(page, '1', 'Enter')).toBe(2);
    counted += Math.round(Number(worth.replace(/[^\d.]/g, '')) * 100);
    await shows(total, new RegExp(`^\\$${(counted / 100).toFixed(2)}$`));
  }
  await context.close();
});
