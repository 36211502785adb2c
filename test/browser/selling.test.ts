import { mkdirSync, readFileSync } from 'node:fs';
import { basketKept, keys, scan } from './paying-hands.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  choosePin,
  COUNTER,
  linkTill,
  openBrowserShop,
  PHONE,
  signIn,
  startChromium,
  type BrowserShop,
  type Hired,
} from './till-browser.js';

// Selling in a real browser, against the real service.

const SHOTS = process.env['TILL_SHOTS'];
const [COFFEE, TEA, BREAD] = ['5901234123457', '4006381333931', '9780201379624'] as const;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
jest.setTimeout(240_000);

let shop: BrowserShop;
let browser: Browser;
let people = 0;

beforeAll(async () => {
  shop = await openBrowserShop();
  await stock();
  browser = await startChromium();
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/selling-${name}.png` });
}

async function done(method: string, path: string, body?: object): Promise<Record<string, string>> {
  const answer = await shop.service.call(method, path, { body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.body;
}

/** Goods that ask for something before they are rung up. */
async function stock(): Promise<void> {
  const USD = (amount: number): object => ({ amount, currency: 'USD' });
  const taxes = [{ code: 'VAT', name: 'VAT', rate: '16' }];
  await done('PUT', `/outlets/${shop.outletId}/tax-groups/standard`, { name: 'Standard', mode: 'inclusive', taxes });
  const oat = { code: 'oat', name: 'Oat milk', price: USD(60) };
  const milk = {
    code: 'milk',
    name: 'Milk',
    min: 1,
    max: 1,
    modifiers: [{ code: 'cow', name: 'Cow milk', price: USD(0) }, oat],
  };
  await done('POST', '/catalog/modifier-groups', milk);
  const item = (sku: string, name: string, category: string, price: number, more: object = {}) =>
    done('POST', '/catalog/items', { sku, name, category, price: USD(price), taxCategory: 'standard', ...more });
  const latte = await item('latte', 'Latte', 'Drinks', 450);
  await done('PUT', `/catalog/items/${latte['id']}/modifier-groups`, { groups: [{ group: 'milk' }] });
  await item('cake', 'Lemon cake', 'Bakery', 380);
  const meal = await item('breakfast', 'Breakfast', 'Meals', 900, { kind: 'combo' });
  const slots = [
    { code: 'drink', name: 'Drink', min: 1, max: 1, choices: [{ sku: 'coffee' }, { sku: 'tea' }] },
    { code: 'food', name: 'Food', min: 1, max: 1, choices: [{ sku: 'cake', default: true }] },
  ];
  await done('PUT', `/catalog/items/${meal['id']}/combo`, { pricing: { kind: 'fixed' }, slots });
  await item('whisky', 'Whisky', 'Spirits', 2_500, { minimumAge: 18 });
  await item('cheese', 'Cheese', 'Deli', 2_000, { measure: 'weight', unit: 'kg' });
  await item('service', 'Other service', 'Services', 100, { openPrice: true });
  const gone = await item('soup', 'Soup', 'Meals', 700);
  await done('PUT', `/outlets/${shop.outletId}/availability/${gone['sku']}`, { available: false });
}

/** A till of its own with a cashier signed in. */
async function openTill(viewport: {
  readonly width: number;
  readonly height: number;
}): Promise<{ page: Page; context: BrowserContext; cashier: Hired }> {
  people += 1;
  const cashier = await shop.hire(`Cashier ${people}`, 'cashier', '8264');
  const context = await browser.newContext({ viewport, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await linkTill(page, shop, `Counter ${people}`);
  await signIn(page, cashier, cashier.pin);
  await choosePin(page, '4826');
  await page.getByPlaceholder('Name, code or number').waitFor();
  return { page, context, cashier };
}

const rows = (page: Page) => page.locator('.sell-row');
const total = (page: Page) => page.locator('.sell-foot .total:visible');
const tile = (page: Page, name: string) => page.locator('.sell-tile', { hasText: name });

/** Waits until the page shows it. */
async function shows(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  const until = Date.now() + 60_000;
  let seen: unknown = await read().catch(() => undefined);
  while (seen !== expected && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen = await read().catch(() => undefined);
  }
  expect(seen).toEqual(expected);
}
const showsTotal = (page: Page, amount: string) => shows(() => total(page).innerText(), amount);
const showsRows = (page: Page, count: number) => shows(() => rows(page).count(), count);

async function hasNoViolations(page: Page, name: string): Promise<void> {
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

test('three scanned items are sold with F9 and Enter, and the next scan starts the next sale', async () => {
  const { page, context } = await openTill(COUNTER);
  for (const code of [COFFEE, TEA, BREAD]) await scan(page, code);
  await showsTotal(page, '$20.50');
  expect(await rows(page).count()).toBe(3);
  expect(await rows(page).last().getAttribute('aria-current')).toBe('true');
  await shot(page, 'three');
  expect(await keys(page, 'F9', 'Enter')).toBe(2);
  await page.getByRole('heading', { name: 'Paid' }).waitFor();
  await scan(page, TEA);
  await showsRows(page, 1);
  await showsTotal(page, '$3.00');
  await context.close();
});

test('finds by name in 5 keys, counts with 6 *, and goes on scanning after an unknown code', async () => {
  const { page, context, cashier } = await openTill(COUNTER);
  expect(await keys(page, 'F2', 'c', 'o', 'f', 'Enter')).toBe(5);
  await showsTotal(page, '$5.00');
  await keys(page, '6', '*');
  await scan(page, TEA);
  await showsTotal(page, '$23.00');
  await scan(page, '96385074');
  await page.getByText('Nothing is sold by this code').waitFor();
  await hasNoViolations(page, 'unknown');
  await scan(page, COFFEE);
  await shows(() => page.getByText('Nothing is sold by this code').count(), 0);
  await showsTotal(page, '$28.00');
  await keys(page, '+', '+', '-');
  await showsTotal(page, '$33.00');
  await keys(page, 'Delete');
  await showsRows(page, 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await showsTotal(page, '$33.00');
  await basketKept(page, 2);
  await page.reload();
  const search = page.getByPlaceholder('Name, code or number');
  const asked = page.getByRole('heading', { name: 'Who is working?' });
  await asked.or(search).first().waitFor();
  if ((await search.count()) === 0) await signIn(page, cashier, '4826');
  await showsTotal(page, '$33.00');
  await context.close();
});

test('by touch an item is two taps, hold one and recall two', async () => {
  const { page, context } = await openTill(COUNTER);
  await page.getByRole('button', { name: 'Bakery', exact: true }).click();
  await tile(page, 'Lemon cake').click();
  await showsTotal(page, '$3.80');
  await page.getByRole('button', { name: /^Hold/ }).click();
  await showsRows(page, 0);
  await page.getByRole('button', { name: /^Held/ }).click();
  await page.getByRole('heading', { name: 'Held sales' }).waitFor();
  await hasNoViolations(page, 'held');
  await page.getByRole('button', { name: /^Take/ }).click();
  await showsTotal(page, '$3.80');
  expect(await keys(page, 'F7')).toBe(1);
  await showsRows(page, 0);
  expect(await keys(page, 'F8')).toBe(1);
  await page.getByRole('button', { name: /^Take/ }).waitFor(); // whoever takes it sees it
  expect(await keys(page, 'Enter')).toBe(1);
  await showsTotal(page, '$3.80');
  await context.close();
});

test('asks what an item needs, and for nothing else', async () => {
  const { page, context } = await openTill(COUNTER);
  await tile(page, 'Latte').click();
  await page.getByRole('button', { name: /^Oat milk/ }).click();
  await hasNoViolations(page, 'modifiers');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await showsTotal(page, '$5.10');
  await tile(page, 'Breakfast').click();
  await page.getByRole('button', { name: 'Tea', exact: true }).click();
  await hasNoViolations(page, 'combo');
  await page.getByRole('button', { name: 'Add' }).click();
  await showsTotal(page, '$14.10');
  await tile(page, 'Cheese').click();
  await page.locator('dialog:visible').waitFor();
  await keys(page, '0', '.', '5');
  await hasNoViolations(page, 'weight');
  await keys(page, 'Enter');
  await showsTotal(page, '$24.10');
  await tile(page, 'Other service').click();
  await page.locator('dialog:visible').waitFor();
  await keys(page, '7', 'Enter');
  await showsTotal(page, '$31.10');
  await tile(page, 'Whisky').click();
  await page.getByText(/Check the age: 18 or over/).waitFor();
  expect(await tile(page, 'Soup').getAttribute('aria-disabled')).toBe('true');
  await keys(page, 'F3');
  await page.getByLabel('Note for the kitchen').fill('on ice');
  await hasNoViolations(page, 'line');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByText('on ice').waitFor();
  await hasNoViolations(page, 'full');
  await keys(page, 'F4');
  await hasNoViolations(page, 'customer');
  await keys(page, 'Escape');
  await page.getByRole('button', { name: 'More about this sale' }).click();
  await hasNoViolations(page, 'more');
  await keys(page, 'Escape');
  await keys(page, 'F6');
  await page.getByRole('button', { name: '10 %' }).click();
  await page.getByRole('button', { name: 'Regular customer' }).click();
  await hasNoViolations(page, 'discount');
  await context.close();
});

test('on a telephone the basket is a sheet, and Pay is always in reach', async () => {
  const { page, context } = await openTill(PHONE);
  await tile(page, 'Tea').click();
  await tile(page, 'Lemon cake').click();
  await showsTotal(page, '$6.80');
  await hasNoViolations(page, 'phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  const pay = await page.getByRole('button', { name: 'Pay', exact: false }).boundingBox();
  expect((pay?.y ?? 0) + (pay?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
  await page.getByRole('button', { name: /Show the basket/ }).click();
  await hasNoViolations(page, 'phone-basket');
  await page.getByRole('button', { name: /One Lemon cake more/ }).click();
  await showsTotal(page, '$10.60');
  await page.getByRole('button', { name: /Back to the items/ }).click();
  await tile(page, 'Tea').waitFor();
  await context.close();
});
