import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { EntryRecord } from './entry-record.js';
import type { SyncConflict } from './sync-conflict.js';
import type { SyncDevice } from './sync-device.js';

/** An entry as events show it. What it says stays in the queue. */
export interface SyncEntrySnapshot {
  readonly id: string;
  readonly entryId: string;
  readonly deviceId: string;
  readonly outletId: OutletId;
  /** @asType integer */
  readonly sequence: number;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly status: string;
  readonly code: string | null;
  /** @format date-time */
  readonly deviceAt: string;
  /** @format date-time */
  readonly happenedAt: string;
  /** @format date-time */
  readonly receivedAt: string;
  /** @format date */
  readonly businessDate: string;
  /** @asType integer */
  readonly version: number;
}

/** Numbers that are missing, both inclusive. */
export interface MissingRange {
  /** @asType integer */
  readonly from: number;
  /** @asType integer */
  readonly to: number;
}

/** How far a device's entries have come, as events show it. */
export interface SyncDeviceSnapshot {
  readonly deviceId: string;
  readonly outletId: OutletId;
  /** @asType integer */
  readonly through: number;
  /** @asType integer */
  readonly highest: number;
  /** At most a hundred. */
  readonly missing: readonly MissingRange[];
  readonly skewMs: number | null;
  /** @asType integer */
  readonly waiting: number;
  /** @format date-time */
  readonly lastSyncAt: string | null;
}

/** A conflict as events show it. */
export interface SyncConflictSnapshot {
  readonly id: string;
  readonly entryId: string;
  readonly deviceId: string;
  readonly outletId: OutletId;
  readonly subjectId: string | null;
  readonly cause: string;
  readonly choice: string;
  readonly undo: string | null;
  readonly status: string;
  readonly decidedBy: string | null;
  readonly note: string | null;
  /** @asType integer */
  readonly version: number;
}

interface OfEntry {
  readonly entry: SyncEntrySnapshot;
}
interface DecidedOn extends OfEntry {
  /** What it was before. */
  readonly before: string;
  readonly reason: string;
}
interface OfDevice {
  readonly device: SyncDeviceSnapshot;
}
interface OfConflict {
  readonly conflict: SyncConflictSnapshot;
}

/** The data of this module's events by their types. */
export interface SyncDeviceEvents {
  /** An entry cannot take effect; somebody has to look. */
  'pos.sync.entry_rejected': OfEntry;
  /** An entry is not believed: its seal, its place in the chain or its device is not right. */
  'pos.sync.entry_quarantined': OfEntry;
  /** Somebody has an entry tried again. */
  'pos.sync.entry_retried': DecidedOn;
  /** Somebody believes an entry that was in quarantine. */
  'pos.sync.entry_released': DecidedOn;
  /** Somebody decided that an entry shall never take effect. */
  'pos.sync.entry_discarded': DecidedOn;
  /** Entries of a device have been missing for ten minutes. */
  'pos.sync.gap_found': OfDevice;
  /** What was missing of a device has come. */
  'pos.sync.gap_filled': OfDevice;
  /** The clock of a device is wrong by more than five minutes. */
  'pos.sync.clock_wrong': OfDevice;
}

/** The data of the events of conflicts by their types. */
export interface SyncConflictEvents {
  /** What a device did does not agree with what is known here; it was taken all the same. */
  'pos.sync.conflict_opened': OfConflict;
  /** Somebody decided on a conflict. */
  'pos.sync.conflict_resolved': OfConflict;
  /** Somebody took a decision on a conflict back. */
  'pos.sync.conflict_reopened': OfConflict;
}

export type SyncDeviceEvent = {
  [Type in keyof SyncDeviceEvents]: DomainEvent<Type, SyncDeviceEvents[Type]>;
}[keyof SyncDeviceEvents];
export type SyncConflictEvent = {
  [Type in keyof SyncConflictEvents]: DomainEvent<Type, SyncConflictEvents[Type]>;
}[keyof SyncConflictEvents];

export type DecidedType = 'pos.sync.entry_retried' | 'pos.sync.entry_released' | 'pos.sync.entry_discarded';

/** That an entry needs somebody. The device's count has to be raised for it beforehand. */
export function entryEvent(
  type: 'pos.sync.entry_rejected' | 'pos.sync.entry_quarantined',
  entry: EntryRecord,
  device: SyncDevice,
): SyncDeviceEvent {
  return { type, ...placeOf(device), outletId: entry.outletId, data: { entry: entrySnapshot(entry) } };
}

/** What somebody decided on an entry, and why. The device's count has to be raised for it beforehand. */
export function decidedEvent(
  type: DecidedType,
  entry: EntryRecord,
  before: string,
  reason: string,
  device: SyncDevice,
): SyncDeviceEvent {
  return { type, ...placeOf(device), outletId: entry.outletId, data: { entry: entrySnapshot(entry), before, reason } };
}

/** What is to be told of a device. Its count has to be raised for it beforehand. */
export function deviceEvent(
  type: 'pos.sync.gap_found' | 'pos.sync.gap_filled' | 'pos.sync.clock_wrong',
  device: SyncDevice,
): SyncDeviceEvent {
  return { type, ...placeOf(device), outletId: device.outletId, data: { device: deviceSnapshot(device) } };
}

/** The event of a conflict as it now is. */
export function conflictEvent(type: keyof SyncConflictEvents, conflict: SyncConflict): SyncConflictEvent {
  const { id, entryId, deviceId, outletId, subjectId, cause, choice, undo, status, decidedBy, note, version } =
    conflict;
  return {
    ...{ type, aggregate: 'sync_conflicts', aggregateId: id, sequence: version, outletId },
    data: {
      conflict: { id, entryId, deviceId, outletId, subjectId, cause, choice, undo, status, decidedBy, note, version },
    },
  };
}

function placeOf({ deviceId, eventSequence }: SyncDevice) {
  return { aggregate: 'sync_devices', aggregateId: deviceId, sequence: eventSequence };
}

function entrySnapshot(entry: EntryRecord): SyncEntrySnapshot {
  const { id, entryId, deviceId, outletId, sequence, kind, subjectId, status, code, businessDate, version } = entry;
  return {
    ...{ id, entryId, deviceId, outletId, sequence, kind, subjectId, status, code, businessDate, version },
    deviceAt: entry.deviceAt.toISOString(),
    happenedAt: entry.happenedAt.toISOString(),
    receivedAt: entry.receivedAt.toISOString(),
  };
}

const RANGES_MAX = 100;

function deviceSnapshot(device: SyncDevice): SyncDeviceSnapshot {
  const { deviceId, outletId, chain, skewMs, waiting, lastSyncAt } = device;
  const { through, highest, missing } = chain;
  return {
    ...{ deviceId, outletId, through, highest, skewMs, waiting, lastSyncAt: lastSyncAt?.toISOString() ?? null },
    missing: missing.slice(0, RANGES_MAX).map(({ from, to }) => ({ from, to })),
  };
}
