import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { SyncEntry } from '../../../src/modules/offline-sync/domain/entry.js';
import { exclusively } from './exclusively.js';
import {
  EMPTY_CHAIN,
  QueueFull,
  QueueUnavailable,
  type ChainHead,
  type EntryChange,
  type QueueStore,
  type Shelf,
  type StoreCounts,
  type StoredEntry,
} from './queue-store.js';
import { newlyStored, withChange } from './stored-entries.js';

interface QueueSchema extends DBSchema {
  entries: { key: number; value: StoredEntry; indexes: { byId: string; byShelf: [Shelf, number] } };
  chain: { key: string; value: ChainHead };
}
type Stores = ('entries' | 'chain')[];

const HEAD = 'head';
/** Grows with each change of the stores; `upgrade` brings any older one here without touching what waits. */
const SCHEMA_VERSION = 1;

/**
 * Keeps a device's entries in this browser. All tabs share them.
 * @throws QueueUnavailable where the browser keeps nothing (private mode), or a newer program has been here.
 */
export async function openIndexedDbStore(names: {
  readonly tenant: string;
  readonly deviceId: string;
}): Promise<QueueStore> {
  const { indexedDB } = globalThis as { indexedDB?: IDBFactory };
  if (indexedDB === undefined) throw unavailable();
  const store = new IndexedDbStore(`pos-queue-${names.tenant}-${names.deviceId}`);
  try {
    await store.counts();
  } catch (error) {
    store.stopListening();
    throw error;
  }
  const { storage } = (globalThis as { navigator?: { storage?: Partial<StorageManager> } }).navigator ?? {};
  void storage?.persist?.(); // a wish: the browser may clear what is not kept for good when the disk is full
  return store;
}

class IndexedDbStore implements QueueStore {
  private opening: Promise<IDBPDatabase<QueueSchema>> | undefined;
  private readonly channel: BroadcastChannel | undefined;

  constructor(private readonly name: string) {
    if (typeof BroadcastChannel !== 'undefined') this.channel = new BroadcastChannel(name);
  }

  head(): Promise<ChainHead> {
    return this.with(async (db) => (await db.get('chain', HEAD)) ?? EMPTY_CHAIN);
  }

  async append(entry: SyncEntry, bytes: number, after: ChainHead): Promise<boolean> {
    try {
      const kept = await this.with((db) => appended(db, newlyStored(entry, bytes), after));
      if (kept) this.channel?.postMessage('changed');
      return kept;
    } catch (error) {
      if (isNamed(error, 'QuotaExceededError')) throw new QueueFull(error);
      throw error;
    }
  }

  find(id: string): Promise<StoredEntry | undefined> {
    return this.with((db) => db.getFromIndex('entries', 'byId', id));
  }

  after(shelf: Shelf, sequence: number, limit: number): Promise<StoredEntry[]> {
    const range = (): IDBKeyRange => IDBKeyRange.bound([shelf, sequence], [shelf, Infinity], true);
    return this.with((db) => db.getAllFromIndex('entries', 'byShelf', range(), limit));
  }

  newest(limit: number): Promise<StoredEntry[]> {
    return this.with(async (db) => {
      const found: StoredEntry[] = [];
      let cursor = await db.transaction('entries').store.openCursor(null, 'prev');
      for (; cursor !== null && found.length < limit; cursor = await cursor.continue()) found.push(cursor.value);
      return found;
    });
  }

  between(from: number, to: number): Promise<StoredEntry[]> {
    return this.with((db) => db.getAll('entries', IDBKeyRange.bound(from, to)));
  }

  async change(changes: readonly EntryChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.with(async (db) => {
      const tx = db.transaction('entries', 'readwrite');
      const done = Promise.all(
        changes.map(async (change) => {
          const stored = await tx.store.get(change.sequence);
          const changed = stored && withChange(stored, change, Date.now());
          if (changed !== undefined) await tx.store.put(changed);
        }),
      );
      await Promise.all([done, tx.done]);
    });
    this.channel?.postMessage('changed');
  }

  counts(): Promise<StoreCounts> {
    return this.with(async (db) => {
      const tx = db.transaction('entries');
      const byShelf = tx.store.index('byShelf');
      const [waiting, refused, oldest] = await Promise.all([
        byShelf.count(shelfRange('waiting')),
        byShelf.count(shelfRange('refused')),
        byShelf.get(shelfRange('waiting')),
        tx.done,
      ]);
      return { waiting, refused, oldestAt: oldest?.entry.at ?? null };
    });
  }

