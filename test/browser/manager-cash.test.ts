import type { Browser, Page } from 'playwright-core';
import {
  asked,
  change,
  hasNoViolations,
  keys,
  openPayingShop,
  orders,
  scan,
  scanThree,
  shows,
  until,
} from './paying-hands.js';
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

// Somebody stands for what goes out of the drawer: refunds, orders given up, cash moved by hand. And the drawer's end by a blind count.

jest.setTimeout(300_000);

const search = (page: Page) => page.getByPlaceholder('Name, code or number');
const question = () => page.getByRole('heading', { name: 'Ask a manager' });
const button = (name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
let shop: BrowserShop;
let browser: Browser;
let page: Page;
let cara: Hired;
let mona: Hired;
let sam: Hired;

beforeAll(async () => {
  shop = await openPayingShop();
  await asked(shop, 'POST', '/drawers', { outletId: shop.outletId, name: 'Counter drawer' });
  cara = await shop.hire('Cara Njeri', 'cashier', '8264');
  mona = await shop.hire('Mona Kamau', 'supervisor', '8264');
  sam = await shop.hire('Sam Wanjiru', 'supervisor', '8264');
  browser = await startChromium();
  const context = await browser.newContext({ viewport: COUNTER, serviceWorkers: 'allow' });
  page = await context.newPage();
  await linkTill(page, shop);
  for (const [who, pin] of [
    [mona, '5937'],
    [sam, '7148'],
    [cara, '4826'],
  ] as const) {
    await signIn(page, who, who.pin);
    await choosePin(page, pin);
    await search(page).waitFor();
    if (who !== cara) await button('Switch user').click();
  }
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

async function go(place: string): Promise<void> {
  await button('Menu').click();
  await page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();
}

/** Mona stands for it with her PIN; where nobody else could, she need not be picked. */
async function monaStands(forWhat: RegExp): Promise<void> {
  await question().waitFor();
  await page.getByRole('dialog').last().getByText(forWhat).waitFor();
  const her = page.getByRole('dialog').last().getByRole('button', { name: mona.name });
  await her
    .or(page.getByRole('heading', { name: /Mona Kamau/ }))
    .first()
    .waitFor();
  if ((await her.count()) > 0) await her.click();
  await typeDigits(page, '5937');
  await question().waitFor({ state: 'detached' });
}

/** Who stood for the latest act of a kind, as the service has it from the till's queue. */
async function approverOf(kind: string): Promise<unknown> {
  const read = async () =>
    (await asked(shop, 'GET', `/sync/entries?kind=${kind}`))['data'] as Record<string, unknown>[];
  const found = await until(
    read,
    (entries) => entries.length > 0 && entries.every(({ status }) => status === 'applied'),
  );
  return found[0]?.['approver'];
}

async function noConflicts(): Promise<void> {
  expect((await asked(shop, 'GET', '/sync/conflicts'))['data']).toEqual([]);
}

test('a cashier gives money back with a manager’s PIN, and the refund says who stood for it', async () => {
  await scanThree(page);
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  const number = /T\d+-\d+/.exec(await page.getByText(/^Receipt T\d+-/).innerText())?.[0] ?? '';
  await scan(page, number);
  await page.getByRole('heading', { name: 'Refund' }).waitFor();
  await button(/^Tea/).click();
  await button(/^Faulty/).click();
  await button(/^Refund \$3.00/).click();
  await monaStands(/Refund of \$3.00/);
  await shows(change(page), '$3.00');
  await orders(shop, 'partially_refunded', 1);
  expect(await approverOf('order.refund')).toMatchObject({ personId: mona.id });
  const [approval] = (await asked(shop, 'GET', '/approvals'))['data'];
  expect(approval).toMatchObject({ action: 'order.refund', status: 'granted', reason: 'Faulty' });
  await noConflicts();
});

test('an order that nobody paid is given up with a manager’s PIN', async () => {
  const line = { sku: 'coffee', quantity: '1' };
  const order = await asked(shop, 'POST', '/orders', { outletId: shop.outletId, lines: [line] });
  await go('Receipts');
  await page.getByText(String(order['number'])).waitFor();
  await button('Give up').click();
  await page.getByLabel('Why').fill('the guest left');
  await button('Give the order up').click();
  await monaStands(/Give up an order/);
  const [voided] = await orders(shop, 'voided', 1);
  expect(voided?.['id']).toBe(order['id']);
  expect(await approverOf('order.void')).toMatchObject({ personId: mona.id });
  await noConflicts();
});

test('cash goes to the safe with a manager’s PIN; the figures of the day are not a cashier’s', async () => {
  await go('Drawer');
  await page.getByLabel('Float in USD').fill('100');
  await button('Open').click();
  await page.getByRole('heading', { name: 'Counter drawer is open' }).waitFor();
  await button('Skim').click();
  await page.getByLabel('Amount in USD').fill('40');
  await page.getByLabel('Why').fill('too much in it');
  await button('Skim').last().click();
  await monaStands(/Move \$40.00 to the safe/);
  await page.getByText('Written down').waitFor();
  expect(await approverOf('drawer.skim')).toMatchObject({ personId: mona.id });
  expect(await button(/^X report/).getAttribute('aria-disabled')).toBe('true');
  await hasNoViolations(page, 'drawer-cashier');
  await noConflicts();
});

test('a second person is asked for where the rule wants one, whatever the right; the reason is one of the listed', async () => {
  const rule = { secondPerson: 'always', limits: [], reasonRequired: true, reasons: ['Bank run', 'End of shift'] };
  await asked(shop, 'PUT', '/approval-rules/drawer.skim', rule);
  await button('Switch user').click();
  await signIn(page, sam, '7148');
  await page.getByRole('heading', { name: 'Counter drawer is open' }).waitFor();
  await button('Skim').click();
  await page.getByRole('group', { name: 'Why' }).getByRole('button', { name: 'Bank run' }).click({ timeout: 120_000 });
  await page.getByLabel('Amount in USD').fill('20');
  await button('Skim').last().click();
  await monaStands(/Move \$20.00 to the safe/);
  await page.getByText('Written down').waitFor();
  expect(await approverOf('drawer.skim')).toMatchObject({ personId: mona.id });
  await noConflicts();
});

test('the X report is read; the count is blind, and what was expected comes after it', async () => {
  await button(/^X report/).click();
  await page.getByRole('dialog').getByText('Orders', { exact: true }).waitFor();
  await page.getByText('Money is not shown while the drawer is open: it is counted blind.').waitFor();
  await hasNoViolations(page, 'x-report');
  await page.keyboard.press('Escape');
  await scanThree(page);
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  await go('Drawer');
  await button(/Count and close/).click();
  expect(await page.getByText('Expected').count()).toBe(0);
  await page.getByLabel('$20.00').fill('3');
  await page.getByLabel('$0.25').fill('2');
  await shows(page.locator('.count-total .total'), '$60.50');
  await button('Hand in and close').click();
  await page.getByText('Difference').waitFor();
  const read = async () =>
    (await asked(shop, 'GET', '/drawer-sessions?status=closed'))['data'] as Record<string, never>[];
  const [session] = await until(read, (found) => found.length === 1);
  // 100.00 less 40.00 and 20.00 to the safe, and 20.50 sold.
  expect(session).toMatchObject({ expected: { amount: 6_050 }, counted: { amount: 6_050 }, variance: { amount: 0 } });
  await noConflicts();
});
