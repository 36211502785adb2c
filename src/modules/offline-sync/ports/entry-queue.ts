import type { Tx } from '../../../kernel/transaction.js';
import type { Blockers, Happened, HeldEntry, Neighbours } from '../domain/entry-standing.js';
import type { EntryRecord, EntryRecordId, EntryStatus } from '../domain/entry-record.js';
import type { SyncConflict, ConflictId } from '../domain/sync-conflict.js';
import type { SyncDevice } from '../domain/sync-device.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { DeviceJwk } from './sync-surroundings.js';

/** One handling of an entry. */
export interface Handling {
  readonly entryId: EntryRecordId;
  readonly act: 'received' | 'retried' | 'released' | 'discarded';
  readonly at: Date;
  /** As events name actors; `system:…` for work in the background. */
  readonly by: string;
  readonly reason: string | null;
  readonly before: EntryStatus | null;
  readonly after: EntryStatus;
  readonly code: string | null;
}

/** Where an entry stands, of what it is like, by the seal that it came with. */
export type KnownEntry = Pick<EntryRecord, 'id' | 'entryId' | 'fingerprint' | 'status' | 'code' | 'detail' | 'order'>;

/** The entries of the transaction's tenant. */
export interface EntryQueue {
  /** What is known under these ids or fingerprints. */
  known(tx: Tx, ids: readonly string[], fingerprints: readonly string[]): Promise<readonly KnownEntry[]>;
  /** What stands around a number of a device, of what is believed to be of its chain. */
  neighbours(tx: Tx, deviceId: string, sequence: number): Promise<Neighbours>;
  /** What an entry has to wait for. */
  blockers(tx: Tx, entry: EntryRecord): Promise<Blockers>;
  /** The number of the device's entry that an order, drawer session or shift began with; `undefined`: it has not come. */
  beginningOf(tx: Tx, deviceId: string, subjectId: string): Promise<number | undefined>;
  /** @returns false when there is one of the id, the fingerprint, or the place in the chain. */
  add(tx: Tx, entry: EntryRecord): Promise<boolean>;
  find(tx: Tx, id: EntryRecordId): Promise<EntryRecord | undefined>;
  /** @throws Refusal `sync_entry_not_found`. */
  lock(tx: Tx, id: EntryRecordId): Promise<EntryRecord>;
  /** With the commit. */
  save(tx: Tx, entry: EntryRecord): void;
  note(tx: Tx, handling: Handling): void;
  /**
   * Held entries of the device, the first of them by their numbers, and those of other devices that wait for one of these. A device
   * that sends in disorder may have thousands, and asks with each batch: only what tells whether their turn has come is read.
   */
  held(tx: Tx, deviceId: string, changed: readonly string[]): Promise<readonly HeldEntry[]>;
  /** What entries were about: their subjects, and the first words of their kinds. */
  about(tx: Tx, ids: readonly string[]): Promise<Pick<Happened, 'subjects' | 'abouts'>>;
  /** Held entries that the device made before one. @param about `drawer`, `shift`, `order`; `null`: any. */
  heldBefore(
    tx: Tx,
    entry: Pick<EntryRecord, 'deviceId' | 'sequence'>,
    about: string | null,
    limit: number,
  ): Promise<readonly EntryRecordId[]>;
  /** Entries by their ids, in the order of their numbers. */
  those(tx: Tx, ids: readonly EntryRecordId[]): Promise<readonly EntryRecord[]>;
}

/** What is known of the queues of devices. */
export interface SyncDevices {
  /** Locks it until the transaction ends, and makes it where there is none. Whoever handles entries of a device takes this first. */
  lock(tx: Tx, deviceId: string, outletId: OutletId): Promise<SyncDevice>;
  find(tx: Tx, deviceId: string): Promise<SyncDevice | undefined>;
  save(tx: Tx, device: SyncDevice): void;
  /** Remembers the public key that the device signs with: whoever hands its entries on needs it. With the commit. */
  keepKey(tx: Tx, deviceId: string, key: DeviceJwk): void;
}

/** Conflicts of the transaction's tenant. */
export interface SyncConflicts {
  /** @returns false when the entry has one of this cause. */
  add(tx: Tx, conflict: SyncConflict): Promise<boolean>;
  of(tx: Tx, entryIds: readonly string[]): Promise<readonly Pick<SyncConflict, 'id' | 'entryId' | 'cause'>[]>;
  /** @throws Refusal `sync_conflict_not_found`. */
  lock(tx: Tx, id: ConflictId): Promise<SyncConflict>;
  save(tx: Tx, conflict: SyncConflict): Promise<void>;
}
