import type { SyncEntry } from '../../../src/modules/offline-sync/domain/entry.js';
import { FIRST_HASH } from '../../../src/modules/offline-sync/domain/entry.js';
import { StorageUnavailable } from '../device/storage-needed.js';

/** `waiting`: not sent, or no answer came. `held`: the server has it and waits for something it depends on. The others are settled. */
export type EntryState = 'waiting' | 'applied' | 'held' | 'rejected' | 'quarantined';

/** The order that an entry made or changed, as the server then had it. */
export interface SettledOrder {
  readonly id: string;
  readonly number: string | null;
  readonly version: number;
  readonly status: string;
  readonly receiptNumber: string | null;
}

/** What became of an entry. */
export interface EntryFate {
  readonly state: EntryState;
  readonly code: string | null;
  readonly detail: string | null;
  readonly conflicts: readonly { readonly id: string; readonly cause: string }[];
  readonly order: SettledOrder | null;
  /** When it was last sent, RFC 3339. */
  readonly sentAt: string | null;
}

/** An entry and what became of it. */
export interface QueuedEntry extends EntryFate {
  readonly entry: SyncEntry;
}

/** Where an entry lies: to be sent, refused and to be looked at, or done. */
export type Shelf = 'waiting' | 'refused' | 'done';

/** An entry as a store keeps it. */
export interface StoredEntry extends QueuedEntry {
  readonly shelf: Shelf;
  /** Length of the entry as JSON, in UTF-8 bytes. */
  readonly bytes: number;
  /** When it got its place among what is done, in ms. */
  readonly doneAt: number | null;
}

/** The end of a device's chain. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: FIRST_HASH };

/** A change of what became of an entry. */
export interface EntryChange {
  readonly sequence: number;
  readonly fate: EntryFate;
  readonly shelf: Shelf;
  /** Only where the entry lies there: an answer that comes late changes nothing. */
  readonly from: readonly Shelf[];
}

export interface StoreCounts {
  readonly waiting: number;
  readonly refused: number;
  /** `at` of the oldest that waits. */
  readonly oldestAt: string | null;
}

/** Where a device keeps its entries. Every method is atomic; what `append` has kept survives a crash. */
export interface QueueStore {
  head(): Promise<ChainHead>;
  /**
   * Keeps the entry behind `after`. @returns false where the chain does not end there (any more), or the id is taken.
   * @throws QueueFull when there is no room: then nothing was kept.
   */
  append(entry: SyncEntry, bytes: number, after: ChainHead): Promise<boolean>;
  find(id: string): Promise<StoredEntry | undefined>;
  /** Entries of a shelf behind a sequence, in order. */
  after(shelf: Shelf, sequence: number, limit: number): Promise<StoredEntry[]>;
  /** The newest entries of all shelves, newest first. */
  newest(limit: number): Promise<StoredEntry[]>;
  /** Entries with a sequence from `from` to `to`, both inclusive. */
  between(from: number, to: number): Promise<StoredEntry[]>;
  change(changes: readonly EntryChange[]): Promise<void>;
  counts(): Promise<StoreCounts>;
  /** Drops what was done before `before` (ms), and all but the newest `keep` that are done. @returns how many. */
  prune(before: number, keep: number): Promise<number>;
  /** One at a time over all users of the store; who waits longer than `patienceMs` goes ahead. */
  exclusively<Result>(what: string, work: () => Promise<Result>, patienceMs?: number): Promise<Result>;
  /** Told when another user of the store has changed it. @returns what ends that. */
  onOutsideChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The device has no room left. The entry was not kept: do not show it as done. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
  readonly code = 'queue_full';

  constructor(cause?: unknown) {
    super('This device has no room left for more entries', { cause });
  }
}

/** Entries cannot be kept here at all. */
export class QueueUnavailable extends StorageUnavailable {
  override readonly name = 'QueueUnavailable';
}

/** An entry is larger than a server takes. */
export class EntryTooLarge extends RangeError {
  override readonly name = 'EntryTooLarge';
  readonly code = 'entry_too_large';

  constructor(readonly bytes: number) {
    super(`An entry of ${bytes} bytes is too large to be sent`);
  }
}

/** Where entries of a state lie. */
export function shelfOf(state: EntryState): Shelf {
  if (state === 'waiting' || state === 'held') return 'waiting';
  return state === 'applied' ? 'done' : 'refused';
}

/** The part that is shown. */
export function shownEntry({ entry, state, code, detail, conflicts, order, sentAt }: StoredEntry): QueuedEntry {
  return { entry, state, code, detail, conflicts, order, sentAt };
}
