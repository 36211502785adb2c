import type { Browser, Page } from 'playwright-core';
import { FakePrinter, pluggedInto } from './fake-printer.js';
import {
  asked,
  change,
  hasNoViolations,
  keys,
  openPayingShop,
  openTillIn,
  scanThree,
  shows,
  until,
} from './paying-hands.js';
import { COUNTER, signIn, startChromium, type BrowserShop } from './till-browser.js';

// Receipts and the cash drawer, on a printer that WebUSB shows; nothing of it ever holds a sale up.

jest.setTimeout(240_000);

/** ESC p 0 25 250: the pulse that opens the drawer. */
const KICK = '\u001bp\u0000\u0019\u00fa';
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

const go = async (page: Page, place: string): Promise<void> => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();
};
const failed = (page: Page) => page.getByRole('region', { name: 'Not printed' });

/** Sells what costs 20.50, by a key of the tender. @returns the number on the receipt. */
async function sold(page: Page, ...tender: readonly string[]): Promise<string> {
  await scanThree(page);
  await keys(page, 'F9', ...tender, 'Enter');
  await shows(change(page), '$0.00');
  return /T\d+-\d+/.exec(await page.getByText(/^Receipt T\d+-/).innerText())?.[0] ?? '';
}

/** Waits until the printer has taken so many bytes. */
async function taken(printer: FakePrinter, atLeast = 1): Promise<string> {
  await until(
    async () => printer.taken.length,
    (length) => length >= atLeast,
  );
  return printer.text();
}

/** A till that prints on it. */
async function openPrinting(): Promise<{ page: Page; printer: FakePrinter }> {
  const context = await browser.newContext({ viewport: COUNTER, serviceWorkers: 'allow' });
  const printer = await pluggedInto(context);
  const page = await openTillIn(shop, context, 'supervisor');
  await go(page, 'Settings');
  await page.getByRole('button', { name: 'Receipt printer, USB' }).click();
  await page.getByRole('button', { name: 'Choose the printer' }).click();
  await page.getByText('Chosen: TM-T20').waitFor();
  await go(page, 'Sell');
  return { page, printer };
}

test('cash opens the drawer by itself; the receipt comes when it is wanted, without opening it again', async () => {
  const { page, printer } = await openPrinting();
  const number = await sold(page);
  expect(await taken(printer, KICK.length)).toBe(KICK);
  await page.getByRole('button', { name: 'Print the receipt' }).click();
  const receipt = await taken(printer, 200);
  expect(receipt).toContain('Coffee');
  expect(receipt).toContain(number);
  expect(receipt).not.toContain(KICK);
  await page.getByLabel('Print each receipt').check();
  await keys(page, 'Enter');
  const next = await sold(page);
  const both = await taken(printer, 200);
  expect(both.startsWith(KICK)).toBe(true);
  expect(both).toContain(next);
  await go(page, 'Drawer');
  await page.getByLabel('Float in USD').fill('100');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  expect(await taken(printer, KICK.length)).toBe(KICK);
  await page.getByRole('button', { name: 'No sale' }).click();
  await page.getByLabel('Why').fill('change for a guest');
  await page.getByRole('button', { name: 'No sale' }).last().click();
  await page.getByText('Written down').waitFor();
  expect(await taken(printer, KICK.length)).toBe(KICK);
  await page.context().close();
});

test('a printer that is unplugged holds no sale up; what it missed is a list that a reload keeps, and is printed from there', async () => {
  const { page, printer } = await openPrinting();
  const name = await page.locator('.who-name').innerText();
  await sold(page);
  await page.getByLabel('Print each receipt').check();
  await keys(page, 'Enter');
  await taken(printer, KICK.length);
  printer.isPlugged = false;
  const told = page
    .getByText(/The drawer did not open|could not be printed/)
    .first()
    .waitFor(); // it goes by itself
  const missed = await sold(page);
  await told;
  const second = await sold(page);
  await keys(page, 'F10');
  await failed(page).getByText(missed).waitFor();
  await failed(page).getByText(second).waitFor();
  await shows(failed(page).getByText('The printer is switched off or unplugged.').first(), /unplugged/);
  await hasNoViolations(page, 'not-printed');

  await page.reload();
  await signIn(page, { name }, '4826');
  await page.getByPlaceholder('Name, code or number').waitFor();
  await keys(page, 'F10');
  await failed(page).getByText(missed).waitFor();
  printer.isPlugged = true;
  const row = failed(page).getByRole('listitem').filter({ hasText: missed });
  await row.getByRole('button', { name: 'Again' }).click();
  const printed = await taken(printer, 200);
  expect(printed).toContain(missed);
  expect(printed).not.toContain(KICK);
  await row.waitFor({ state: 'detached' });
  await failed(page).getByRole('button', { name: 'Leave it' }).click();
  await failed(page).waitFor({ state: 'detached' });
  await page.reload();
  await signIn(page, { name }, '4826');
  await page.getByPlaceholder('Name, code or number').waitFor();
  await keys(page, 'F10');
  await page.getByText(missed).waitFor();
  expect(await failed(page).count()).toBe(0);
  await page.context().close();
});
