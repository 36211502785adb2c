import { BookSync } from '../../../../sdk/src/book/book-sync.js';
import { IndexedDbBookStore } from '../../../../sdk/src/book/indexeddb-book-store.js';
import type { PosClient } from '../../../../sdk/src/client/pos-client.js';
import { browserKeyStore } from '../../../../sdk/src/device/browser-key-store.js';
import { ids } from '../../../../sdk/src/encoding/new-id.js';
import type { LinkedDevice } from '../../../../sdk/src/device/linking.js';
import { openIndexedDbStore } from '../../../../sdk/src/queue/indexeddb-store.js';
import { OfflineQueue, type QueueOptions } from '../../../../sdk/src/queue/offline-queue.js';
import { Register } from '../../../../sdk/src/register/register.js';
import { keepLastSync, lastSync } from '../queue/last-sync.js';
import { Frame } from '../shell/frame.js';
import { APP_VERSION } from './app-version.js';
import { DeviceLife } from './device-life.js';
import { DEVICE, type Entrance, type TillSource } from './entrance.js';
import { fingerprintOf } from './fingerprint.js';
import { forgetBusiness } from './forget-business.js';
import { painted } from './painted.js';
import { openDrawerInBackground, printInBackground } from './printing.js';
import { lookForUpdate } from './updates.js';
import { watchSession } from './watch-session.js';

/**
 * Opens everything that a linked till works with behind its entrance, and sets it going.
 * @throws QueueUnavailable where the browser keeps nothing.
 */
export async function openTill(entrance: Entrance): Promise<Frame> {
  const { client, source, linked, door, network, known, keys } = entrance;
  const { tenant, device } = source.linked;
  const [queue, bookStore, fingerprint] = await Promise.all([
    openQueue({ client, tenant, deviceId: device.id, keys: source.keys }),
    IndexedDbBookStore.open(bookName(source.linked)),
    fingerprintOf(source.kept),
  ]);
  const books = new BookSync({ client: booksClient(client), store: bookStore });
  const life = lifeOf(entrance, queue, fingerprint);
  const parts = { linked, queue, books, register: registerOn(books, client), network, door, known, keys, life };
  const printing = { printing: printInBackground, drawer: openDrawerInBackground };
  const frame = new Frame({ ...parts, ...printing, kept: source.kept, unlink: () => unlinkTill(source) });
  start(frame, entrance.watched);
  void readBook(frame);
  return frame;
}

async function openQueue(options: Omit<QueueOptions, 'store'>): Promise<OfflineQueue> {
  const store = await openIndexedDbStore({ tenant: options.tenant, deviceId: options.deviceId });
  const queue = await OfflineQueue.open({ ...options, store, lastSyncAt: lastSync() });
  keepLastSync(queue);
  return queue;
}

/** Reads the price list that was kept, behind what is on the screen: it is long, and nobody sells before they have signed in. */
async function readBook({ book, parts: { books } }: Frame): Promise<void> {
  await painted();
  await books.load();
  book.value ??= books.book;
  books.start();
}

/** Prices by the book as it is at each moment, and by the server's clock. */
function registerOn(books: BookSync, client: PosClient): Register {
  return new Register({
    ids,
    now: () => Date.now() + client.skewMs,
    aheadMs: () => client.skewMs,
    book: () => {
      if (books.book === null) throw new Error('there is no price list yet');
      return books.book;
    },
  });
}

/** Forgets the business, never entries that wait: whoever calls has seen to them. */
async function unlinkTill({ kept, linked }: TillSource): Promise<void> {
  await (await IndexedDbBookStore.open(bookName(linked))).clear();
  await forgetBusiness();
  await kept.clear();
  await browserKeyStore().forget();
  location.reload();
}

/** Where the price list of a business is kept. */
function bookName({ tenant, device }: LinkedDevice): string {
  return `pos-book-${tenant}-${device.id}`;
}

/** The book's own small view of the client. */
function booksClient(client: PosClient): Parameters<typeof BookSync.open>[0]['client'] {
  return {
    request: (method, path, options) => client.request(method, path, options),
    stream: (outletId, topics, options) => client.stream(outletId, topics, options),
  };
}

function lifeOf(entrance: Entrance, queue: OfflineQueue, fingerprint: string): DeviceLife {
  const { client, linked, door, source } = entrance;
  return new DeviceLife({
    client,
    linked: () => linked.value,
    keep: async (next) => {
      await source.kept.put(DEVICE, next);
      linked.value = next;
    },
    queue: () => queue.status,
    about: { appVersion: APP_VERSION, fingerprint },
    signOut: () => door.signOut('signed-out-by-office'),
    update: lookForUpdate,
  });
}

function start(frame: Frame, watched: { at: number }): void {
  frame.book.subscribe((book) => frame.keys.change(book?.outlet.tillKeys ?? {}));
  const { queue, network, life, door } = frame.parts;
  queue.start();
  life.start();
  watchSession(frame, watched);
  network.online.subscribe((online) => {
    if (online) void queue.send('reconnect');
  });
  door.state.subscribe(({ kind }) => {
    if (kind === 'open') watched.at = Date.now();
  });
}
