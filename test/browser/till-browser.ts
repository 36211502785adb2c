import { randomBytes } from 'node:crypto';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath } from '../harness/chromium-program.js';
import { startService, type TestService } from '../harness/service.js';
import { makeLinkCode } from '../harness/test-device.js';
import { builtTill } from './till-build.js';

/** What a till can be seen through. */
export const COUNTER = { width: 1280, height: 800 } as const;
export const PHONE = { width: 360, height: 640 } as const;

const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/** Starts Debian's Chromium without a window. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), headless: true, args: ARGUMENTS });
}

/** The same on a folder that stays, for tests that end its process. */
export async function startChromiumOn(profile: string, viewport = COUNTER): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: await chromiumPath(),
    headless: true,
    args: ARGUMENTS,
    viewport,
  });
}

/** Somebody who works at the shop, with a PIN of their own. */
export interface Hired {
  readonly id: string;
  readonly name: string;
  readonly pin: string;
}

/** A shop with the real service, an outlet, items and people, for tests in a browser. */
export interface BrowserShop {
  readonly service: TestService;
  readonly outletId: string;
  readonly tillUrl: string;
  hire(name: string, role: string, pin: string): Promise<Hired>;
  linkCode(name?: string): Promise<string>;
  close(): Promise<void>;
}

const ITEMS = [
  { sku: 'coffee', name: 'Coffee', category: 'Drinks', price: 500, barcode: '5901234123457' },
  { sku: 'tea', name: 'Tea', category: 'Drinks', price: 300, barcode: '4006381333931' },
  { sku: 'bread', name: 'Bread', category: 'Bakery', price: 1_250, barcode: '9780201379624' },
] as const;

/** Opens the shop. @param variables of the environment. @param now the server's clock. */
export async function openBrowserShop(
  variables: Readonly<Record<string, string>> = {},
  now?: () => number,
): Promise<BrowserShop> {
  await builtTill();
  const service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64'), ...variables }, now);
  const outlet = { name: 'Main street', timeZone: 'Africa/Nairobi', receiptPrefix: 'M' };
  const outletId = (await service.call('POST', '/outlets', { body: outlet })).body.id as string;
  for (const { price, barcode, ...item } of ITEMS) {
    const body = { ...item, taxCategory: 'standard', price: { amount: price, currency: 'USD' }, barcode };
    const made = await service.call('POST', '/catalog/items', { body });
    if (made.status !== 201) throw new Error(made.text);
  }
  return {
    ...{ service, outletId, tillUrl: `${service.baseUrl}/till/` },
    hire: (name, role, pin) => hire(service, { name, role, pin }),
    linkCode: (name = 'Counter') => makeLinkCode(service, { outletId, name }),
    close: () => service.close(),
  };
}

async function hire(
  service: TestService,
  { name, role, pin }: { readonly name: string; readonly role: string; readonly pin: string },
): Promise<Hired> {
  const hired = await service.call('POST', '/staff', { body: { displayName: name, assignments: [{ role }] } });
  const id = hired.body.id as string;
  const body = { pin, reason: 'first day', confirm: true };
  const set = await service.call('PUT', `/staff/${id}/pin`, { body });
  if (set.status !== 200) throw new Error(set.text);
  return { id, name, pin };
}

/** Links the page's till by a typed address, and waits for the people. */
export async function linkTill(page: Page, shop: BrowserShop, name?: string): Promise<void> {
  const code = await shop.linkCode(name);
  await page.goto(`${shop.tillUrl}#business=${shop.service.tenant.slug}&code=${code}`);
  await page.getByRole('heading', { name: 'Who is working?' }).waitFor();
}

/** Types digits as a hand does: no faster than a scanner's pace. */
export async function typeDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) {
    await page.keyboard.press(digit);
    await page.waitForTimeout(70);
  }
}

/** Signs somebody in by hand; the first time they choose their own PIN, which then is the one given backwards plus what is left. */
export async function signIn(page: Page, { name }: Pick<Hired, 'name'>, pin: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.locator('.pin-entry').waitFor();
  await typeDigits(page, pin);
}

const COUNT_KNOWN = `new Promise((resolve) => { const opening = indexedDB.open('pos-till'); opening.onsuccess = () => {
  const asked = opening.result.transaction('values').objectStore('values').count(IDBKeyRange.bound('verifier:', 'verifier:~'));
  asked.onsuccess = () => { opening.result.close(); resolve(asked.result); }; }; })`;

/**
 * Waits until the device can tell so many people's PINs without the network: its verifiers take a moment on purpose. It asks again and
 * again itself, for `waitForFunction` takes a promise for a yes.
 */
export async function knownHere(page: Page, people: number): Promise<void> {
  const until = Date.now() + 60_000;
  while ((await page.evaluate<number>(COUNT_KNOWN)) < people) {
    if (Date.now() > until) throw new Error(`the device does not know ${people} people`);
    await page.waitForTimeout(100);
  }
}

/** Chooses an own PIN where the one that was given has to be changed. */
export async function choosePin(page: Page, chosen: string): Promise<void> {
  await page.getByText('New PIN, four to eight digits').waitFor();
  await typeDigits(page, chosen);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('The new PIN once more').waitFor();
  await typeDigits(page, chosen);
  await page.getByRole('button', { name: 'Keep this PIN' }).click();
}
