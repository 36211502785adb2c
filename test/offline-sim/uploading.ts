import { setTimeout as sleep } from 'node:timers/promises';
import { PosClient, type OfflineQueue } from '../../sdk/src/index.js';
import type { SyncEntry } from '../../src/modules/offline-sync/domain/entry.js';
import type { Finding } from './checker.js';
import type { SimDevice } from './devices.js';
import { AnswerLog, badNetwork, deliver, pieces, shortWait, shuffled, type BatchAnswer } from './sync-wire.js';

/** Where the server is now, and what is seen of it. */
export interface UploadScene {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly ownerKey: string;
  readonly log: AnswerLog;
  readonly findings: Finding[];
}

const BATCH_MOST = 60;
/** So long nothing may be settled: what a slow server had no time to try again, its worker tries after a minute. */
const IDLE_MS = 150_000;
const AGAIN_MS = 250;

/** Brings home what one device did: in pieces, in any order, three times and more, from two tabs, over a bad line. */
export async function upload(scene: UploadScene, device: SimDevice): Promise<void> {
  const { till, role } = device;
  const entries = till.parts.store.all().map(({ entry }) => entry);
  if (role === 'revoked') return handIn(scene, device, entries);
  const { publicJwk } = till.parts.keys;
  // Couriers that walk side by side have chances of their own, so that none changes what the other does.
  const courier = (name: string): ((some: readonly SyncEntry[]) => Promise<void>) => {
    const chance = till.parts.chance.branch(name);
    const client = clientOf(scene, device, `client of ${name}`);
    return async (some) => {
      for (const piece of pieces(chance, shuffled(chance, some), BATCH_MOST)) await deliver(client, publicJwk, piece);
    };
  };
  const send = courier('courier');
  const chance = till.parts.chance.branch('upload');
  if (device.tampered.length > 0) await send(device.tampered);
  if (role === 'gap') await leaveGap(scene, device, entries);
  await send(entries.filter(() => chance.happens(0.5)));
  const tabs = await Promise.all(['one tab', 'other tab'].map((name) => till.tab(clientOf(scene, device, name))));
  await empty(tabs);
  await Promise.all([send(entries), courier('other courier')([...entries, ...device.tampered])]);
  if (device.clone !== undefined) await empty([await till.tab(clientOf(scene, device, 'clone'), device.clone)]);
}

/** The clients of a device as it talks to the server that is there now. */
function clientOf({ baseUrl, tenant, log }: UploadScene, { till, credential }: SimDevice, name: string): PosClient {
  const chance = till.parts.chance.branch(name);
  const fetching = badNetwork(chance, log);
  return new PosClient({
    ...{ baseUrl, tenant, credential, fetch: fetching, wait: shortWait, random: () => chance.next() },
    retry: { firstMs: 20, maxMs: 200, attempts: 20 },
  });
}

/** Sends from all tabs at once until nothing waits, or nothing changes any more: then the checker says what still waits. */
async function empty(tabs: readonly OfflineQueue[]): Promise<void> {
  const [first] = tabs;
  let [before, since] = [-1, Date.now()];
  for (;;) {
    await Promise.all(tabs.map((tab) => tab.send('reconnect')));
    const { pending, lastError } = first?.status ?? { pending: 0, lastError: null };
    if (pending === 0) return;
    if (pending !== before || lastError !== null) since = Date.now();
    if (Date.now() - since > IDLE_MS) return;
    before = pending;
    await sleep(AGAIN_MS);
  }
}

/** Some numbers are left out at first: from then on each answer has to name them. */
async function leaveGap(scene: UploadScene, device: SimDevice, entries: readonly SyncEntry[]): Promise<void> {
  const { keys } = device.till.parts;
  const from = Math.floor(entries.length / 3);
  const to = from + 2;
  const rest = entries.filter(({ sequence }) => sequence < from || sequence > to);
  const client = clientOf(scene, device, 'gap');
  const wanted = JSON.stringify([{ from, to }]);
  for (let start = 0; start < rest.length; start += BATCH_MOST) {
    const piece = rest.slice(start, start + BATCH_MOST);
    const told = JSON.stringify(await missingAfter(client, keys.publicJwk, piece));
    const isDue = (piece.at(-1)?.sequence ?? 0) > to;
    if (told === (isDue ? wanted : '[]')) continue;
    scene.findings.push({
      check: 'gaps are reported',
      detail: `${from} to ${to} are missing, the server says ${told}`,
    });
  }
}

/** Sends until each entry has a result: what a slow server had no time for has none. @returns what it then misses. */
async function missingAfter(
  client: PosClient,
  key: JsonWebKey,
  entries: readonly SyncEntry[],
): Promise<BatchAnswer['missing']> {
  const { results, missing } = await deliver(client, key, entries);
  const looked = new Set(results.map(({ id }) => id));
  const left = entries.filter(({ id }) => !looked.has(id));
  return left.length === 0 ? missing : missingAfter(client, key, left);
}

/** A manager hands in the file of a device that may not send any more. */
async function handIn(scene: UploadScene, { till }: SimDevice, entries: readonly SyncEntry[]): Promise<void> {
  const { baseUrl, tenant, ownerKey, log } = scene;
  const chance = till.parts.chance.branch('file');
  const client = new PosClient({
    ...{ baseUrl, tenant, credential: { kind: 'api-key', key: ownerKey }, wait: shortWait },
    fetch: badNetwork(chance, log),
    retry: { firstMs: 20, maxMs: 200, attempts: 20 },
  });
  for (const piece of pieces(chance, entries, BATCH_MOST)) {
    for (let times = 0; times < 2; times += 1) {
      await deliver(client, till.parts.keys.publicJwk, shuffled(chance, piece), till.parts.deviceId);
    }
  }
}
