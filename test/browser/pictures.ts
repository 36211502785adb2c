import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findPostgres } from '../harness/postgres-server.js';
import { buildTemplate } from '../harness/template-database.js';
import { comeIn, linkAddress, openDemoShop, type DemoName, type DemoShop } from './demo-shop.js';
import { COUNTER, PHONE, startChromium } from './till-browser.js';

// `make screenshots`: the till's main states, on the demo's menu, into docs/images.

const FOLDER = process.env['TILL_PICTURES'] ?? 'docs/images';
const PRESS_MS = 90;

const { url, stop } = await findPostgres();
process.env['POS_TEST_SERVER_URL'] = url;
process.env['POS_TEST_TEMPLATE'] = await buildTemplate(url);
mkdirSync(FOLDER, { recursive: true });
const shop = await openDemoShop();
const browser = await startChromium();
try {
  await atTheCounter(shop, browser);
  await onTheTelephone(shop, browser);
  await atTables(shop, browser);
} finally {
  await browser.close();
  await shop.close();
  await stop();
}

async function atTheCounter(at: DemoShop, through: Browser): Promise<void> {
  const { page, context } = await linked(at, through, 'Front till', COUNTER);
  await picture(page, 'sign-in');
  await comeIn(page, 'Mariam Okello');
  await openDrawer(page);
  await fillBasket(page);
  await picture(page, 'sell');
  await press(page, 'F6');
  await page.getByRole('dialog').waitFor();
  await picture(page, 'discount');
  await press(page, 'Escape', 'F9');
  await page.locator('.quick-cash').waitFor();
  await picture(page, 'pay');
  await press(page, 's', '3');
  await page.locator('.split-panel').waitFor();
  await picture(page, 'split');
  await page
    .getByRole('button', { name: 'Do not split' })
    .or(page.locator('.split-panel > .button').last())
    .first()
    .click();
  await page.locator('.quick-cash .button').nth(1).click();
  await page.locator('.change').waitFor();
  await picture(page, 'change');
  await sent(page);
  await press(page, 'F10');
  await page.getByRole('heading', { name: 'Receipts' }).waitFor();
  await page
    .getByRole('button', { name: /^Refund/ })
    .first()
    .click();
  await page.locator('.refund-lines .button').first().click();
  await picture(page, 'refund');
  await open(page, 'Sell');
  await context.setOffline(true);
  await page.getByText(/^Offline/).waitFor();
  await fillBasket(page);
  await press(page, 'F9', 'Enter');
  await page.locator('.change').waitFor();
  await press(page, 'Enter');
  await fillBasket(page);
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  await picture(page, 'offline');
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
  await context.setOffline(false);
  await sent(page);
  await open(page, 'Drawer');
  await page.getByRole('button', { name: /Count and close/ }).click();
  await page.locator('.count-sheet input').nth(2).fill('4');
  await page.locator('.count-sheet input').nth(4).fill('11');
  await picture(page, 'count');
  await context.close();
}

/** Two tables are served; one of them orders more. */
async function atTables(at: DemoShop, through: Browser): Promise<void> {
  const { page, context } = await linked(at, through, 'Terrace till', COUNTER, 'Mariam Okello');
  for (const name of ['2', '7']) {
    await press(page, name, 't');
    await page.locator('.sell-table-in-hand:visible').waitFor();
    await fillBasket(page);
    await press(page, 'f');
    await page.locator('.sell-empty').waitFor();
  }
  await press(page, '7', 't');
  await page.locator('.sell-row-sent').first().waitFor();
  await page.locator('.sell-tile').nth(2).click();
  await page.waitForTimeout(PRESS_MS * 4);
  await picture(page, 'tables');
  await context.close();
}

async function onTheTelephone(at: DemoShop, through: Browser): Promise<void> {
  const context = await through.newContext({ viewport: PHONE, locale: 'en-GB', hasTouch: true });
  const page = await context.newPage();
  await page.goto(at.tillUrl);
  await page.getByLabel('Code').waitFor();
  await picture(page, 'link-phone');
  await context.close();
  const { page: phone, context: its } = await linked(at, through, 'Waiter', PHONE, 'Anna Ngo');
  await fillBasket(phone);
  await picture(phone, 'sell-phone');
  await phone.getByRole('button', { name: /Show the basket/ }).click();
  await phone.waitForTimeout(300);
  await picture(phone, 'basket-phone');
  await phone.getByRole('button', { name: /^Pay/ }).click();
  await phone.locator('.quick-cash').waitFor();
  await picture(phone, 'pay-phone');
  await its.close();
}

async function linked(
  at: DemoShop,
  through: Browser,
  name: string,
  viewport: { readonly width: number; readonly height: number },
  person?: DemoName,
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await through.newContext({ viewport, locale: 'en-GB', hasTouch: viewport === PHONE });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(await linkAddress(at, name));
  await page.getByRole('heading', { name: 'Who is working?' }).waitFor();
  await page.getByRole('button', { name: 'Anna Ngo' }).waitFor();
  if (person !== undefined) await comeIn(page, person);
  return { page, context };
}

async function openDrawer(page: Page): Promise<void> {
  await open(page, 'Drawer');
  const free = page.getByRole('button', { name: 'Open', exact: true });
  await free
    .or(page.getByRole('heading', { name: /is open/ }))
    .first()
    .waitFor();
  if ((await free.count()) > 0) await free.first().click();
  await page.getByRole('heading', { name: /is open/ }).waitFor();
  await open(page, 'Sell');
}

async function open(page: Page, place: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: place, exact: true }).click();
  await page.waitForTimeout(200);
}

/** A breakfast for two. */
async function fillBasket(page: Page): Promise<void> {
  for (const words of ['flat white', 'espresso', 'butter croissant', 'orange juice', 'banana']) {
    await page.getByPlaceholder('Name, code or number').fill(words);
    await page.keyboard.press('Enter');
    const add = page.getByRole('dialog').getByRole('button', { name: /^Add/ });
    await page.waitForTimeout(PRESS_MS * 4);
    if ((await add.count()) > 0) await add.click();
  }
  if (page.viewportSize()?.width === COUNTER.width) await press(page, '+');
  await page.waitForTimeout(PRESS_MS * 4);
}

async function press(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.keyboard.press(name);
    await page.waitForTimeout(name === 'Enter' ? PRESS_MS * 6 : PRESS_MS);
  }
}

/** Waits until nothing waits on the device any more. */
async function sent(page: Page): Promise<void> {
  await page.getByText(/^Offline/).waitFor({ state: 'detached' });
  await page.waitForTimeout(PRESS_MS * 20);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(PRESS_MS * 3);
  await page.screenshot({ path: `${FOLDER}/till-${name}.png` });
  process.stdout.write(`${FOLDER}/till-${name}.png\n`);
}
