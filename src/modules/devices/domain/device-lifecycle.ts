import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { commandEvent, deviceEvent, deviceSnapshot, type DeviceEvent, type DeviceSettings } from './device-events.js';
import type { DeviceCommand } from './device-command.js';
import type { ActiveDevice, Device, DeviceRefusal, LockedDevice, UnlinkedDevice } from './device.js';

type Linked = ActiveDevice | LockedDevice;
type Decided<State extends Device = Device> = Decision<State, DeviceEvent>;
export type NewDevice = Omit<ActiveDevice, 'status' | 'linkedAt' | 'suspectedAt' | 'eventSequence' | 'version'>;
export type DeviceChanges = Partial<DeviceSettings>;

/** How long the token that was replaced is good for. */
export const OLD_TOKEN_MS = 86_400_000;

/** Takes a device in. */
export function link(device: NewDevice, at: Date): Decided<ActiveDevice> {
  const state: ActiveDevice = {
    ...device,
    ...{ status: 'active', linkedAt: at, suspectedAt: null, eventSequence: 1, version: 1 },
  };
  const data = { device: deviceSnapshot(state), linkCodeId: state.linkCodeId };
  return { state, events: [deviceEvent('pos.device.linked', state, data)] };
}

/**
 * Changes how a device is called, where it is, when it locks. What is absent stays; what changes nothing tells nothing.
 * @param series its receipt series at the outlet that it moves to.
 * @param queueDepth entries that wait on it. @throws Refusal `device_unlinked`, `device_has_queue` for a move while entries
 * wait: they belong to the old outlet.
 */
export function change(
  device: Device,
  changes: DeviceChanges,
  queueDepth: number,
  series: string | null = device.receiptSeries,
): Decided {
  const linked = assertLinked(device);
  const before = settingsOf(device);
  const after = { ...before, ...changes };
  if (isSame(before, after)) return { state: device, events: [] };
  if (after.outletId !== before.outletId) assertEmpty(linked, queueDepth);
  const receiptSeries = after.outletId === before.outletId ? device.receiptSeries : series;
  const state = changed({ ...linked, ...after, receiptSeries });
  return { state, events: [deviceEvent('pos.device.changed', state, { device: deviceSnapshot(state), before })] };
}

/** Locks a device from afar. @throws Refusal `device_locked`, `device_unlinked`. */
export function lock(device: Device, reason: string, at: Date): Decided<LockedDevice> {
  const linked = assertLinked(device);
  if (linked.status === 'locked') throw refused('device_locked', device);
  const state: LockedDevice = changed({ ...linked, status: 'locked', lockedAt: at, lockReason: reason });
  return { state, events: [deviceEvent('pos.device.locked', state, { device: deviceSnapshot(state), reason })] };
}

/** Lets a device work again. @throws Refusal `device_not_locked`, `device_unlinked`. */
export function unlock(device: Device, reason: string): Decided<ActiveDevice> {
  const linked = assertLinked(device);
  if (linked.status !== 'locked') throw refused('device_not_locked', device);
  const { lockedAt: _at, lockReason: _reason, ...rest } = linked;
  const state: ActiveDevice = changed({ ...rest, status: 'active' });
  return { state, events: [deviceEvent('pos.device.unlocked', state, { device: deviceSnapshot(state), reason })] };
}

/**
 * Ends the link for good. @param waiting entries on the device, and whether somebody wants it nevertheless (UX §3 "Offline").
 * @throws Refusal `device_has_queue`, `device_unlinked`.
 */
export function unlink(
  device: Device,
  reason: string,
  waiting: { readonly queueDepth: number; readonly force: boolean },
  at: Date,
): Decided<UnlinkedDevice> {
  const linked = assertLinked(device);
  if (!waiting.force) assertEmpty(linked, waiting.queueDepth);
  const { lockedAt: _at, lockReason: _reason, ...rest } = linked as LockedDevice;
  const state: UnlinkedDevice = changed({ ...rest, status: 'unlinked', unlinkedAt: at, unlinkReason: reason });
  const { queueDepth } = waiting;
  const data = { device: deviceSnapshot(state), reason, queueDepth, forced: queueDepth > 0 };
  return { state, events: [deviceEvent('pos.device.unlinked', state, data)] };
}

