import type { CloudHead, DeviceKey, RelayedEntry } from '../domain/relayed-entry.js';

/** What a hub is told each time that it asks how things stand. */
export interface Manifest {
  readonly tables: readonly { readonly table: string; readonly digest: string }[];
  readonly devices: readonly CloudHead[];
}

/** Rows as JSON texts: numbers and the order of members stay as they are. */
export interface ReplicaPage {
  readonly rows: readonly string[];
  /** `null`: that was all. */
  readonly next: string | null;
}

/** What a hub hands on. */
export interface RelayedBatch {
  readonly deviceId: string;
  readonly key: DeviceKey | null;
  readonly waiting: number;
  readonly entries: readonly RelayedEntry[];
}

/** What became of an entry in the cloud. */
export interface CloudOutcome {
  readonly id: string;
  readonly sequence: number;
  readonly status: 'applied' | 'duplicate' | 'held' | 'rejected' | 'quarantined';
  readonly code: string | null;
}

export interface CloudReport {
  readonly results: readonly CloudOutcome[];
  readonly pauseMs: number;
}

/** What the cloud says of a PIN. */
export type PinAnswer =
  { readonly is: 'right' | 'wrong' | 'unreachable' } | { readonly is: 'locked'; readonly retryAfterSeconds: number };

/** The cloud cannot be reached; a refusal of it is another error. */
export class UplinkDown extends Error {}

/** The cloud understood and refused. */
export class UplinkRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The cloud, as a hub sees it. All throw UplinkDown and UplinkRefused. */
export interface Cloud {
  manifest(): Promise<Manifest>;
  rows(table: string, after: string | null): Promise<ReplicaPage>;
  entries(deviceId: string, from: number, to: number): Promise<readonly RelayedEntry[]>;
  send(batch: RelayedBatch, sentAt: Date): Promise<CloudReport>;
  /** Never throws. */
  checkPin(deviceId: string, personId: string, pin: string): Promise<PinAnswer>;
}
