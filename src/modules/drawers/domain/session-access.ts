import { mayActFor, type Principal } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DrawerRefusal } from './drawer-refusal.js';
import type { DrawerSession } from './drawer-session.js';

/** The session, as far as the caller may see it: of others only with `drawers:read`. @throws Refusal `drawer_session_not_found`. */
export function visibleTo(principal: Principal, session: DrawerSession | undefined, id: string): DrawerSession {
  const isSeen =
    session !== undefined &&
    mayActFor(principal, session.outletId) &&
    (session.cashierId === principal.id || principal.permissions.has('drawers:read'));
  if (!isSeen) throw new Refusal<DrawerRefusal>('drawer_session_not_found', { drawerSessionId: id });
  return session;
}

/**
 * The session, if the caller may work with it: its cashier, or anybody with `drawers:move`.
 * @throws Refusal `drawer_session_not_found`, `permission_missing`.
 */
export function workableBy(principal: Principal, session: DrawerSession | undefined, id: string): DrawerSession {
  const permission = 'drawers:move';
  const isBound = session !== undefined && mayActFor(principal, session.outletId);
  if (isBound && (session.cashierId === principal.id || principal.permissions.has(permission))) return session;
  visibleTo(principal, session, id);
  throw new Refusal('permission_missing', { permission });
}

/** True when the caller may be told what the drawer should hold: of a blind session before its end only who may approve. */
export function seesExpected(
  principal: Principal,
  { blind, status }: Pick<DrawerSession, 'blind' | 'status'>,
): boolean {
  return !blind || status === 'closed' || principal.permissions.has('drawers:approve');
}
