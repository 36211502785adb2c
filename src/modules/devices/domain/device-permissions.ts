import type { DeviceKind } from './device-kind.js';

/** What a device may without anybody signed in to it: say how it is, and read what it works by. */
const ALL: readonly string[] = ['devices:self', 'catalog:read', 'outlets:read', 'tenant:read', 'streams:read'];

/** What is needed to sell without a network, and to send what was sold. */
const SELLS: readonly string[] = ['sync:upload', 'sync:master_data'];

/** What a device may beyond that, by its kind. Selling, cash and rights take somebody who has signed in; guests at a kiosk do not. */
const MORE: Readonly<Record<DeviceKind, readonly string[]>> = {
  till: [...SELLS, 'sessions:own', 'tenders:read'],
  tablet: [...SELLS, 'sessions:own', 'tenders:read'],
  kiosk: [...SELLS, 'sessions:own', 'tenders:read', 'orders:read', 'orders:write'],
  kitchen_display: ['kitchen:read', 'orders:read'],
  customer_screen: [],
  hub: [...SELLS, 'sync:relay', 'sessions:own', 'tenders:read', 'orders:read', 'orders:write', 'kitchen:read'],
};
/** What was sold before is taken from a device that is locked, too (DOMAIN.md "Licensing"). */
const LOCKED: readonly string[] = ['devices:self', 'sync:upload'];

/** What a linked device may by itself. One that is locked says how it is, and hands in what it sold. */
export function permissionsOfDevice(kind: DeviceKind, status: 'active' | 'locked'): readonly string[] {
  return status === 'locked' ? LOCKED : [...ALL, ...MORE[kind]];
}
