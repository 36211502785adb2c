import { moneyDto, type MoneyDto, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { EntryRecord } from '../../domain/entry-record.js';
import type { SyncConflict } from '../../domain/sync-conflict.js';
import type { SyncDevice } from '../../domain/sync-device.js';
import type { ShownSyncDevice } from '../../application/show-sync-device.js';
import type { DeviceDay, EntryShown } from '../../ports/sync-views.js';
import type { SyncOrderDto, SyncPersonDto, SyncRangeDto, SyncTriggerDto } from './sync-batch-dtos.js';

export type SyncEntryStatusDto = 'applied' | 'held' | 'rejected' | 'quarantined' | 'discarded';
export type SyncConflictStatusDto = 'open' | 'resolved' | 'reopened';
export type SyncConflictChoiceDto = 'keep' | 'undone' | 'corrected';

/**
 * A business day of the device's outlet.
 * @pattern ^\d{4}-\d{2}-\d{2}$ must be a date as YYYY-MM-DD
 * @example "2026-01-31"
 */
export type SyncDay = string;

/**
 * Words of a person.
 * @minLength 1
 * @maxLength 500
 */
export type SyncText = string;

export interface DecideOnEntryRequest {
  /** Why. */
  reason: SyncText;
}

export interface ResolveConflictRequest {
  /** `keep`: it stays as it was charged. `undone`, `corrected`: somebody did so, with other commands. */
  choice: SyncConflictChoiceDto;
  note?: SyncText;
}

export interface ReopenConflictRequest {
  note?: SyncText;
}

/** An entry as lists show it. */
export interface QueuedEntryResponse {
  id: Uuid;
  /** As the device named it; another than `id` only where the entry is not believed. */
  entryId: Uuid;
  deviceId: Uuid;
  outletId: Uuid;
  /** @isInt */
  sequence: number;
  /** False for what is not believed to be of the device's chain. */
  inChain: boolean;
  kind: string;
  /** The order, drawer session or shift. */
  subjectId: string | null;
  actor: SyncPersonDto;
  approver: SyncPersonDto | null;
  /** The device's clock. */
  deviceAt: Timestamp;
  receivedAt: Timestamp;
  /**
   * The device's clock less the server's, when it was sent; null: not measured.
   * @isLong
   */
  skewMs: number | null;
  /** When it happened, as believed. */
  happenedAt: Timestamp;
  /** The trading day of that. */
  businessDate: string;
  relayedBy: string | null;
  trigger: SyncTriggerDto;
  status: SyncEntryStatusDto;
  code: string | null;
  detail: string | null;
  /** What belongs to `code`: in quarantine for a fork, `rivalId` is the other entry. */
  facts: { [member: string]: unknown };
  waitsFor: string[];
  order: SyncOrderDto | null;
  /** @isInt */
  tries: number;
  /** When it is tried again by itself. */
  nextTryAt: Timestamp | null;
  /** @isInt */
  version: number;
}

export interface EntryHandlingDto {
  act: 'received' | 'retried' | 'released' | 'discarded';
  at: Timestamp;
  by: string;
  reason: string | null;
  before: SyncEntryStatusDto | null;
  after: SyncEntryStatusDto;
  code: string | null;
}

/** An entry with all that is known. */
export interface QueuedEntryDetails extends QueuedEntryResponse {
  /** What was done. */
  /** null: it is so old that what it said was removed; what it did is in the books. */
  body: { [member: string]: unknown } | null;
  dependsOn: string[];
  previousHash: string;
  hash: string;
  signature: string;
  /** Oldest first. */
  handlings: EntryHandlingDto[];
  conflicts: SyncConflictResponse[];
}

export interface SyncConflictResponse {
  id: Uuid;
  entryId: Uuid;
  deviceId: Uuid;
  outletId: Uuid;
  subjectId: string | null;
  /** What does not agree: `price_differs`, `person_without_right`, `clock_ahead`, … */
  cause: string;
  /** Both sides of it. */
  facts: { [member: string]: unknown };
  /** By itself `keep`: what was charged stays charged. */
  choice: SyncConflictChoiceDto;
  /** How it can be undone, in a word such as `order.refund`. */
  undo: string | null;
  status: SyncConflictStatusDto;
  openedAt: Timestamp;
  decidedBy: string | null;
  decidedAt: Timestamp | null;
  note: string | null;
  /** @isInt */
  version: number;
}

/** How a device's queue fares. */
export interface SyncDeviceResponse {
  deviceId: Uuid;
  outletId: Uuid;
  /**
   * Up to which nothing is missing.
   * @isInt
   */
  through: number;
  /** @isInt */
  highest: number;
  headHash: string;
  /** A hundred ranges at most. */
  missing: SyncRangeDto[];
  gapSince: Timestamp | null;
  /**
   * The device's clock less the server's; null: not measured.
   * @isLong
   */
  skewMs: number | null;
  /** Since when its clock is wrong by more than five minutes. */
  skewedSince: Timestamp | null;
  lastSyncAt: Timestamp | null;
  lastTrigger: SyncTriggerDto | null;
  /**
   * What waited on it when it last sent something.
   * @isInt
   */
  waiting: number;
}

export interface SyncEntryCountsDto {
  /** @isInt */
  applied: number;
  /** @isInt */
  held: number;
  /** @isInt */
  rejected: number;
  /** @isInt */
  quarantined: number;
  /** @isInt */
  discarded: number;
}

/** What a device sold in a business day and currency, as the books have it. */
export interface SyncDeviceDayDto {
  businessDate: SyncDay;
  currency: string;
  /**
   * Orders that are settled, given back or not.
   * @isInt
   */
  sales: number;
  total: MoneyDto;
  /** Kept of payments: without the change that was handed back. */
  paid: MoneyDto;
  refunded: MoneyDto;
}

export interface SyncDeviceDetails extends SyncDeviceResponse {
  entries: SyncEntryCountsDto;
  days: SyncDeviceDayDto[];
}

const RANGES_MAX = 100;

/** Shows an entry. */
export function toEntryResponse(entry: EntryRecord): QueuedEntryResponse {
  const { id, entryId, deviceId, outletId, sequence, inChain, kind, subjectId, actor, approver, skewMs } = entry;
  const { businessDate, relayedBy, trigger, status, code, detail, tries, version, order } = entry;
  return {
    ...{ id, entryId, deviceId, outletId, sequence, inChain, kind, subjectId, skewMs, businessDate, relayedBy },
    ...{ trigger, status, code, detail, tries, version, facts: entry.facts, waitsFor: [...entry.waitsFor] },
    ...{ actor: { ...actor }, approver: approver && { ...approver }, order: order && { ...order } },
    ...{ deviceAt: entry.deviceAt.toISOString(), receivedAt: entry.receivedAt.toISOString() },
    ...{ happenedAt: entry.happenedAt.toISOString(), nextTryAt: entry.nextTryAt?.toISOString() ?? null },
  };
}

/** Shows an entry with its history. */
export function toEntryDetails({ entry, handlings, conflicts }: EntryShown): QueuedEntryDetails {
  const { body, dependsOn, previousHash, hash, signature } = entry;
  return {
    ...{
      ...toEntryResponse(entry),
      body: Object.keys(body).length === 0 ? null : body,
      dependsOn: [...dependsOn],
      previousHash,
      hash,
      signature,
    },
    handlings: handlings.map(({ entryId: _entryId, at, ...handling }) => ({ ...handling, at: at.toISOString() })),
    conflicts: conflicts.map(toConflictResponse),
  };
}

/** Shows a conflict. */
export function toConflictResponse(conflict: SyncConflict): SyncConflictResponse {
  const { openedAt, decidedAt, ...rest } = conflict;
  return { ...rest, openedAt: openedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
}

/** Shows how a device's queue fares. */
export function toDeviceResponse(device: SyncDevice): SyncDeviceResponse {
  const { deviceId, outletId, chain, skewMs, lastTrigger, waiting } = device;
  const { through, highest, headHash, missing } = chain;
  return {
    ...{ deviceId, outletId, through, highest, headHash, skewMs, lastTrigger, waiting },
    missing: missing.slice(0, RANGES_MAX).map(({ from, to }) => ({ from, to })),
    ...{ gapSince: device.gapSince?.toISOString() ?? null, skewedSince: device.skewedSince?.toISOString() ?? null },
    lastSyncAt: device.lastSyncAt?.toISOString() ?? null,
  };
}

/** Shows it with how many of its entries stand how, and what it sold. */
export function toDeviceDetails({ device, counts, days }: ShownSyncDevice): SyncDeviceDetails {
  const { applied = 0, held = 0, rejected = 0, quarantined = 0, discarded = 0 } = counts;
  const entries = { applied, held, rejected, quarantined, discarded };
  return { ...toDeviceResponse(device), entries, days: days.map(toDay) };
}

function toDay({ businessDate, currency, sales, total, paid, refunded }: DeviceDay): SyncDeviceDayDto {
  const sums = { total: moneyDto(total), paid: moneyDto(paid), refunded: moneyDto(refunded) };
  return { businessDate, currency, sales, ...sums };
}
