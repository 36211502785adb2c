import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { DeviceCommand } from '../../domain/device-command.js';
import { deviceSnapshot } from '../../domain/device-events.js';
import type { DeviceState } from '../../domain/device-state.js';
import type { Device } from '../../domain/device.js';
import type { FleetDevice, Happening } from '../../ports/device-views.js';

export type DeviceKindDto = 'till' | 'tablet' | 'kiosk' | 'kitchen_display' | 'customer_screen' | 'hub';
export type DeviceStatusDto = 'active' | 'locked' | 'unlinked';
/** `dpop`: by a key that never leaves it; `secret`: by a secret that could be copied with the token. */
export type DeviceBindingDto = 'dpop' | 'secret';
/** Of several that are so, the first. */
export type DeviceHealthDto = 'suspect' | 'locked' | 'offline' | 'outdated' | 'online';
export type DeviceCommandKindDto = 'lock' | 'unlock' | 'message' | 'refresh_configuration' | 'update' | 'sign_out';

/**
 * How lists show the device.
 * @minLength 1
 * @maxLength 100
 * @example "Counter left"
 */
export type DeviceName = string;

/**
 * What the maker printed on it.
 * @pattern ^[\x21-\x7e](?:[\x20-\x7e]{0,98}[\x21-\x7e])?$ must be 1 to 100 printable ASCII characters
 * @example "R58M30ABCDE"
 */
export type DeviceSerial = string;

/**
 * The version of the program on the device.
 * @pattern ^\d{1,6}(\.\d{1,6}){0,3}([-+][0-9A-Za-z.-]{1,30})?$ must be like 4.10.2
 * @example "4.10.2"
 */
export type AppVersion = string;

/**
 * Why; kept, and told to the device.
 * @minLength 1
 * @maxLength 200
 * @example "lost on the ferry"
 */
export type DeviceReason = string;

/**
 * Minutes without a touch.
 * @isInt must be an integer
 * @minimum 1
 * @maximum 1440
 */
export type DeviceIdleMinutes = number;

/**
 * What is looked for in names, serials and models.
 * @minLength 1
 * @maxLength 100
 */
export type DeviceSearch = string;

export interface DeviceReasonRequest {
  reason: DeviceReason;
}

export interface UnlinkDeviceRequest {
  reason: DeviceReason;
  /** Although entries wait on the device: they are lost unless somebody has its export. */
  force?: boolean;
}

/** What is changed; what is absent stays. */
export interface ChangeDeviceRequest {
  name?: DeviceName;
  /** Only while no entries wait on the device. */
  outletId?: Uuid;
  /** Null: it never locks by itself. */
  idleLockMinutes?: DeviceIdleMinutes | null;
}

export interface DeviceMessageRequest {
  /**
   * What the device shows.
   * @minLength 1
   * @maxLength 500
   */
  text: string;
}

export interface DeviceCommandRequest {
  kind: 'refresh_configuration' | 'update';
  reason?: DeviceReason;
}

/** A linked device, as people decided it. */
export interface DeviceResponse {
  id: Uuid;
  outletId: Uuid;
  name: string;
  kind: DeviceKindDto;
  serial: string | null;
  status: DeviceStatusDto;
  binding: DeviceBindingDto;
  platform: string;
  model: string;
  /** What its receipt numbers begin with, such as T1: its own at the outlet. Null: it prints none. */
  receiptSeries: string | null;
  /**
   * Null: it never locks by itself.
   * @isInt
   */
  idleLockMinutes: number | null;
  linkedAt: Timestamp;
  /** Who made the code that it was linked with. */
  linkedBy: string;
  lockedAt: Timestamp | null;
  lockReason: string | null;
  unlinkedAt: Timestamp | null;
  unlinkReason: string | null;
  /** Since when another machine seems to use its key; null: none does. */
  suspectedAt: Timestamp | null;
  /** @isInt */
  version: number;
}

/** What a device said last. */
export interface DeviceStateResponse {
  lastSeenAt: Timestamp;
  appVersion: string;
  /**
   * Entries that wait on it to be sent.
   * @isInt
   */
  queueDepth: number;
  oldestQueuedAt: Timestamp | null;
  /**
   * Percent; null: it has none.
   * @isInt
   */
  battery: number | null;
  charging: boolean | null;
  /**
   * Its clock less the server's.
   * @isInt
   */
  clockSkewMs: number | null;
  network: string | null;
  lastSyncAt: Timestamp | null;
  /**
   * The newest configuration that is there for it, and the one that it works by.
   * @isInt
   */
  configurationRevision: number;
  /** @isInt */
  configurationInUse: number | null;
  /**
   * Machines that its key was seen on.
   * @isInt
   */
  machines: number;
}

/** A device of the fleet and how it is. */
export interface FleetDeviceResponse extends DeviceResponse {
  /** Null: it is unlinked. */
  health: DeviceHealthDto | null;
  state: DeviceStateResponse;
}

/** Something that a device is to do. */
export interface DeviceCommandResponse {
  id: Uuid;
  kind: DeviceCommandKindDto;
  /** Of a message. */
  text: string | null;
  reason: string | null;
  status: 'pending' | 'acknowledged' | 'withdrawn';
  sentBy: string;
  sentAt: Timestamp;
  acknowledgedAt: Timestamp | null;
}

/** Something that happened to a device. */
export interface DeviceHappeningResponse {
  /** @isInt */
  sequence: number;
  /** Type of the event that told of it. */
  type: string;
  at: Timestamp;
  actor: string;
  reason: string | null;
}

/** Shows a device. */
export function toDeviceResponse(device: Device): DeviceResponse {
  const { linkedAt, suspectedAt } = device;
  const { version, ...shown } = deviceSnapshot(device);
  const isLocked = device.status === 'locked';
  const isUnlinked = device.status === 'unlinked';
  return {
    ...shown,
    linkedAt: linkedAt.toISOString(),
    lockedAt: isLocked ? device.lockedAt.toISOString() : null,
    lockReason: isLocked ? device.lockReason : null,
    unlinkedAt: isUnlinked ? device.unlinkedAt.toISOString() : null,
    unlinkReason: isUnlinked ? device.unlinkReason : null,
    suspectedAt: textOf(suspectedAt),
    version,
  };
}

/** Shows a device and how it is. */
export function toFleetDeviceResponse({ device, state, health }: FleetDevice): FleetDeviceResponse {
  return { ...toDeviceResponse(device), health, state: toStateResponse(state) };
}

/** Shows something that a device is to do. */
export function toCommandResponse(command: DeviceCommand): DeviceCommandResponse {
  const { id, kind, text, reason, status, sentBy, sentAt, acknowledgedAt } = command;
  return {
    ...{ id, kind, text, reason, status, sentBy, sentAt: sentAt.toISOString() },
    acknowledgedAt: textOf(acknowledgedAt),
  };
}

/** Shows something that happened to a device. */
export function toHappeningResponse({ at, ...happening }: Happening): DeviceHappeningResponse {
  return { ...happening, at: at.toISOString() };
}

function toStateResponse(state: DeviceState): DeviceStateResponse {
  const { appVersion, queueDepth, battery, charging, clockSkewMs, network } = state;
  const { configurationRevision, configurationInUse, fingerprints } = state;
  return {
    ...{ lastSeenAt: state.lastSeenAt.toISOString(), appVersion, queueDepth },
    ...{ oldestQueuedAt: textOf(state.oldestQueuedAt), battery, charging, clockSkewMs, network },
    ...{ lastSyncAt: textOf(state.lastSyncAt), configurationRevision, configurationInUse },
    machines: fingerprints.all.length,
  };
}

function textOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
