import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { change, keys, openPayingShop, openTillIn, orders, scanThree, shows } from './paying-hands.js';
import { startChromiumOn, type BrowserShop } from './till-browser.js';

// A browser that dies right after "done" loses nothing.

jest.setTimeout(240_000);

let shop: BrowserShop;
let profile: string;

beforeAll(async () => {
  shop = await openPayingShop();
  profile = mkdtempSync(join(tmpdir(), 'till-profile-'));
});
afterAll(async () => {
  await shop.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** The browser's own process: the one that was started with the profile and has no type of a helper. */
function processOf(folder: string): number {
  const running = execFileSync('ps', ['-eo', 'pid='], { encoding: 'utf8' }).trim().split(/\s+/).map(Number);
  const found = running.find((pid) => {
    const line = commandLine(pid);
    return line.includes(`--user-data-dir=${folder}`) && !line.includes('--type=');
  });
  if (found === undefined) throw new Error('the browser is not running');
  return found;
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}

test('sells with the network off, is killed right after "done", comes back and sends', async () => {
  const context = await startChromiumOn(profile);
  const page = await openTillIn(shop, context);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await scanThree(page);
  await context.setOffline(true);
  await keys(page, 'F9', 'Enter');
  await shows(change(page), '$0.00');
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(processOf(profile), 'SIGKILL');
  await gone;
  expect((await shop.service.call('GET', '/orders?status=completed')).body.data).toEqual([]);

  const again = await startChromiumOn(profile);
  const back = await again.newPage();
  await back.goto(shop.tillUrl);
  const [sold] = await orders(shop, 'completed', 1);
  expect(sold?.['totals'].total.amount).toBe(2_050);
  await again.close();
});
