import type { Browser, Page } from 'playwright-core';
import { asked, change, hasNoViolations, keys, openPayingShop, openTill, orders, shot, shows } from './paying-hands.js';
import { linkTill, PHONE, signIn, startChromium, typeDigits, type BrowserShop } from './till-browser.js';

// By keys alone, with large text, in longer words and from right to left. Screens as they are in English are judged where they are
// tested.

jest.setTimeout(240_000);

/** Selling, held sales, receipts, refund, drawer, queue, settings. */
const PLACES = 7;
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

/** Goes on by Tab until something with this text has the focus, which is to be seen. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // A field shows it around itself and what belongs to it.
      const rings = [element, element.parentElement ?? element].map((one) => getComputedStyle(one));
      const width = rings.map(({ outlineStyle, outlineWidth }) =>
        outlineStyle === 'solid' ? parseFloat(outlineWidth) : 0,
      );
      return {
        text: element.innerText || (element.ariaLabel ?? ''),
        isPage: element === document.body,
        ring: Math.max(...width),
      };
    });
    if (focused.isPage) continue; // around the end
    expect(focused.ring).toBeGreaterThanOrEqual(2);
    if (focused.text.includes(text)) return;
  }
  throw new Error(`Tab never came to ${text}`);
}

test('a sale by keys alone: the focus is seen, goes as the page is read, and what matters is said', async () => {
  const { page: first, context } = await openTill(shop, browser);
  const name = await first.locator('.who-name').innerText();
  await first.reload();
  const search = first.getByPlaceholder('Name, code or number');
  const people = first.getByRole('heading', { name: 'Who is working?' });
  await people.or(search).first().waitFor();
  if ((await people.count()) > 0) {
    await first.getByRole('button', { name }).waitFor();
    await tabTo(first, name);
    await first.keyboard.press('Enter');
    await typeDigits(first, '4826');
    await search.waitFor();
  }
  expect(await first.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count()).toBe(0);
  await tabTo(first, 'Bread');
  await first.keyboard.press('Enter');
  await shows(first.locator('.sell-foot .total:visible'), '$12.50');
  await shows(first.locator('.sell-basket [aria-live="polite"]').first(), /Bread.*\$12\.50/);
  await tabTo(first, 'Pay');
  await first.keyboard.press('Enter');
  await shows(first.locator('.due-now[role="status"] .total'), '$12.50');
  await tabTo(first, 'Exact');
  await first.keyboard.press('Enter');
  await shows(change(first), '$0.00');
  expect(await first.locator('[role="status"]', { has: change(first) }).count()).toBe(1);
  await orders(shop, 'completed', 1);
  await context.close();
});

/** What does not fit: the page itself, or words in something that is pressed. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const page = scrollWidth > clientWidth ? [`the page: ${scrollWidth} of ${clientWidth}`] : [];
    const shown = [...document.querySelectorAll<HTMLElement>('button, label, h1, h2, p')].filter((one) => {
      const { overflowX, textOverflow } = getComputedStyle(one);
      const isMeant = textOverflow === 'ellipsis' || overflowX === 'auto' || one.classList.contains('unseen');
      return one.checkVisibility() && !isMeant && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1;
    });
    return [...page, ...shown.map((one) => `${one.className}: ${one.innerText.slice(0, 40)}`)];
  });
}

async function fits(page: Page, name: string): Promise<void> {
  for (const size of ['200%', '']) {
    await page.evaluate((value) => (document.documentElement.style.fontSize = value), size);
    await page.waitForTimeout(50);
    if (size !== '') await shot(page, `${name}-large`);
    expect([name, size, await cutOff(page)]).toEqual([name, size, []]);
  }
  await hasNoViolations(page, name);
}

test.each(['xx-long', 'xx-rtl'])('%s: every place fits a telephone, with text twice as large', async (language) => {
  const worker = await shop.hire(`Sam ${language}`, 'supervisor', '8264');
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${shop.tillUrl}?lang=${language}`);
  await page.locator('.door-form').waitFor();
  await fits(page, `${language}-link`);
  await linkTill(page, shop, `Telephone ${language}`);
  await page.goto(`${shop.tillUrl}?lang=${language}`);
  await page.locator('.person').first().waitFor();
  await fits(page, `${language}-people`);
  await signIn(page, worker, worker.pin);
  await page.locator('.pin-entry').waitFor();
  await fits(page, `${language}-new-pin`);
  for (let times = 0; times < 2; times += 1) {
    await typeDigits(page, '4826');
    await page.locator('.button.primary').click();
  }
  await page.locator('.sell-search').waitFor();
  await page.locator('.sell-tile').first().click();
  await fits(page, `${language}-sell`);
  await page.locator('.sell-summary').click();
  await fits(page, `${language}-basket`);
  await keys(page, 'F9');
  await page.locator('.quick-cash').waitFor();
  await fits(page, `${language}-pay`);
  await keys(page, 's');
  await page.locator('.split-panel').waitFor();
  await fits(page, `${language}-split`);
  await keys(page, 's', 'Escape');
  const menu = page.locator('.till-head .button').first();
  await menu.click();
  await fits(page, `${language}-menu`);
  for (let place = 0; place < PLACES; place += 1) {
    if (place > 0) await menu.click();
    await page.locator('.places .button').nth(place).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await fits(page, `${language}-place-${place}`);
  }
  await context.close();
});
