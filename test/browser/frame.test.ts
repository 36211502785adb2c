import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { scan } from './paying-hands.js';
import {
  choosePin,
  COUNTER,
  knownHere,
  linkTill,
  openBrowserShop,
  PHONE,
  signIn,
  startChromium,
  typeDigits,
  type BrowserShop,
  type Hired,
} from './till-browser.js';

// The till's frame in a real browser, against the real service.

const SHOTS = process.env['TILL_SHOTS'];
const AXE = join(__dirname, '../../node_modules/axe-core/axe.min.js');
jest.setTimeout(240_000);

let shop: BrowserShop;
let browser: Browser;
let anna: Hired;
let ben: Hired;

beforeAll(async () => {
  shop = await openBrowserShop();
  [anna, ben] = [await shop.hire('Anna Ngo', 'cashier', '8264'), await shop.hire('Ben Wu', 'manager', '7193')];
  browser = await startChromium();
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

async function opened(viewport: { width: number; height: number } = COUNTER): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', bypassCSP: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

/** Takes a picture, and has the page judged in both themes. */
async function looked(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme as 'light' | 'dark', reducedMotion: 'reduce' });
    await page.waitForFunction(`document.documentElement.dataset['theme'] === '${theme}'`);
    // Colours may still be on their way: what is judged is where they arrive.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await page.waitForFunction('document.getAnimations().every(({ playState }) => playState !== "running")');
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${theme}.png` });
    if ((await page.evaluate('typeof axe')) === 'undefined') await page.addScriptTag({ path: AXE });
    const found = await page.evaluate<{ id: string; nodes: { html: string; failureSummary: string }[] }[]>(
      'axe.run(document).then(({ violations }) => violations)',
    );
    const told = found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
    expect(told).toEqual([]);
  }
  for (const size of ['200%', '']) {
    await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
    const isTooWide = await page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    expect(isTooWide ? `${name} is too wide at ${size}` : '').toBe('');
  }
}

async function forget(page: Page): Promise<void> {
  await page.context().close();
}

const unlocked = (page: Page): Promise<void> => page.getByRole('button', { name: 'Lock' }).waitFor();

async function signedIn(page: Page, person: Hired, own: string, isFirst: boolean): Promise<void> {
  await signIn(page, person, isFirst ? person.pin : own);
  if (isFirst) await choosePin(page, own);
  await unlocked(page);
}

test('a code that is wrong is told in a sentence; the right one, in the address, links', async () => {
  const page = await opened(PHONE);
  await page.goto(shop.tillUrl);
  await page.getByLabel('Code').fill('7K3');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await page.getByText('A code has eight letters and digits').waitFor();
  await page.getByLabel('Code').fill('7k3m q9tz');
  await page.getByLabel('Business').fill(shop.service.tenant.slug);
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await page.getByText('This code is wrong, used or too old').waitFor();
  await looked(page, 'link-phone');
  await page.goto(
    `${shop.service.baseUrl}/link#business=${shop.service.tenant.slug}&code=${await shop.linkCode('Phone')}`,
  );
  await page.getByRole('heading', { name: 'Who is working?' }).waitFor();
  expect(page.url()).toBe(shop.tillUrl);
  await looked(page, 'people-phone');
  await forget(page);
});

test('signs in, locks, switches, goes on without the network over a reload, and comes back', async () => {
  const page = await opened();
  await linkTill(page, shop);
  await looked(page, 'people');
  await signedIn(page, anna, '4826', true);
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByText('Locked by Anna Ngo. The basket is kept.').waitFor();
  await typeDigits(page, '1111');
  await page.getByText('That PIN is not right').waitFor();
  await looked(page, 'locked');
  await typeDigits(page, '4826');
  await unlocked(page);

  // A manager has been here; so they can stand for something without the network, too.
  await page.getByRole('button', { name: 'Switch user' }).click();
  await signedIn(page, ben, '5937', true);
  await page.getByRole('button', { name: 'Switch user' }).click();
  await signedIn(page, anna, '4826', false);
  await page.waitForFunction('navigator.serviceWorker.controller !== null');
  await knownHere(page, 2);

  await page.context().setOffline(true);
  await page.getByText('Offline. No sale waits on this device.').waitFor();
  await page.reload();
  await page.getByText('Offline: people who signed in on this device before').waitFor();
  await signIn(page, anna, '1111');
  await page.getByText('That PIN is not right').waitFor();
  await typeDigits(page, '4826');
  await page.getByText('signed in without the network').waitFor();
  await looked(page, 'offline');
  await page.context().setOffline(false);
  await page.getByText('Offline. No sale waits').waitFor({ state: 'detached' });
  await forget(page);
});

test('settings, keys and the queue are there; the office locks the device, sends words and signs out', async () => {
  const page = await opened();
  await linkTill(page, shop, 'Back counter');
  await signedIn(page, anna, '4826', false);
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keys' }).waitFor();
  await looked(page, 'keys');
  await page.keyboard.press('Escape');
  for (const [button, heading] of [
    ['Sending', 'Sending'],
    ['Settings', 'Settings'],
  ] as const) {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('navigation').getByRole('button', { name: button }).click();
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await looked(page, button.toLowerCase());
  }
  await scan(page, '4006381333931');
  await page.getByText('Read: 4006381333931').waitFor();
  await page.getByRole('button', { name: 'Start training' }).click();
  await page.getByText('TRAINING. Nothing that is sold here counts.').waitFor();
  await page.getByRole('button', { name: 'End training' }).click();
  for (const [language, heading] of [
    ['Français', 'Réglages'],
    ['Kiswahili', 'Mipangilio'],
    ['English', 'Settings'],
  ] as const) {
    await page.getByRole('button', { name: language }).click();
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  }

  const devices = await shop.service.call('GET', '/devices');
  const device = (devices.body.data as { id: string; name: string }[]).find(({ name }) => name === 'Back counter');
  const act = (what: string, body: object): Promise<unknown> =>
    shop.service.call('POST', `/devices/${device?.id ?? ''}/${what}`, { body });
  await act('messages', { text: 'Last orders' });
  await page.getByText('Last orders').waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Seen' }).click();
  await act('lock', { reason: 'left in the taxi' });
  await page.getByText('locked by the office: left in the taxi').waitFor({ timeout: 120_000 });
  await looked(page, 'remote-lock');
  await act('unlock', { reason: 'found again' });
  await page.getByRole('heading', { name: 'Who is working?' }).waitFor({ timeout: 120_000 });
  await forget(page);
});
