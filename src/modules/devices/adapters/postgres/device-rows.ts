import type { Id, OutletId } from '../../../../kernel/ids.js';
import type { CommandId, DeviceCommand } from '../../domain/device-command.js';
import type { DeviceKind } from '../../domain/device-kind.js';
import type { DeviceState } from '../../domain/device-state.js';
import type { Device, DeviceProof } from '../../domain/device.js';
import { versionParts } from '../../domain/app-version.js';

export interface DeviceRow {
  id: string;
  outlet_id: string;
  name: string;
  kind: DeviceKind;
  serial: string | null;
  status: Device['status'];
  binding: 'dpop' | 'secret';
  thumbprint: string | null;
  secret_hash: string | null;
  platform: string;
  model: string;
  idle_lock_minutes: number | null;
  linked_at: Date;
  linked_by: string;
  link_code_id: string;
  locked_at: Date | null;
  lock_reason: string | null;
  unlinked_at: Date | null;
  unlink_reason: string | null;
  suspected_at: Date | null;
  receipt_series: string | null;
  event_sequence: number;
  version: number;
}

// prettier-ignore
export const DEVICE_COLUMNS = [
  'id', 'outlet_id', 'name', 'kind', 'serial', 'status', 'binding', 'thumbprint', 'secret_hash', 'platform', 'model',
  'idle_lock_minutes', 'linked_at', 'linked_by', 'link_code_id', 'locked_at', 'lock_reason', 'unlinked_at', 'unlink_reason',
  'suspected_at', 'receipt_series', 'event_sequence', 'version',
] as const;

export interface StateRow {
  last_seen_at: Date;
  app_version: string;
  app_version_parts: number[];
  queue_depth: number;
  oldest_queued_at: Date | null;
  battery: number | null;
  charging: boolean | null;
  clock_skew_ms: number | null;
  network: string | null;
  last_sync_at: Date | null;
  fingerprint: string;
  fingerprints: string[];
  configuration_hash: string;
  configuration_revision: number;
  configuration_in_use: number | null;
  offline_due_at: Date | null;
  offline_told_at: Date | null;
}

// prettier-ignore
export const STATE_COLUMNS = [
  'last_seen_at', 'app_version', 'app_version_parts', 'queue_depth', 'oldest_queued_at', 'battery', 'charging', 'clock_skew_ms',
  'network', 'last_sync_at', 'fingerprint', 'fingerprints', 'configuration_hash', 'configuration_revision',
  'configuration_in_use', 'offline_due_at', 'offline_told_at',
] as const;

/** The columns of devices `d` and of their states `s`, which have no name in common. */
export const BOTH = [...DEVICE_COLUMNS.map((name) => `d.${name}`), ...STATE_COLUMNS.map((name) => `s.${name}`)].join(
  ', ',
);

/** The device that a row tells of. */
export function toDevice(row: DeviceRow): Device {
  const { status, locked_at: lockedAt, unlinked_at: unlinkedAt } = row;
  return {
    ...{ id: row.id as Id<'device'>, outletId: row.outlet_id as OutletId, name: row.name, kind: row.kind },
    ...{ serial: row.serial, status, proof: toProof(row), platform: row.platform, model: row.model },
    ...{ idleLockMinutes: row.idle_lock_minutes, linkedAt: row.linked_at, linkedBy: row.linked_by },
    linkCodeId: row.link_code_id as Id<'link-code'>,
    receiptSeries: row.receipt_series,
    ...(status === 'locked' && { lockedAt, lockReason: row.lock_reason }),
    ...(status === 'unlinked' && { unlinkedAt, unlinkReason: row.unlink_reason }),
    ...{ suspectedAt: row.suspected_at, eventSequence: row.event_sequence, version: row.version },
  } as Device;
}

