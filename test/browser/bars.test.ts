import type { Browser, Page } from 'playwright-core';
import { asked, change, keys, openPayingShop, openTill, orders, scanThree, shows, until } from './paying-hands.js';
import { knownHere, signIn, startChromium, typeDigits, type BrowserShop } from './till-browser.js';
import { clockAhead } from './wrong-clock.js';

// Bars come and go; what somebody is at under them stays: the person chosen, digits of a PIN, an amount, a count.

jest.setTimeout(240_000);

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

const OFFLINE = /^Offline\. /;
const search = (page: Page) => page.getByPlaceholder('Name, code or number');
/** Digits are heard a moment after they were typed: they might be a scanner's. */
const showsDigits = async (page: Page, typed: number): Promise<void> =>
  void (await until(
    () => page.locator('.pin-dots .full').count(),
    (shown) => shown === typed,
  ));

/** The network goes, the bar comes; and both the other way round. */
async function throughAnOutage(page: Page, stays: () => Promise<void>): Promise<void> {
  await page.context().setOffline(true);
  await page.getByText(OFFLINE).waitFor();
  await stays();
  await page.context().setOffline(false);
  await page.getByText(OFFLINE).waitFor({ state: 'detached' });
  await stays();
}

test('the bar about a wrong clock leaves the PIN pad open, with what was typed', async () => {
  const { page, context } = await openTill(shop, browser);
  const name = await page.locator('.who-name').innerText();
  await clockAhead(context, 36 * 3_600_000);
  let answer = (): void => undefined;
  const released = new Promise<void>((resolve) => (answer = resolve));
  // Until somebody has begun to type the device does not hear that its clock is wrong.
  await context.route('**/devices/self/heartbeats', async (route) => {
    await released;
    await route.continue();
  });
  await page.reload();
  await page.getByRole('button', { name }).click();
  await page.locator('.pin-entry').waitFor();
  await typeDigits(page, '48');
  await showsDigits(page, 2);
  answer();
  await page.getByText('The clock of this device is wrong by').waitFor({ timeout: 60_000 });
  await showsDigits(page, 2);
  await typeDigits(page, '26');
  await search(page).waitFor();
  await context.close();
});

test('a proof that is refused signs nobody out: the device is not taken for unlinked', async () => {
  const { page, context } = await openTill(shop, browser);
  const name = await page.locator('.who-name').innerText();
  // As the service answers a proof from another time, however often it is made anew.
  const body = { type: 'x', title: 'Proof refused', status: 401, code: 'proof_refused', retryable: false };
  let refused = 0;
  await context.route(/\/outlets\/[^/]+\/stream/, (route) => {
    refused += 1;
    return route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(body) });
  });
  await page.reload();
  await signIn(page, { name }, '4826');
  await search(page).waitFor();
  await scanThree(page);
  const before = refused;
  await until(
    () => Promise.resolve(refused),
    (count) => count > before + 2,
  );
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  await orders(shop, 'completed', 1);
  await context.close();
});

test('an outage leaves the lock, the amount and the count as they were', async () => {
  const { page, context } = await openTill(shop, browser, { role: 'supervisor' });
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.locator('.pin-entry').waitFor();
  await typeDigits(page, '48');
  await throughAnOutage(page, () => showsDigits(page, 2));
  await typeDigits(page, '26');
  await search(page).waitFor();

  await scanThree(page);
  await keys(page, 'F9', '3', '0');
  await throughAnOutage(page, () => shows(page.locator('.typed'), /30 USD$/));
  await keys(page, 'Enter');
  await shows(change(page), '$9.50');

  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Drawer', exact: true }).click();
  await page.getByLabel('Float in USD').fill('12.05');
  await throughAnOutage(page, async () => expect(await page.getByLabel('Float in USD').inputValue()).toBe('12.05'));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: /Count and close/ }).click();
  await page.getByLabel('$5.00').fill('3');
  await throughAnOutage(page, () => shows(page.locator('.count-total .total'), '$15.00'));
  await context.close();
});

test('who is known here can be chosen while the network carries nothing', async () => {
  const { page, context } = await openTill(shop, browser);
  const name = await page.locator('.who-name').innerText();
  await knownHere(page, 1);
  await context.route('**/pos/sign-in/people', () => undefined); // asked, and never answered
  await page.reload();
  await page.getByRole('button', { name }).click();
  await page.locator('.pin-entry').waitFor();
  await context.close();
});
