import type { Id, OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DrawerRefusal } from './drawer-refusal.js';

export type DrawerId = Id<'drawer'>;
export type TrayId = Id<'drawer-tray'>;

/** A physical box with money in it. */
export interface Drawer {
  readonly id: DrawerId;
  readonly outletId: OutletId;
  readonly name: string;
  /** The device that it is fastened to; `null` where any may open it. */
  readonly deviceId: string | null;
  readonly active: boolean;
  /** How many sessions it has had; the next one's number is one more. */
  readonly sessions: number;
  readonly version: number;
  readonly createdAt: Date;
}

/** An insert that is carried from drawer to drawer. */
export interface Tray {
  readonly id: TrayId;
  readonly outletId: OutletId;
  readonly name: string;
  /** The cashier whose it is; `null` where it is anybody's. */
  readonly owner: string | null;
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Date;
}

export type DrawerChanges = Partial<Pick<Drawer, 'name' | 'deviceId' | 'active'>>;
export type TrayChanges = Partial<Pick<Tray, 'name' | 'owner' | 'active'>>;

/** Changes a drawer. @param inUse whether a session of it is not closed. @throws Refusal `drawer_in_use`: it cannot be put away. */
export function changeDrawer(drawer: Drawer, changes: DrawerChanges, inUse: boolean): Drawer {
  if (changes.active === false && inUse) throw new Refusal<DrawerRefusal>('drawer_in_use', { drawerId: drawer.id });
  return { ...drawer, ...changes, version: drawer.version + 1 };
}

/** Changes a tray. @throws Refusal `drawer_tray_in_use`: it cannot be put away while it is in a drawer. */
export function changeTray(tray: Tray, changes: TrayChanges, inUse: boolean): Tray {
  if (changes.active === false && inUse) throw new Refusal<DrawerRefusal>('drawer_tray_in_use', { trayId: tray.id });
  return { ...tray, ...changes, version: tray.version + 1 };
}

/** @throws Refusal `drawer_inactive`. */
export function assertUsable({ id, active }: Drawer): void {
  if (!active) throw new Refusal<DrawerRefusal>('drawer_inactive', { drawerId: id });
}

/**
 * Checks that a tray may go into a drawer of the outlet, for a cashier.
 * @throws Refusal `drawer_tray_not_found` (of another outlet), `drawer_tray_inactive`, `drawer_tray_of_another`.
 */
export function assertTrayFits(tray: Tray, outletId: OutletId, cashierId: string): void {
  const facts = { trayId: tray.id };
  if (tray.outletId !== outletId) throw new Refusal<DrawerRefusal>('drawer_tray_not_found', facts);
  if (!tray.active) throw new Refusal<DrawerRefusal>('drawer_tray_inactive', facts);
  if (tray.owner !== null && tray.owner !== cashierId)
    throw new Refusal<DrawerRefusal>('drawer_tray_of_another', facts);
}
