import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { SyncEntry } from '../../sdk/src/index.js';
import { isWhole, ModelSyncServer } from '../../sdk/src/testing/model-sync-server.js';
import { chromiumPath } from '../harness/chromium-program.js';

// The queue and the device's key where they are meant to be: in a browser, with two tabs, and with the browser killed.

const LONG_MS = 180_000;
const DEVICE = '0195934e-7a00-7000-8000-0000000000aa';
const PAGE = `<!doctype html><meta charset="utf-8"><title>Queue</title><script type="module">
import { browserKeyStore, createDeviceKeys, OfflineQueue, openIndexedDbStore, PosClient } from '/sdk.js';
const names = { tenant: 'acme', deviceId: '${DEVICE}' };
const keys = await createDeviceKeys(browserKeyStore());
const client = new PosClient({ baseUrl: location.origin, tenant: 'acme', credential: { kind: 'none' }, retry: { attempts: 1 } });
window.queue = await OfflineQueue.open({ ...names, keys, client, store: await openIndexedDbStore(names) });
const person = { personId: '${DEVICE}', sessionId: null };
window.ring = (count) => Promise.all(Array.from({ length: count }, () => queue.append('order.place', { note: 'ä' }, person)));
window.thumbprint = keys.thumbprint;
window.steal = async () => {
  const pair = await browserKeyStore().load();
  return crypto.subtle.exportKey('jwk', pair.privateKey).then(() => 'read', () => 'kept');
};
</script>`;

let server: Server;
let origin: string;
let profile: string;
const model = new ModelSyncServer('acme', DEVICE);

beforeAll(async () => {
  const sdk = await bundled('sdk/src/index.ts');
  server = createServer((request, response) => void answered(request, response, sdk)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  profile = await mkdtemp(join(tmpdir(), 'pos-sdk-browser-'));
}, LONG_MS);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 10 });
});

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function answered(request: IncomingMessage, response: ServerResponse, sdk: string): Promise<void> {
  if (request.method === 'GET') {
    const isScript = request.url === '/sdk.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? sdk : PAGE);
    return;
  }
  const answer = await model.fetch(`${origin}${request.url ?? ''}`, { method: 'POST', body: await text(request) });
  response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
}

async function openBrowser(): Promise<BrowserContext> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
  return chromium.launchPersistentContext(profile, { executablePath: await chromiumPath(), headless: true, args });
}
async function openPage(browser: BrowserContext): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.waitForFunction('window.queue !== undefined && window.steal !== undefined');
  return page;
}
const ring = (page: Page, count: number): Promise<SyncEntry[]> => page.evaluate(`ring(${count})`);
const pending = (page: Page): Promise<number> => page.evaluate('queue.status.pending');

/** The children of a browser end by themselves; none may still hold the folder when the next one opens it. */
async function untilNobodyHas(folder: string): Promise<void> {
  const isHeld = (): boolean => execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).includes(folder);
  for (let looks = 0; isHeld(); looks += 1) {
    if (looks > 600) throw new Error('processes of the browser go on after it was killed');
    await sleep(50);
  }
}

/** As when somebody pulls the plug. The browser writes down its own number. */
async function kill(browser: BrowserContext): Promise<void> {
  const pid = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1));
  const closed = new Promise((resolve) => browser.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await closed;
  await untilNobodyHas(profile);
  await rm(join(profile, 'SingletonLock'), { force: true });
}

test(
  'two tabs append to one chain, the key cannot be read, and a killed browser has all that was done',
  async () => {
    let browser = await openBrowser();
    const [one, two] = [await openPage(browser), await openPage(browser)];
    expect(await one.evaluate('steal()')).toBe('kept');
    expect(await two.evaluate('thumbprint')).toBe(await one.evaluate('thumbprint'));
    await browser.setOffline(true);
    const done = (await Promise.all([ring(one, 40), ring(two, 40), ring(one, 5)])).flat();
    expect(new Set(done.map(({ sequence }) => sequence)).size).toBe(85);
    await two.waitForFunction('queue.status.pending === 85');
    await one.evaluate('queue.send()');
    expect(await one.evaluate('queue.status.lastError.code')).toBe('unreachable');
    done.push(...(await ring(one, 1)));
    await kill(browser);

    browser = await openBrowser();
    const [again, other] = [await openPage(browser), await openPage(browser)];
    expect(await pending(again)).toBe(86);
    await Promise.all([again.evaluate('queue.send()'), other.evaluate('queue.send()')]);
    await other.waitForFunction('queue.status.pending === 0');
    expect(model.chain.map(({ id }) => id).sort()).toEqual(done.map(({ id }) => id).sort());
    expect(isWhole(model.chain)).toBe(true);
    expect([...model.effects.values()].every((count) => count === 1)).toBe(true);
    await browser.close();
  },
  LONG_MS,
);
