import { rename, rm } from 'node:fs/promises';
import type { SyncEntry } from '../../../src/modules/offline-sync/domain/entry.js';
import { Journal, type JournalLine } from './file-journal.js';
import { FileLock } from './file-lock.js';
import {
  EMPTY_CHAIN,
  type ChainHead,
  type EntryChange,
  type QueueStore,
  type Shelf,
  type StoreCounts,
  type StoredEntry,
} from './queue-store.js';
import { newlyStored, withChange } from './stored-entries.js';

/**
 * Keeps a device's entries in one file, for Node: lines are appended and on the disk before `append` is done. One process may
 * have it open. A line that a crash left torn is dropped at the next opening: it was never said to be done.
 * @throws QueueUnavailable while another process has it open; Error when a line in the middle of the file is damaged.
 */
export async function openFileStore(path: string): Promise<QueueStore> {
  const lock = await FileLock.take(`${path}.lock`);
  try {
    const store = new FileStore(path, lock);
    await store.open();
    return store;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

class FileStore implements QueueStore {
  private readonly entries = new Map<number, StoredEntry>();
  private readonly byId = new Map<string, number>();
  private chain = EMPTY_CHAIN;
  private journal: Journal | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly lock: FileLock,
  ) {}

  /** Reads what is there. */
  async open(): Promise<void> {
    const { journal, lines } = await Journal.open(this.path);
    this.journal = journal;
    for (const line of lines) this.take(line);
  }

  head(): Promise<ChainHead> {
    return Promise.resolve(this.chain);
  }

  append(entry: SyncEntry, bytes: number, after: ChainHead): Promise<boolean> {
    return this.inTurn(async () => {
      const { sequence, hash } = this.chain;
      if (sequence !== after.sequence || hash !== after.hash || this.byId.has(entry.id)) return false;
      const line: JournalLine = { entry: newlyStored(entry, bytes) };
      await this.written([line], true);
      this.take(line);
      return true;
    });
  }

  find(id: string): Promise<StoredEntry | undefined> {
    const sequence = this.byId.get(id);
    return Promise.resolve(sequence === undefined ? undefined : this.entries.get(sequence));
  }

  after(shelf: Shelf, sequence: number, limit: number): Promise<StoredEntry[]> {
    const found: StoredEntry[] = [];
    for (const stored of this.inOrder()) {
      if (found.length >= limit) break;
      if (stored.shelf === shelf && stored.entry.sequence > sequence) found.push(stored);
    }
    return Promise.resolve(found);
  }

  newest(limit: number): Promise<StoredEntry[]> {
    return Promise.resolve(this.inOrder().reverse().slice(0, limit));
  }

  between(from: number, to: number): Promise<StoredEntry[]> {
    return Promise.resolve(this.inOrder().filter(({ entry }) => entry.sequence >= from && entry.sequence <= to));
  }

  change(changes: readonly EntryChange[]): Promise<void> {
    return this.inTurn(async () => {
      const lines = changes.flatMap((change): JournalLine[] => {
        const stored = this.entries.get(change.sequence);
        const changed = stored && withChange(stored, change, Date.now());
        if (changed === undefined) return [];
        const { entry, bytes: _bytes, ...rest } = changed;
        return [{ change: { sequence: entry.sequence, ...rest } }];
      });
      if (lines.length === 0) return;
      await this.written(lines, false);
      for (const line of lines) this.take(line);
    });
  }

  counts(): Promise<StoreCounts> {
    const on = (shelf: Shelf): StoredEntry[] => this.inOrder().filter((stored) => stored.shelf === shelf);
    const waiting = on('waiting');
    const counts = { waiting: waiting.length, refused: on('refused').length };
    return Promise.resolve({ ...counts, oldestAt: waiting[0]?.entry.at ?? null });
  }

  /** Writes the file anew without what is dropped; a crash meanwhile leaves the old one. */
  prune(before: number, keep: number): Promise<number> {
    return this.inTurn(async () => {
      const done = this.inOrder().filter(({ shelf }) => shelf === 'done');
      const dropped = done.filter(({ doneAt }, at) => at < done.length - keep || (doneAt ?? Infinity) < before);
      if (dropped.length === 0) return 0;
      for (const { entry } of dropped) {
        this.entries.delete(entry.sequence);
        this.byId.delete(entry.id);
      }
      await this.compact();
      return dropped.length;
    });
  }

  exclusively<Result>(_what: string, work: () => Promise<Result>): Promise<Result> {
    return work(); // nobody else has the file open
  }

  onOutsideChange(): () => void {
    return () => undefined; // nobody else has the file open
  }

  async close(): Promise<void> {
    await this.inTurn(async () => {
      await this.journal?.close();
      this.journal = undefined;
    });
    await this.lock.release();
  }

  private async compact(): Promise<void> {
    const draft = `${this.path}.new`;
    await rm(draft, { force: true });
    const { journal } = await Journal.open(draft);
    await journal.write([{ chain: this.chain }, ...this.inOrder().map((entry) => ({ entry }))], true);
    await rename(draft, this.path);
    const before = this.journal;
    this.journal = journal;
    await journal.syncFolder();
    await before?.close();
  }

  private async written(lines: readonly JournalLine[], isDurable: boolean): Promise<void> {
    if (this.journal === undefined) throw new Error('The queue is closed');
    await this.journal.write(lines, isDurable);
  }

  private take(line: JournalLine): void {
    if ('chain' in line) this.chain = line.chain;
    else if ('entry' in line) this.keep(line.entry);
    else {
      const stored = this.entries.get(line.change.sequence);
      const { sequence: _sequence, ...rest } = line.change;
      if (stored !== undefined) this.entries.set(stored.entry.sequence, { ...stored, ...rest });
    }
  }

  private keep(stored: StoredEntry): void {
    const { id, sequence, hash } = stored.entry;
    this.entries.set(sequence, stored);
    this.byId.set(id, sequence);
    if (sequence > this.chain.sequence) this.chain = { sequence, hash };
  }

  /** A map keeps the order in which its keys came, and they come in sequence. */
  private inOrder(): StoredEntry[] {
    return [...this.entries.values()];
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined); // its caller is told
    return mine;
  }
}
