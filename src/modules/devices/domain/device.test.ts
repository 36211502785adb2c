import { Refusal } from '../../../kernel/refusal.js';
import type { CommandId, DeviceCommand } from './device-command.js';
import {
  change,
  clearSuspicion,
  link,
  lock,
  rotateToken,
  send,
  suspect,
  takeBack,
  tellBack,
  tellOffline,
  unlink,
  unlock,
} from './device-lifecycle.js';
import { DEVICE_KINDS } from './device-kind.js';
import { permissionsOfDevice } from './device-permissions.js';
import { active, at, EACH, locked, OTHER_OUTLET, suspected, WISH } from './device.examples.js';
import { idleLockOf, type Device, type DeviceRefusal } from './device.js';

const COMMAND: DeviceCommand = {
  ...{ id: '01979f60-0000-7000-8000-0000000000aa' as CommandId, deviceId: WISH.id, kind: 'update', text: null },
  ...{ reason: null, status: 'pending', sentBy: 'user:amina', sentAt: at('09:00'), acknowledgedAt: null },
};
const NOTHING_WAITS = { queueDepth: 0, force: false };

const commands = {
  rename: (device: Device) => change(device, { name: 'Bar' }, 0),
  move: (device: Device) => change(device, { outletId: OTHER_OUTLET }, 0),
  moveFull: (device: Device) => change(device, { outletId: OTHER_OUTLET }, 1),
  lock: (device: Device) => lock(device, 'lost', at('11:00')),
  unlock: (device: Device) => unlock(device, 'found'),
  unlink: (device: Device) => unlink(device, 'sold', NOTHING_WAITS, at('11:00')),
  unlinkFull: (device: Device) => unlink(device, 'sold', { queueDepth: 3, force: false }, at('11:00')),
  unlinkForced: (device: Device) => unlink(device, 'stolen', { queueDepth: 3, force: true }, at('11:00')),
  suspect: (device: Device) => suspect(device, 2, at('11:00')),
  clearSuspicion: (device: Device) => clearSuspicion(device, 'repaired'),
  rotateToken: (device: Device) => rotateToken(device, at('11:00')),
  send: (device: Device) => send(device, COMMAND),
  takeBack: (device: Device) => takeBack(device, COMMAND),
  tellOffline: (device: Device) => tellOffline(device, at('08:00'), 0),
  tellBack: (device: Device) => tellBack(device, at('08:00')),
};

type Outcome = Device['status'] | DeviceRefusal;
const ALIVE = { active: 'active', locked: 'locked', unlinked: 'device_unlinked' } as const;

const outcomes: Record<keyof typeof commands, Record<Device['status'], Outcome>> = {
  rename: ALIVE,
  move: ALIVE,
  moveFull: { active: 'device_has_queue', locked: 'device_has_queue', unlinked: 'device_unlinked' },
  lock: { active: 'locked', locked: 'device_locked', unlinked: 'device_unlinked' },
  unlock: { active: 'device_not_locked', locked: 'active', unlinked: 'device_unlinked' },
  unlink: { active: 'unlinked', locked: 'unlinked', unlinked: 'device_unlinked' },
  unlinkFull: { active: 'device_has_queue', locked: 'device_has_queue', unlinked: 'device_unlinked' },
  unlinkForced: { active: 'unlinked', locked: 'unlinked', unlinked: 'device_unlinked' },
  suspect: ALIVE,
  clearSuspicion: { active: 'device_not_suspect', locked: 'device_not_suspect', unlinked: 'device_unlinked' },
  rotateToken: ALIVE,
  send: ALIVE,
  takeBack: ALIVE,
  tellOffline: { active: 'active', locked: 'locked', unlinked: 'unlinked' },
  tellBack: ALIVE,
};

describe.each(Object.entries(outcomes))('%s', (command, row) => {
  test.each(Object.entries(row))('on a device that is %s: %s', (status, outcome) => {
    const device = EACH[status as Device['status']]();
    expect(outcomeOf(() => commands[command as keyof typeof commands](device))).toBe(outcome);
  });
});

test('each event has its place in the history of the device, and what people change has a version', () => {
  const first = link(WISH, at('08:00'));
  const moved = change(first.state, { outletId: OTHER_OUTLET, name: 'Bar' }, 0);
  const held = lock(moved.state, 'lost', at('09:00'));
  const told = send(held.state, { ...COMMAND, kind: 'lock' });
  const ended = unlink(told.state, 'stolen', { queueDepth: 3, force: true }, at('10:00'));
  const events = [first, moved, held, told, ended].flatMap((decision) => decision.events);
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  expect(ended.state).toMatchObject({ status: 'unlinked', version: 4, unlinkReason: 'stolen' });
  expect(events[1]).toMatchObject({ data: { before: { name: 'Counter left', outletId: WISH.outletId } } });
  expect(events[4]).toMatchObject({ type: 'pos.device.unlinked', data: { forced: true, queueDepth: 3 } });
});

test('a change that changes nothing tells nothing', () => {
  expect(change(active(), { name: WISH.name }, 9)).toEqual({ state: active(), events: [] });
});

test('what a message says is in no event', () => {
  const { events } = send(active(), { ...COMMAND, kind: 'message', text: 'call me: 0700 123' });
  expect(events).toMatchObject([{ type: 'pos.device.message_sent', data: { command: { kind: 'message' } } }]);
  expect(JSON.stringify(events)).not.toContain('call me');
});

test('an alarm lasts until somebody has looked', () => {
  expect(suspect(suspected(), 3, at('12:00')).state.suspectedAt).toEqual(at('09:00'));
  expect(clearSuspicion(suspected(), 'repaired').state.suspectedAt).toBeNull();
});

test('an unlocked device has nothing left of its lock', () => {
  expect(unlock(locked(), 'found').state).toEqual({ ...active(), eventSequence: 3, version: 3 });
});

test.each(DEVICE_KINDS)('a %s that is locked may only say how it is', (kind) => {
  expect(permissionsOfDevice(kind, 'locked')).toEqual(['devices:self', 'sync:upload']);
  expect(permissionsOfDevice(kind, 'active')).toContain('devices:self');
});

test.each([
  ['till', 10],
  ['tablet', 10],
  ['kiosk', 10],
  ['kitchen_display', null],
  ['customer_screen', null],
  ['hub', null],
] as const)('a %s locks by itself after %s minutes', (kind, minutes) => {
  expect(idleLockOf(kind, 10)).toBe(minutes);
});

function outcomeOf(work: () => { state: Device }): string {
  try {
    return work().state.status;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
