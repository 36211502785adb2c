import type { Browser, Page } from 'playwright-core';
import { asked, COFFEE, hasNoViolations, keys, openPayingShop, orders, scan, shows } from './paying-hands.js';
import {
  choosePin,
  COUNTER,
  linkTill,
  signIn,
  startChromium,
  typeDigits,
  type BrowserShop,
  type Hired,
} from './till-browser.js';

// Somebody stands for what the person at the till may not do alone.

jest.setTimeout(300_000);

let shop: BrowserShop;
let browser: Browser;
let page: Page;
let bea: Hired;
let mona: Hired;
let sam: Hired;

beforeAll(async () => {
  shop = await openPayingShop();
  const limits = [{ amount: 100, currency: 'USD' }];
  const rule = { secondPerson: 'over', limits, reasonRequired: true, reasons: [] };
  await asked(shop, 'PUT', '/approval-rules/order.discount', rule);
  bea = await shop.hire('Bea Otieno', 'bartender', '8264');
  mona = await shop.hire('Mona Kamau', 'supervisor', '8264');
  sam = await shop.hire('Sam Wanjiru', 'supervisor', '8264');
  await shop.hire('Carl Mwangi', 'bartender', '8264');
  browser = await startChromium();
  const context = await browser.newContext({ viewport: COUNTER, serviceWorkers: 'allow' });
  page = await context.newPage();
  await linkTill(page, shop);
  await signIn(page, mona, mona.pin);
  await choosePin(page, '5937');
  await search().waitFor();
  await page.getByRole('button', { name: 'Switch user' }).click();
  await signIn(page, bea, bea.pin);
  await choosePin(page, '4826');
  await search().waitFor();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

const search = () => page.getByPlaceholder('Name, code or number');
const total = () => page.locator('.sell-foot .total:visible');
const question = () => page.getByRole('heading', { name: 'Ask a manager' });
const person = ({ name }: Hired) => page.getByRole('dialog').getByRole('button', { name });

/** Takes so many percent off the whole sale. */
async function takeOff(percent: string): Promise<void> {
  await keys(page, 'F6');
  await page.getByRole('button', { name: 'Whole sale' }).click();
  await page.getByRole('button', { name: `${percent} %`, exact: true }).click();
  await page.getByRole('button', { name: 'Regular customer' }).click();
  await page.getByRole('button', { name: 'Take off' }).click();
}

/** Pays, and looks at what the service has of the sale. */
async function paid(count: number): Promise<Awaited<ReturnType<typeof orders>>[number]> {
  await keys(page, 'F9', 'Enter');
  await page.getByRole('heading', { name: 'Paid' }).waitFor();
  const sold = await orders(shop, 'completed', count);
  const [latest] = sold.sort((a, b) => String(b['placedAt']).localeCompare(String(a['placedAt'])));
  return latest ?? {};
}

/** Who stood for the sale, as the service knows it from the till's queue. */
async function approverOf(order: Record<string, unknown> | undefined): Promise<unknown> {
  const entries = (await asked(shop, 'GET', '/sync/entries?kind=order.place'))['data'] as Record<string, unknown>[];
  return entries.find(({ order: of }) => (of as { id: string } | null)?.id === order?.['id'])?.['approver'];
}

async function conflicts(): Promise<unknown[]> {
  return (await asked(shop, 'GET', '/sync/conflicts'))['data'] as unknown[];
}

test('within the limit nobody is asked; above it a manager enters a PIN, which the service checks', async () => {
  await scan(page, COFFEE);
  await shows(total(), '$5.00');
  await takeOff('5');
  await shows(total(), '$4.75');
  await takeOff('50');
  await question().waitFor();
  await hasNoViolations(page, 'manager');
  // Neither who asks nor who may not stand for others.
  expect(
    await page
      .getByRole('dialog')
      .last()
      .getByRole('button', { name: /Bea|Carl/ })
      .count(),
  ).toBe(0);
  await person(mona).click();
  await typeDigits(page, '1111');
  await page.getByText('That PIN is not right').waitFor();
  await shows(total(), '$4.75');
  await typeDigits(page, '5937');
  await question().waitFor({ state: 'detached' });
  await shows(total(), '$2.37');
  const [approval] = (await asked(shop, 'GET', '/approvals'))['data'];
  expect(approval).toMatchObject({ action: 'order.discount', status: 'granted', reason: 'Regular customer' });
  const order = await paid(1);
  expect(order['totals'].total.amount).toBe(237);
  expect(await approverOf(order)).toMatchObject({ personId: mona.id });
  expect(await conflicts()).toEqual([]);
});

test('a manager who lost the right meanwhile is told so, and nothing is taken off', async () => {
  // The till has not heard of it yet.
  await page.route('**/sync/changes**', (route) => route.fulfill({ status: 304 }));
  await asked(shop, 'PUT', `/staff/${sam.id}/assignments`, { assignments: [{ role: 'bartender' }], reason: 'moved' });
  await scan(page, COFFEE);
  await shows(total(), '$5.00');
  await takeOff('50');
  await question().waitFor();
  await person(sam).click();
  await typeDigits(page, sam.pin);
  await page.getByText('This person may not stand for it').waitFor();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Cancel' }).click();
  await question().waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await shows(total(), '$5.00');
  await page.unroute('**/sync/changes**');
});

test('without the network a manager who has signed in here before stands for it, and the service takes it so', async () => {
  await page.context().setOffline(true);
  await page.getByText('Offline. No sale waits on this device.').waitFor();
  await takeOff('50');
  await question().waitFor();
  // Mona is the only one whom this device knows: her PIN is asked for at once.
  await page.getByRole('heading', { name: /Mona Kamau/ }).waitFor();
  await typeDigits(page, '8264');
  await page.getByText('That PIN is not right').waitFor();
  await typeDigits(page, '5937');
  await question().waitFor({ state: 'detached' });
  await shows(total(), '$2.50');
  await keys(page, 'F9', 'Enter');
  await page.getByRole('heading', { name: 'Paid' }).waitFor();
  await page.context().setOffline(false);
  const sold = await orders(shop, 'completed', 2);
  const order = sold.find(({ totals }) => totals.total.amount === 250);
  expect(await approverOf(order)).toMatchObject({ personId: mona.id });
  expect(await conflicts()).toEqual([]);
});