/** Raises the alarm that there are two of a device. @param machines how many were seen with its key. @throws Refusal `device_unlinked`. */
export function suspect(device: Device, machines: number, at: Date): Decided {
  const state = changed({ ...assertLinked(device), suspectedAt: device.suspectedAt ?? at });
  const data = { device: deviceSnapshot(state), machines };
  return { state, events: [deviceEvent('pos.device.clone_suspected', state, data)] };
}

/** Ends the alarm: somebody has looked. @throws Refusal `device_not_suspect`, `device_unlinked`. */
export function clearSuspicion(device: Device, reason: string): Decided {
  const linked = assertLinked(device);
  if (linked.suspectedAt === null) throw refused('device_not_suspect', device);
  const state = changed({ ...linked, suspectedAt: null });
  const data = { device: deviceSnapshot(state), reason };
  return { state, events: [deviceEvent('pos.device.suspicion_cleared', state, data)] };
}

/** Takes note that a device has a new token. @throws Refusal `device_unlinked`. */
export function rotateToken(device: Device, at: Date): Decided {
  const state = told(assertLinked(device));
  const oldUntil = new Date(at.getTime() + OLD_TOKEN_MS).toISOString();
  const data = { device: deviceSnapshot(state), oldUntil };
  return { state, events: [deviceEvent('pos.device.token_rotated', state, data)] };
}

/** Tells a device to do something. @throws Refusal `device_unlinked`. */
export function send(device: Device, command: DeviceCommand): Decided {
  const state = told(assertLinked(device));
  return { state, events: [commandEvent(state, command)] };
}

/** Takes back what a device was to do. @throws Refusal `device_unlinked`. */
export function takeBack(device: Device, { id, kind }: DeviceCommand): Decided {
  const state = told(assertLinked(device));
  const data = { deviceId: state.id, command: { id, kind } };
  return { state, events: [deviceEvent('pos.device.command_withdrawn', state, data)] };
}

/** Tells that nothing is heard of a device. One that was unlinked is not missed. */
export function tellOffline(device: Device, lastSeenAt: Date, queueDepth: number): Decided {
  if (device.status === 'unlinked') return { state: device, events: [] };
  const state = told(device);
  const data = { device: deviceSnapshot(state), lastSeenAt: lastSeenAt.toISOString(), queueDepth };
  return { state, events: [deviceEvent('outlet.offline_alert', state, data)] };
}

/** Tells that a silent device is heard again. @throws Refusal `device_unlinked`. */
export function tellBack(device: Device, silentSince: Date): Decided {
  const state = told(assertLinked(device));
  const data = { device: deviceSnapshot(state), silentSince: silentSince.toISOString() };
  return { state, events: [deviceEvent('pos.device.back_online', state, data)] };
}

function settingsOf({ name, outletId, idleLockMinutes }: Device): DeviceSettings {
  return { name, outletId, idleLockMinutes };
}

function isSame(one: DeviceSettings, other: DeviceSettings): boolean {
  return one.name === other.name && one.outletId === other.outletId && one.idleLockMinutes === other.idleLockMinutes;
}

function assertLinked(device: Device): Linked {
  if (device.status === 'unlinked') throw refused('device_unlinked', device);
  return device;
}

function assertEmpty(device: Device, queueDepth: number): void {
  if (queueDepth > 0) throw new Refusal<DeviceRefusal>('device_has_queue', { deviceId: device.id, queueDepth });
}

function refused(code: DeviceRefusal, { id, status }: Device): Refusal<DeviceRefusal> {
  return new Refusal<DeviceRefusal>(code, { deviceId: id, status });
}

/** Counts an event that changes nothing of the device itself. */
function told<State extends Device>(device: State): State {
  return { ...device, eventSequence: device.eventSequence + 1 };
}

function changed<State extends Device>(device: State): State {
  return { ...told(device), version: device.version + 1 };
}
