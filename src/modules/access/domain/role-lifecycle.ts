import type { Principal } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Permission } from './permissions.js';
import type {
  OwnRole,
  OwnRoleId,
  RoleContent,
  RoleContentSnapshot,
  RoleEvent,
  RoleRefusal,
  RoleSnapshot,
} from './role.js';
import { isBuiltIn, isReserved } from './roles.js';

/** A role that is to be made. */
export interface RoleWish extends RoleContent {
  readonly id: OwnRoleId;
  readonly code: string;
  readonly basedOn: string | null;
  readonly template: string | null;
}

/** Who makes or changes a role, when, and whether this is the vendor's own tenant. */
export interface RoleMaking {
  readonly by: Principal;
  readonly at: Date;
  readonly ofPlatform: boolean;
}

/**
 * Makes a role. Nobody makes one that allows more than they may themselves, and who acts for some outlets or regions only makes
 * none: a role holds in all of them.
 * @throws Refusal `role_built_in`, `role_without_permissions`, `role_permission_reserved`, `role_exceeds_caller`.
 */
export function createRole(wish: RoleWish, making: RoleMaking): Decision<OwnRole, RoleEvent> {
  const { code } = wish;
  if (isBuiltIn(code)) throw new Refusal<RoleRefusal>('role_built_in', { code });
  const content = normal(wish);
  assertMayGive(content.permissions, making);
  const { by, at } = making;
  const state: OwnRole = { ...wish, ...content, createdBy: by.id, createdAt: at, updatedAt: at, version: 1 };
  return { state, events: [{ type: 'pos.role.created', ...placeOf(state), data: { role: snapshotOf(state) } }] };
}

/**
 * Changes what a role says; the members that are left out stay. What it allowed before must be within the caller's rights, too.
 * @returns no events where nothing changes.
 * @throws Refusal `role_without_permissions`, `role_permission_reserved`, `role_exceeds_caller`.
 */
export function changeRole(
  role: OwnRole,
  changes: Partial<RoleContent>,
  making: RoleMaking & { readonly reason: string | null },
): Decision<OwnRole, RoleEvent> {
  assertWithin(role.permissions, making.by);
  const content = normal({ ...contentOf(role), ...changes });
  assertMayGive(content.permissions, making);
  const before = contentOf(role);
  if (JSON.stringify(content) === JSON.stringify(before)) return { state: role, events: [] };
  const state: OwnRole = { ...role, ...content, updatedAt: making.at, version: role.version + 1 };
  const data = { role: snapshotOf(state), before, reason: making.reason };
  return { state, events: [{ type: 'pos.role.changed', ...placeOf(state), data }] };
}

/**
 * Removes a role for good. @param holders how many have it.
 * @throws Refusal `role_exceeds_caller`, `role_in_use`.
 */
export function removeRole(
  role: OwnRole,
  { by, holders, reason }: { readonly by: Principal; readonly holders: number; readonly reason: string | null },
): Decision<OwnRole, RoleEvent> {
  const { id, code } = role;
  assertWithin(role.permissions, by);
  if (holders > 0) throw new Refusal<RoleRefusal>('role_in_use', { code, holders });
  const data = { role: { id, code }, before: contentOf(role), reason };
  const removed = { ...role, version: role.version + 1 };
  return { state: role, events: [{ type: 'pos.role.removed', ...placeOf(removed), data }] };
}

/** Sorted and without repeats, so that the same role is always written the same way. */
function normal({ name, description, permissions, dashboard }: RoleContent): RoleContent {
  if (permissions.length === 0) throw new Refusal<RoleRefusal>('role_without_permissions');
  return { name, description, permissions: [...new Set(permissions)].sort(), dashboard: [...new Set(dashboard)] };
}

function assertMayGive(permissions: readonly Permission[], { by, ofPlatform }: RoleMaking): void {
  const reserved = permissions.find((permission) => isReserved(permission, ofPlatform));
  if (reserved !== undefined) throw new Refusal<RoleRefusal>('role_permission_reserved', { permission: reserved });
  assertWithin(permissions, by);
}

function assertWithin(permissions: readonly Permission[], by: Principal): void {
  const missing = permissions.find((permission) => !by.permissions.has(permission));
  if (missing !== undefined) throw new Refusal<RoleRefusal>('role_exceeds_caller', { permission: missing });
  if (by.outlets !== undefined || by.regions !== undefined) throw new Refusal<RoleRefusal>('role_exceeds_caller');
}

function contentOf({ name, description, permissions, dashboard }: RoleContent): RoleContent & RoleContentSnapshot {
  return { name, description, permissions, dashboard };
}

function snapshotOf(role: OwnRole): RoleSnapshot {
  const { id, code, basedOn, template, version } = role;
  return { id, code, ...contentOf(role), basedOn, template, version };
}

function placeOf({
  id,
  version,
}: Pick<OwnRole, 'id' | 'version'>): Pick<RoleEvent, 'aggregate' | 'aggregateId' | 'sequence' | 'outletId'> {
  return { aggregate: 'roles', aggregateId: id, sequence: version, outletId: null };
}
