import type { Browser, Page } from 'playwright-core';
import {
  asked,
  basketKept,
  change,
  COFFEE,
  hasNoViolations,
  keys,
  openPayingShop,
  openTill,
  orders,
  scan,
  shows,
  TEA,
  until,
} from './paying-hands.js';
import { signIn, startChromium, type BrowserShop } from './till-browser.js';

// Orders that another device has made, and what tenders add: shown before it is charged.

jest.setTimeout(240_000);

let shop: BrowserShop;
let browser: Browser;

beforeAll(async () => {
  shop = await openPayingShop();
  const card = { name: 'Card', kind: 'card', provider: 'simulator', surcharge: { percent: '2' } };
  await asked(shop, 'PUT', '/tenders/card', card);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

const due = (page: Page) => page.locator('.due-now .total');
const total = (page: Page) => page.locator('.sell-foot .total:visible');
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** An order of a coffee that another device has put aside. */
async function heldElsewhere(): Promise<string> {
  const line = { sku: 'coffee', quantity: '1' };
  const order = await asked(shop, 'POST', '/orders', { outletId: shop.outletId, lines: [line] });
  await asked(shop, 'POST', `/orders/${String(order['id'])}/hold`, {});
  return String(order['id']);
}

/** Recalls it, and goes back for more. */
async function forMore(page: Page): Promise<void> {
  await keys(page, 'F8');
  await button(page, /^Take and pay/).click();
  await shows(due(page), '$5.00');
  await button(page, 'Add items').click();
  await page.getByText(/^For order M-/).waitFor();
}

test('items are added to an order that another device held, through the queue, and it is paid as one', async () => {
  const id = await heldElsewhere();
  const { page, context } = await openTill(shop, browser);
  await forMore(page);
  await hasNoViolations(page, 'adding');
  await button(page, 'Back to the order').click();
  await shows(due(page), '$5.00');
  await button(page, 'Add items').click();
  await scan(page, TEA);
  await shows(total(page), '$3.00');
  // What is rung up is for the order after a reload, too.
  const name = await page.locator('.who-name').innerText();
  await basketKept(page, 1);
  await page.reload();
  await signIn(page, { name }, '4826');
  await page.getByText(/^For order M-/).waitFor();
  await shows(total(page), '$3.00');
  await keys(page, 'F9');
  await shows(due(page), '$8.00');
  await keys(page, 'Enter');
  await shows(change(page), '$0.00');
  const [sold] = await orders(shop, 'completed', 1);
  expect(sold?.['id']).toBe(id);
  expect(sold?.['lines'].map(({ name }: { name: string }) => name)).toEqual(['Coffee', 'Tea']);
  const [entry] = (await asked(shop, 'GET', '/sync/entries?kind=order.add_lines'))['data'];
  expect(entry).toMatchObject({ status: 'applied', order: { id } });
  expect((await asked(shop, 'GET', '/sync/conflicts'))['data']).toEqual([]);
  // The basket is empty, and a sale of its own again.
  await scan(page, COFFEE);
  await shows(total(page), '$5.00');
  expect(await page.getByText(/^For order/).count()).toBe(0);
  await context.close();
});

test('without the network the items are kept for the order, and arrive when it is back', async () => {
  await heldElsewhere();
  const { page, context } = await openTill(shop, browser);
  await forMore(page);
  await context.setOffline(true);
  await page.getByText(/^Offline\. /).waitFor();
  await scan(page, TEA);
  await shows(total(page), '$3.00');
  const told = page.getByText('The items are kept').waitFor(); // it goes by itself
  await keys(page, 'F9');
  await told;
  await shows(total(page), '–');
  await context.setOffline(false);
  const read = () => orders(shop, 'open', 1);
  const [open] = await until(read, ([order]) => order?.['lines'].length === 2);
  expect(open?.['totals'].total.amount).toBe(800);
  await context.close();
});

test('what a card adds shows on its button and under the amount; a part of the bill adds its part', async () => {
  const { page, context } = await openTill(shop, browser);
  await scan(page, COFFEE);
  await shows(total(page), '$5.00');
  await keys(page, 'F9');
  const card = page.locator('.tenders').getByRole('button', { name: /^Card/ });
  await shows(card.locator('.why'), 'plus $0.10');
  await keys(page, 'k');
  await page.getByText('Card adds $0.10: $5.10 is charged.').waitFor();
  await hasNoViolations(page, 'surcharge');
  await keys(page, '2');
  await page.getByText('Card adds $0.04: $2.04 is charged.').waitFor();
  await keys(page, 'Backspace', 'Enter');
  await page.getByRole('heading', { name: 'Paid' }).waitFor();
  await page.getByText('Total $5.10').waitFor();
  const sold = await orders(shop, 'completed', 2);
  const charged = sold.map(({ totals }) => [totals.surcharge.amount, totals.total.amount]);
  expect(charged).toContainEqual([10, 510]);
  await context.close();
});
