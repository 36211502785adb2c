import type { Tx } from '../../../kernel/transaction.js';
import type { ReplicaTable } from '../domain/replica-tables.js';
import type { CloudHead, RelayedEntry } from '../domain/relayed-entry.js';
import type { ReplicaPage } from './cloud.js';

/** Reads, in the cloud, what a hub gets. */
export interface ReplicaSource {
  /** What the contents of each table are told apart by; one question. */
  digests(tx: Tx, outletId: string): Promise<readonly { readonly table: string; readonly digest: string }[]>;
  /** @param after `next` of the page before. */
  page(tx: Tx, table: ReplicaTable, outletId: string, after: string | null): Promise<ReplicaPage>;
  /** Of the devices of the outlet. @param since the oldest entries that a hub without any is given. */
  heads(tx: Tx, outletId: string, since: Date): Promise<readonly CloudHead[]>;
  /** What is of the device's chain, in the order of numbers; at most so many that an answer stays small. */
  entries(tx: Tx, outletId: string, deviceId: string, from: number, to: number): Promise<readonly RelayedEntry[]>;
}