  prune(before: number, keep: number): Promise<number> {
    return this.with(async (db) => {
      const tx = db.transaction('entries', 'readwrite');
      const byShelf = tx.store.index('byShelf');
      let surplus = (await byShelf.count(shelfRange('done'))) - keep;
      let dropped = 0;
      let cursor = await byShelf.openCursor(shelfRange('done'));
      for (; cursor !== null; cursor = await cursor.continue(), surplus--, dropped++) {
        if (surplus <= 0 && (cursor.value.doneAt ?? Infinity) >= before) break;
        await cursor.delete();
      }
      await tx.done;
      return dropped;
    });
  }

  exclusively<Result>(what: string, work: () => Promise<Result>, patienceMs?: number): Promise<Result> {
    return exclusively(`${this.name} ${what}`, work, patienceMs);
  }

  onOutsideChange(listener: () => void): () => void {
    this.channel?.addEventListener('message', listener);
    return () => this.channel?.removeEventListener('message', listener);
  }

  /** Hears and tells no other tabs any more. */
  stopListening(): void {
    this.channel?.close();
  }

  async close(): Promise<void> {
    this.stopListening();
    const { opening } = this;
    this.opening = undefined;
    (await opening)?.close();
  }

  /** Browsers close databases by themselves, as when the machine was asleep or another tab upgrades: then it is opened again. */
  private async with<Result>(work: (db: IDBPDatabase<QueueSchema>) => Promise<Result>): Promise<Result> {
    try {
      return await work(await this.database());
    } catch (error) {
      if (!isNamed(error, 'InvalidStateError')) throw error;
      this.opening = undefined;
      return work(await this.database());
    }
  }

  private database(): Promise<IDBPDatabase<QueueSchema>> {
    this.opening ??= this.opened();
    return this.opening;
  }

  private async opened(): Promise<IDBPDatabase<QueueSchema>> {
    const forget = (): void => void (this.opening = undefined);
    const blocking = (_old: number, _new: number | null, event: IDBVersionChangeEvent): void => {
      forget();
      (event.target as IDBDatabase).close();
    };
    try {
      return await openDB<QueueSchema>(this.name, SCHEMA_VERSION, { upgrade, blocking, terminated: forget });
    } catch (error) {
      forget();
      throw unavailable(error);
    }
  }
}

function upgrade(db: IDBPDatabase<QueueSchema>, oldVersion: number): void {
  if (oldVersion >= 1) return;
  const entries = db.createObjectStore('entries', { keyPath: 'entry.sequence' });
  entries.createIndex('byId', 'entry.id', { unique: true });
  entries.createIndex('byShelf', ['shelf', 'entry.sequence'], { unique: true });
  db.createObjectStore('chain');
}

/** The head is read and the entry is written in one transaction, so no lock is needed for the chain to stay whole. */
async function appended(db: IDBPDatabase<QueueSchema>, stored: StoredEntry, after: ChainHead): Promise<boolean> {
  const tx = db.transaction(['entries', 'chain'], 'readwrite', { durability: 'strict' });
  const { sequence, hash } = (await tx.objectStore('chain').get(HEAD)) ?? EMPTY_CHAIN;
  const isFirst = (await tx.objectStore('entries').index('byId').getKey(stored.entry.id)) === undefined;
  if (sequence !== after.sequence || hash !== after.hash || !isFirst) {
    await tx.done;
    return false;
  }
  const head = { sequence: stored.entry.sequence, hash: stored.entry.hash };
  await written(tx, stored, head);
  return true;
}

async function written(
  tx: IDBPTransaction<QueueSchema, Stores, 'readwrite'>,
  stored: StoredEntry,
  head: ChainHead,
): Promise<void> {
  const puts = [tx.objectStore('entries').add(stored), tx.objectStore('chain').put(head, HEAD)];
  const [done, ...others] = await Promise.allSettled([tx.done, ...puts]); // done: it is on the disk
  const failed = [...others, done].find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason as Error;
}

function shelfRange(shelf: Shelf): IDBKeyRange {
  return IDBKeyRange.bound([shelf, 0], [shelf, Infinity]);
}

function unavailable(cause?: unknown): QueueUnavailable {
  const isNewer = isNamed(cause, 'VersionError');
  const message = isNewer
    ? 'A newer version of this program has been here: load it again'
    : 'This browser keeps nothing: leave private mode, or allow storage for this page';
  return new QueueUnavailable('no_storage', message, cause);
}

function isNamed(error: unknown, name: string): boolean {
  return (error as { name?: unknown } | undefined)?.name === name;
}
