import type { OutletId } from '../../../kernel/ids.js';
import { EMPTY_CHAIN, type DeviceChain } from './device-chain.js';
import { isSkewed } from './device-clock.js';
import type { SyncTrigger } from './entry-record.js';

/** What is known of a device's queue. */
export interface SyncDevice {
  readonly deviceId: string;
  readonly outletId: OutletId;
  readonly chain: DeviceChain;
  /** Since when something is missing; `null`: nothing is. */
  readonly gapSince: Date | null;
  /** When people were told of that. */
  readonly gapToldAt: Date | null;
  /** The device's clock less the server's, in ms; `null`: nobody has measured it. */
  readonly skewMs: number | null;
  /** Since when its clock is wrong. */
  readonly skewedSince: Date | null;
  readonly lastSyncAt: Date | null;
  readonly lastTrigger: SyncTrigger | null;
  /** Entries that waited on it when it last sent some. */
  readonly waiting: number;
  /** How many events have told of it. */
  readonly eventSequence: number;
}

/** So long numbers may be missing before somebody is told: a batch that was broken off comes again sooner. */
export const GAP_TOLD_AFTER_MS = 10 * 60_000;

/** A device of which nothing has come yet. */
export function newSyncDevice(deviceId: string, outletId: OutletId): SyncDevice {
  return {
    ...{ deviceId, outletId, chain: EMPTY_CHAIN, gapSince: null, gapToldAt: null, skewMs: null, skewedSince: null },
    ...{ lastSyncAt: null, lastTrigger: null, waiting: 0, eventSequence: 0 },
  };
}

/** The device with a chain as it now is. A gap begins with the first number that is missing, and ends with the last. */
export function withChain(device: SyncDevice, chain: DeviceChain, at: Date): SyncDevice {
  if (chain.missing.length === 0) return { ...device, chain, gapSince: null };
  return { ...device, chain, gapSince: device.gapSince ?? at };
}

/** What a batch says of its device. */
export interface BatchSaid {
  readonly at: Date;
  readonly trigger: SyncTrigger;
  readonly waiting: number;
  /** `null`: somebody else sent it; what their clock says is not this device's. */
  readonly skewMs: number | null;
  readonly outletId: OutletId;
}

/** The device after a batch. */
export function heardBatch(device: SyncDevice, { at, trigger, waiting, skewMs, outletId }: BatchSaid): SyncDevice {
  const heard = { ...device, outletId, lastSyncAt: at, lastTrigger: trigger, waiting };
  if (skewMs === null) return heard;
  return { ...heard, skewMs, skewedSince: isSkewed(skewMs) ? (device.skewedSince ?? at) : null };
}

/** True when somebody has to be told of a gap. */
export function isGapDue({ gapSince, gapToldAt }: SyncDevice, now: Date): boolean {
  return gapSince !== null && gapToldAt === null && now.getTime() - gapSince.getTime() >= GAP_TOLD_AFTER_MS;
}

/** True while nobody would be told of a gap yet: what is missing is likely to be on its way. */
export function isGapNew({ gapSince }: SyncDevice, now: Date): boolean {
  return gapSince !== null && now.getTime() - gapSince.getTime() < GAP_TOLD_AFTER_MS;
}

/** True when people who were told of a gap have to be told that it is filled. */
export function isGapOver({ gapSince, gapToldAt }: SyncDevice): boolean {
  return gapSince === null && gapToldAt !== null;
}

/** The device with one more event told of it. */
export function counted(device: SyncDevice): SyncDevice {
  return { ...device, eventSequence: device.eventSequence + 1 };
}
