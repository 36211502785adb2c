import { BookSync, MemoryBookStore, type PersonAtTill, type PriceBook } from '../../sdk/src/engine.js';
import {
  createDeviceKeys,
  credentialOf,
  linkDevice,
  PosClient,
  type Credential,
  type DeviceKeyStore,
} from '../../sdk/src/index.js';
import type { SyncEntry } from '../../src/modules/offline-sync/domain/entry.js';
import type { Chance } from '../faults/chance.js';
import { makeLinkCode } from '../harness/test-device.js';
import { MemoryQueueStore } from './memory-queue-store.js';
import type { SimShop } from './sim-shop.js';
import { workThreeDays } from './virtual-days.js';
import { VirtualTill } from './virtual-till.js';

/** What is planted on a device. */
export type DeviceRole = 'steady' | 'disabled' | 'revoked' | 'gap' | 'cloned';

const ROLES: readonly DeviceRole[] = ['steady', 'disabled', 'revoked', 'gap', 'cloned'];

/** A till, and what is wrong with it. */
export interface SimDevice {
  readonly till: VirtualTill;
  readonly role: DeviceRole;
  readonly credential: Credential;
  /** Copies of true entries that somebody changed. */
  tampered: SyncEntry[];
  /** The disk of the device, copied into another machine that went on by itself. */
  clone: MemoryQueueStore | undefined;
}

/** The first devices have a role each, all others none. */
export function roleOf(index: number): DeviceRole {
  return ROLES[index] ?? 'steady';
}

/** Links a till with its own drawer and people, and takes a snapshot: from then on it is alone. */
export async function openDevice(shop: SimShop, index: number, chance: Chance): Promise<SimDevice> {
  const { service, currency, owner } = shop;
  const role = roleOf(index);
  const outlet = shop.outlets[index % shop.outlets.length] ?? shop.outlets[0];
  const name = `Till ${index}`;
  const drawerId = chance.uuid();
  await owner('POST', '/drawers', { id: drawerId, outletId: outlet.id, name });
  const person = await hire(shop, `Seller ${index}`, index % 2 === 0 ? 'manager' : 'cashier');
  const manager = await hire(shop, `Manager ${index}`, 'manager');
  const keys = await createDeviceKeys(inMemory());
  const code = await makeLinkCode(service, { outletId: outlet.id, name });
  const { baseUrl, tenant } = service;
  const about = { fingerprint: `machine ${index} of the simulation`, appVersion: '1.0.0' };
  const linked = await linkDevice({ baseUrl, tenant: tenant.slug, code, keys, ...about });
  const credential = credentialOf(linked, keys);
  const client = new PosClient({ baseUrl, tenant: tenant.slug, credential });
  const priceBook = await snapshotBy(client);
  const till = new VirtualTill({
    ...{ name, tenant: tenant.slug, currency, outlet, drawerId, keys, client, priceBook, chance },
    ...{ deviceId: linked.device.id, receiptSeries: priceBook.configuration?.receiptSeries ?? `T${index}` },
    ...{ store: new MemoryQueueStore(), person: personIn(priceBook, person), manager: personIn(priceBook, manager) },
  });
  return { till, role, credential, tampered: [], clone: undefined };
}

/** The device works for three days; what is planted on it is planted meanwhile. */
export async function workAlone(device: SimDevice, from: number, sales: number): Promise<void> {
  const { till, role } = device;
  const half = Math.floor(sales / 2);
  await workThreeDays(till, from, sales, async (done) => {
    if (role === 'cloned' && done === half) device.clone = await cloneWorks(till);
  });
  if (role === 'gap') device.tampered = tamperedCopies(till);
  if (role === 'disabled') till.book.doneWithoutRight();
  if (role === 'revoked') till.book.disbelieve();
}

async function cloneWorks(till: VirtualTill): Promise<MemoryQueueStore> {
  const store = till.parts.store.copy();
  const { sessionId } = till.session;
  for (const amount of [111, 222]) {
    const body = { sessionId, amount: till.cash(amount), reason: 'clone' };
    const entryId = await till.append(store, 'drawer.paid_in', body, 'drawers:move');
    till.book.quarantined.push({ entryId, code: 'sequence_forked' });
  }
  return store;
}

/** Two sales are made smaller by somebody who has no key. */
function tamperedCopies(till: VirtualTill): SyncEntry[] {
  const sales = till.parts.store.all().filter(({ entry }) => entry.kind === 'order.place');
  return [sales[1], sales[Math.floor(sales.length / 2)]].flatMap((stored) => {
    if (stored === undefined) return [];
    const { entry } = stored;
    till.book.quarantined.push({ entryId: entry.id, code: 'hash_wrong' });
    return [{ ...entry, body: { ...entry.body, receiptNumber: null } }];
  });
}

async function hire({ owner }: SimShop, displayName: string, role: string): Promise<string> {
  const { id } = await owner('POST', '/staff', { displayName, assignments: [{ role }] });
  return String(id);
}

async function snapshotBy(client: PosClient): Promise<PriceBook> {
  const sync = await BookSync.open({ client, store: new MemoryBookStore() });
  await sync.refresh();
  if (sync.book === null) throw new Error('no book came');
  return sync.book;
}

function personIn({ staff }: PriceBook, personId: string): PersonAtTill {
  const found = staff.find(({ id }) => id === personId);
  if (found === undefined) throw new Error('the book does not know who works here');
  return { personId, permissions: new Set(found.permissions) };
}

function inMemory(): DeviceKeyStore {
  let kept: CryptoKeyPair | undefined;
  return {
    extractable: false,
    load: () => Promise.resolve(kept),
    keep: (pair) => Promise.resolve((kept ??= pair)),
    forget: () => Promise.resolve((kept = undefined)),
  };
}
