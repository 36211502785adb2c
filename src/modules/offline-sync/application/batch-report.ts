import type { SyncEntry } from '../domain/entry.js';
import type { SequenceRange } from '../domain/device-chain.js';
import type { EntryOrder, EntryStatus, SyncTrigger } from '../domain/entry-record.js';
import type { DeviceJwk } from '../ports/sync-surroundings.js';

/** What a device sends of its queue, or somebody else for it. */
export interface BatchCommand {
  /** The caller's own device when absent. */
  readonly deviceId: string | undefined;
  readonly key: DeviceJwk | null;
  /** The sender's clock. */
  readonly sentAt: Date;
  /** How many more wait on the device. */
  readonly waiting: number;
  readonly trigger: SyncTrigger;
  readonly entries: readonly SyncEntry[];
}

/** What became of an entry, for whoever sent it. */
export interface BatchResult {
  readonly id: string;
  readonly sequence: number;
  readonly status: Exclude<EntryStatus, 'discarded'> | 'duplicate';
  /** What became of it when it came first; `null`: it came now. */
  readonly first: Exclude<EntryStatus, 'discarded'> | null;
  readonly code: string | null;
  readonly detail: string | null;
  readonly conflicts: readonly { readonly id: string; readonly cause: string }[];
  readonly order: EntryOrder | null;
}

export interface BatchReport {
  readonly results: readonly BatchResult[];
  readonly missing: readonly SequenceRange[];
  readonly through: number;
  /** What the device's next entry has to be. */
  readonly next: { readonly sequence: number; readonly hash: string } | null;
  readonly serverTime: Date;
  readonly pauseMs: number;
}
