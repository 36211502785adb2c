import type { Id, OutletId } from '../../../kernel/ids.js';
import { link, lock, suspect, unlink, type NewDevice } from './device-lifecycle.js';
import type { ActiveDevice, Device, LockedDevice, UnlinkedDevice } from './device.js';

/** Examples of devices for tests: one of each state. */

/** A moment of the day: `at('18:30')`. */
export function at(time: string): Date {
  return new Date(`2026-03-06T${time}:00Z`);
}

export const OUTLET = '01979f60-0000-7000-8000-00000000000b' as OutletId;
export const OTHER_OUTLET = '01979f60-0000-7000-8000-00000000000c' as OutletId;

export const WISH: NewDevice = {
  id: '01979f60-0000-7000-8000-00000000000a' as Id<'device'>,
  outletId: OUTLET,
  name: 'Counter left',
  kind: 'till',
  serial: null,
  proof: { by: 'dpop', thumbprint: 'x'.repeat(43) },
  platform: 'Android 14',
  model: 'Sunmi T2s',
  receiptSeries: 'T1',
  idleLockMinutes: 10,
  linkedBy: 'user:amina',
  linkCodeId: '01979f60-0000-7000-8000-00000000000d' as Id<'link-code'>,
};

export const active = (): ActiveDevice => link(WISH, at('08:00')).state;
export const locked = (): LockedDevice => lock(active(), 'lost', at('09:00')).state;
export const unlinked = (): UnlinkedDevice =>
  unlink(active(), 'sold', { queueDepth: 0, force: false }, at('10:00')).state;
export const suspected = (): Device => suspect(active(), 2, at('09:00')).state;
export const EACH: Readonly<Record<Device['status'], () => Device>> = { active, locked, unlinked };
