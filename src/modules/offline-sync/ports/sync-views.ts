import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { EntryRecord, EntryStatus } from '../domain/entry-record.js';
import type { ConflictStatus, SyncConflict } from '../domain/sync-conflict.js';
import type { SyncDevice } from '../domain/sync-device.js';
import type { Handling } from './entry-queue.js';

/** Which page is asked for. `after`: time and id of the last one of the page before. */
interface Paged {
  readonly limit: number;
  readonly after: readonly [string, string] | undefined;
}

export interface EntryQuery extends Paged {
  readonly deviceId?: string | undefined;
  readonly status?: EntryStatus | undefined;
  readonly kind?: string | undefined;
  readonly outletId?: string | undefined;
  /** Received from then on, and before then. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export interface ConflictQuery extends Paged {
  readonly status?: ConflictStatus | undefined;
  readonly cause?: string | undefined;
  readonly outletId?: string | undefined;
  readonly deviceId?: string | undefined;
}

export interface SyncDeviceQuery {
  readonly outletId?: string | undefined;
  readonly limit: number;
  /** Id of the last one of the page before. */
  readonly after: string | undefined;
}

/** How many of a device's entries stand how. */
export type EntryCounts = Readonly<Partial<Record<EntryStatus, number>>>;

/** An entry with its history and what it did not agree with. */
export interface EntryShown {
  readonly entry: EntryRecord;
  readonly handlings: readonly Handling[];
  readonly conflicts: readonly SyncConflict[];
}

/** Reads of queues. Who may act for some outlets sees those. One more than the limit is read, to see whether there is a next page. */
export interface SyncViews {
  entries(context: RequestContext, query: EntryQuery): Promise<readonly EntryRecord[]>;
  /** @throws Refusal `sync_entry_not_found`. */
  entry(context: RequestContext, id: string): Promise<EntryShown>;
  conflicts(context: RequestContext, query: ConflictQuery): Promise<readonly SyncConflict[]>;
  /** @throws Refusal `sync_conflict_not_found`. */
  conflict(context: RequestContext, id: string): Promise<SyncConflict>;
  devices(context: RequestContext, query: SyncDeviceQuery): Promise<readonly SyncDevice[]>;
  /** @throws Refusal `sync_device_not_found`. */
  device(context: RequestContext, id: string): Promise<{ readonly device: SyncDevice; readonly counts: EntryCounts }>;
}

/** What a device sold in a business day and currency, as the books have it. */
export interface DeviceDay {
  /** `YYYY-MM-DD` */
  readonly businessDate: string;
  readonly currency: string;
  /** Orders that are settled, given back or not. */
  readonly sales: number;
  readonly total: Money;
  /** Kept of payments: without the change that was handed back. */
  readonly paid: Money;
  readonly refunded: Money;
}

/** Sums of what devices sold. */
export interface DeviceDays {
  /** Of the device by business day and currency; both days count. */
  of(tx: Tx, deviceId: string, from: string, to: string): Promise<readonly DeviceDay[]>;
}
