import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { HeartbeatAnswer } from '../../application/record-sign-of-life.js';
import type { AppVersion, DeviceCommandKindDto } from './device-dtos.js';

/**
 * Percent.
 * @isInt must be an integer
 * @minimum 0
 * @maximum 100
 */
export type BatteryPercent = number;

/**
 * A number of a configuration.
 * @isInt must be an integer
 * @minimum 0
 * @maximum 2147483647
 */
export type ConfigurationRevision = number;

/** How a device is. */
export interface DeviceHeartbeatRequest {
  appVersion: AppVersion;
  /**
   * Entries that wait on it to be sent.
   * @isInt must be an integer
   * @minimum 0
   * @maximum 1000000
   */
  queueDepth: number;
  /** Since when the oldest of them waits. */
  oldestQueuedAt?: Timestamp | null;
  /** Absent: it has none. */
  battery?: BatteryPercent | null;
  charging?: boolean | null;
  /** By its own clock. */
  deviceTime: Timestamp;
  /**
   * The same as when it was linked, found out anew.
   * @minLength 8
   * @maxLength 200
   */
  fingerprint: string;
  network?: 'wifi' | 'ethernet' | 'cellular' | 'none' | 'other';
  /** When it last sent all it had. */
  lastSyncAt?: Timestamp | null;
  /** What it works by. */
  configurationRevision?: ConfigurationRevision | null;
  /**
   * Commands that it has done since.
   * @maxItems 50
   */
  acknowledged?: Uuid[];
}

/** Something for the device to do. It comes with each answer until it is acknowledged. */
export interface CommandForDevice {
  id: Uuid;
  kind: DeviceCommandKindDto;
  /** Of a message. */
  text: string | null;
  reason: string | null;
  sentAt: Timestamp;
}

/** What a device hears back. */
export interface DeviceHeartbeatResponse {
  serverTime: Timestamp;
  /**
   * The device's clock less the server's.
   * @isInt
   */
  clockSkewMs: number;
  /** `locked`: show nothing but that; what waits is still sent. */
  status: 'active' | 'locked';
  lockReason: string | null;
  commands: CommandForDevice[];
  /**
   * Fetch the configuration where it is not the one that the device has.
   * @isInt
   */
  configurationRevision: number;
  licenceStatus: 'unlimited' | 'active' | 'grace' | 'expired' | 'revoked';
}

export interface RotatedDeviceTokenResponse {
  token: string;
  /** How long the token that was replaced is good. */
  oldUntil: Timestamp;
}

/** Shows what a device hears back. */
export function toHeartbeat(answer: HeartbeatAnswer): DeviceHeartbeatResponse {
  const { at, clockSkewMs, status, lockReason, commands, configurationRevision, licence } = answer;
  return {
    ...{ serverTime: at.toISOString(), clockSkewMs, status, lockReason },
    commands: commands.map(({ id, kind, text, reason, sentAt }) => {
      return { id, kind, text, reason, sentAt: sentAt.toISOString() };
    }),
    configurationRevision,
    licenceStatus: licence.status,
  };
}
