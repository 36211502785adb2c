import {
  EMPTY_CHAIN,
  type ChainHead,
  type EntryChange,
  type QueueStore,
  type Shelf,
  type StoreCounts,
  type StoredEntry,
} from '../../sdk/src/queue/queue-store.js';
import { newlyStored, withChange } from '../../sdk/src/queue/stored-entries.js';
import type { SyncEntry } from '../../src/modules/offline-sync/domain/entry.js';

/** Keeps a device's entries in memory, for any number of tabs: a hundred thousand flushes of a disk would prove nothing here. */
export class MemoryQueueStore implements QueueStore {
  private readonly entries = new Map<number, StoredEntry>();
  private readonly sequences = new Map<string, number>();
  private readonly turns = new Map<string, Promise<unknown>>();
  private chain = EMPTY_CHAIN;

  /** The disk of this device, copied. */
  copy(): MemoryQueueStore {
    const copied = new MemoryQueueStore();
    for (const stored of this.entries.values()) copied.keep(stored);
    copied.chain = this.chain;
    return copied;
  }

  /** All that was ever kept, in order. */
  all(): StoredEntry[] {
    return [...this.entries.values()];
  }

  head(): Promise<ChainHead> {
    return Promise.resolve(this.chain);
  }

  append(entry: SyncEntry, bytes: number, after: ChainHead): Promise<boolean> {
    const { sequence, hash } = this.chain;
    const isFree = sequence === after.sequence && hash === after.hash && !this.sequences.has(entry.id);
    if (isFree) {
      this.keep(newlyStored(entry, bytes));
      this.chain = { sequence: entry.sequence, hash: entry.hash };
    }
    return Promise.resolve(isFree);
  }

  find(id: string): Promise<StoredEntry | undefined> {
    const sequence = this.sequences.get(id);
    return Promise.resolve(sequence === undefined ? undefined : this.entries.get(sequence));
  }

  after(shelf: Shelf, sequence: number, limit: number): Promise<StoredEntry[]> {
    const found = this.all().filter((stored) => stored.shelf === shelf && stored.entry.sequence > sequence);
    return Promise.resolve(found.slice(0, limit));
  }

  newest(limit: number): Promise<StoredEntry[]> {
    return Promise.resolve(this.all().reverse().slice(0, limit));
  }

  between(from: number, to: number): Promise<StoredEntry[]> {
    return Promise.resolve(this.all().filter(({ entry }) => entry.sequence >= from && entry.sequence <= to));
  }

  change(changes: readonly EntryChange[]): Promise<void> {
    for (const change of changes) {
      const stored = this.entries.get(change.sequence);
      const changed = stored && withChange(stored, change, Date.now());
      if (changed !== undefined) this.entries.set(change.sequence, changed);
    }
    return Promise.resolve();
  }

  counts(): Promise<StoreCounts> {
    let [waiting, refused] = [0, 0];
    let oldestAt: string | null = null;
    for (const { shelf, entry } of this.entries.values()) {
      if (shelf === 'refused') refused += 1;
      if (shelf !== 'waiting') continue;
      waiting += 1;
      oldestAt ??= entry.at;
    }
    return Promise.resolve({ waiting, refused, oldestAt });
  }

  /** Nothing: in the end all of it is compared. */
  prune(): Promise<number> {
    return Promise.resolve(0);
  }

  exclusively<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (this.turns.get(what) ?? Promise.resolve()).then(work);
    const ended = mine.catch(() => undefined); // its caller is told
    this.turns.set(what, ended);
    return mine;
  }

  onOutsideChange(): () => void {
    return () => undefined; // whoever looks here asks anew
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private keep(stored: StoredEntry): void {
    this.entries.set(stored.entry.sequence, stored);
    this.sequences.set(stored.entry.id, stored.entry.sequence);
  }
}