/** The columns of a device. */
export function fromDevice(device: Device): DeviceRow {
  const { proof } = device;
  const isLocked = device.status === 'locked';
  const isUnlinked = device.status === 'unlinked';
  return {
    ...{ id: device.id, outlet_id: device.outletId, name: device.name, kind: device.kind, serial: device.serial },
    ...{ status: device.status, binding: proof.by, thumbprint: proof.by === 'dpop' ? proof.thumbprint : null },
    secret_hash: proof.by === 'secret' ? proof.hash : null,
    ...{ platform: device.platform, model: device.model, idle_lock_minutes: device.idleLockMinutes },
    ...{ linked_at: device.linkedAt, linked_by: device.linkedBy, link_code_id: device.linkCodeId },
    ...{ locked_at: isLocked ? device.lockedAt : null, lock_reason: isLocked ? device.lockReason : null },
    receipt_series: device.receiptSeries,
    unlinked_at: isUnlinked ? device.unlinkedAt : null,
    unlink_reason: isUnlinked ? device.unlinkReason : null,
    ...{ suspected_at: device.suspectedAt, event_sequence: device.eventSequence, version: device.version },
  };
}

/** What a row says that a device said last. */
export function toState(row: StateRow): DeviceState {
  return {
    ...{ lastSeenAt: row.last_seen_at, appVersion: row.app_version, queueDepth: row.queue_depth },
    ...{ oldestQueuedAt: row.oldest_queued_at, battery: row.battery, charging: row.charging },
    ...{ clockSkewMs: row.clock_skew_ms, network: row.network, lastSyncAt: row.last_sync_at },
    fingerprints: { last: row.fingerprint, all: row.fingerprints },
    ...{ configurationHash: row.configuration_hash, configurationRevision: row.configuration_revision },
    ...{ configurationInUse: row.configuration_in_use, offlineDueAt: row.offline_due_at },
    offlineToldAt: row.offline_told_at,
  };
}

/** The columns of what a device said last. */
export function fromState(state: DeviceState): StateRow {
  return {
    ...{ last_seen_at: state.lastSeenAt, app_version: state.appVersion },
    app_version_parts: [...versionParts(state.appVersion)],
    ...{ queue_depth: state.queueDepth, oldest_queued_at: state.oldestQueuedAt, battery: state.battery },
    ...{ charging: state.charging, clock_skew_ms: state.clockSkewMs, network: state.network },
    ...{ last_sync_at: state.lastSyncAt, fingerprint: state.fingerprints.last },
    fingerprints: [...state.fingerprints.all],
    ...{ configuration_hash: state.configurationHash, configuration_revision: state.configurationRevision },
    ...{ configuration_in_use: state.configurationInUse, offline_due_at: state.offlineDueAt },
    offline_told_at: state.offlineToldAt,
  };
}

export interface CommandRow {
  id: string;
  device_id: string;
  kind: DeviceCommand['kind'];
  text: string | null;
  reason: string | null;
  status: DeviceCommand['status'];
  sent_by: string;
  sent_at: Date;
  acknowledged_at: Date | null;
}

// prettier-ignore
export const COMMAND_COLUMNS = [
  'id', 'device_id', 'kind', 'text', 'reason', 'status', 'sent_by', 'sent_at', 'acknowledged_at',
] as const;

/** The command that a row tells of. */
export function toCommand(row: CommandRow): DeviceCommand {
  return {
    ...{ id: row.id as CommandId, deviceId: row.device_id as Id<'device'>, kind: row.kind, text: row.text },
    ...{ reason: row.reason, status: row.status, sentBy: row.sent_by, sentAt: row.sent_at },
    acknowledgedAt: row.acknowledged_at,
  };
}

function toProof({ binding, thumbprint, secret_hash: hash, id }: DeviceRow): DeviceProof {
  if (binding === 'dpop' && thumbprint !== null) return { by: 'dpop', thumbprint };
  if (binding === 'secret' && hash !== null) return { by: 'secret', hash };
  throw new Error(`device ${id} has no proof of its kind`);
}
