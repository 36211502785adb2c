import type { Tx } from '../../../kernel/transaction.js';
import type { ReplicaTable } from '../domain/replica-tables.js';
import type { CloudHead, DeviceHead, DeviceKey, RelayedEntry } from '../domain/relayed-entry.js';
import type { CloudOutcome } from './cloud.js';

/** How the hub stands with the cloud. */
export interface HubState {
  readonly uplink: 'up' | 'down';
  readonly uplinkSince: Date;
  /** When all that is copied was last known to be as in the cloud. */
  readonly replicaAt: Date | null;
  readonly relayedAt: Date | null;
}

/** Entries of a device that the cloud has not been handed. */
export interface DueRelay {
  readonly deviceId: string;
  readonly key: DeviceKey | null;
  /** How many there are, up to a bound. */
  readonly waiting: number;
}

/** What the hub keeps of the cloud. */
export interface HubStore {
  state(tx: Tx): Promise<HubState | undefined>;
  saveUplink(tx: Tx, uplink: HubState['uplink'], at: Date): Promise<void>;
  saveReplicaAt(tx: Tx, at: Date): Promise<void>;
  digests(tx: Tx): Promise<Readonly<Record<string, string>>>;
  /** Devices with something to hand on. */
  due(tx: Tx): Promise<readonly DueRelay[]>;
  /** The next to hand on of a device, by their numbers; what is not of its chain comes as well. At most `limit`. */
  next(tx: Tx, deviceId: string, limit: number): Promise<readonly RelayedEntry[]>;
  /** Takes note of what the cloud said, and of how far the device's entries are there. */
  noteRelayed(tx: Tx, deviceId: string, outcomes: readonly CloudOutcome[], at: Date): Promise<void>;
  heads(tx: Tx): Promise<readonly DeviceHead[]>;
  /** Has a device's chain begin where the cloud lets it begin. */
  beginChain(tx: Tx, head: CloudHead, outletId: string): Promise<void>;
  /** Keeps the hub's own hash of a PIN while it is the one that was set then. */
  keepPin(tx: Tx, personId: string, hash: string): Promise<void>;
}

/** Writes copies of tables. */
export interface ReplicaWriter {
  /** Makes the hub's table as these rows are, in one transaction. @throws Error that says what to do where it cannot. */
  write(table: ReplicaTable, rows: readonly string[], digest: string): Promise<void>;
}
