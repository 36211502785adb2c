import type { Browser } from 'playwright-core';
import { change, keys, openPayingShop, openTill, orders, scanThree, shows, until } from './paying-hands.js';
import { knownHere, PHONE, signIn, startChromium, type BrowserShop } from './till-browser.js';

// A till without its network, for as long as that takes. The browser that is killed right after "done" is in paying-offline.test.ts.

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

test('opened again without the network it signs in, sells, keeps, and sends when the network is back', async () => {
  const { page, context } = await openTill(shop, browser, { viewport: PHONE });
  const name = await page.locator('.who-name').innerText();
  await page.waitForFunction('navigator.serviceWorker.controller !== null');
  await knownHere(page, 1);
  await context.setOffline(true);
  await page.getByText('Offline. No sale waits on this device.').waitFor();
  await page.reload();
  await signIn(page, { name }, '4826');
  await page.getByPlaceholder('Name, code or number').waitFor();
  for (let sale = 1; sale <= 3; sale += 1) {
    await scanThree(page);
    await keys(page, 'F9', 'Enter');
    await shows(change(page), '$0.00');
  }
  await page.getByText(/Offline. 3 sales kept on this device, oldest/).waitFor();
  await page.reload();
  await signIn(page, { name }, '4826');
  await page.getByPlaceholder('Name, code or number').waitFor();
  await page.getByText(/Offline. 3 sales kept on this device, oldest/).waitFor();
  expect((await shop.service.call('GET', '/orders?status=completed')).body.data).toEqual([]);
  await context.setOffline(false);
  const sold = await orders(shop, 'completed', 3);
  expect(sold.map(({ totals }) => totals.total.amount)).toEqual([2_050, 2_050, 2_050]);
  expect(new Set(sold.map(({ receiptNumber }) => receiptNumber)).size).toBe(3);
  await until(
    () => page.getByText(/^Offline/).count(),
    (count) => count === 0,
  );
  await context.close();
});

test('what needs the network stays to be seen, and says why it waits', async () => {
  const { page, context } = await openTill(shop, browser);
  await context.setOffline(true);
  await page.getByText('Offline. No sale waits on this device.').waitFor();
  await scanThree(page);
  await keys(page, 'F9');
  const card = page.locator('.tenders').getByRole('button', { name: /^Card/ });
  await card.waitFor();
  expect(await card.getAttribute('aria-disabled')).toBe('true');
  expect((await card.locator('.why').innerText()).length).toBeGreaterThan(10);
  await card.click({ force: true });
  await shows(page.locator('.due-now .total'), '$20.50');
  // What was only tapped does not have the Enter that takes the money.
  await keys(page, 'Enter');
  await shows(change(page), '$0.00');
  await context.setOffline(false);
  await orders(shop, 'completed', 4);
  await context.close();
});
