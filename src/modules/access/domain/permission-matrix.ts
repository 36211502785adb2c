import { PERMISSION_TEXTS, type PermissionGroup } from './permission-texts.js';
import { PERMISSIONS, PLATFORM_PERMISSIONS, type Permission } from './permissions.js';
import type { OwnRole } from './role.js';
import { givenBy, isBuiltIn, ROLE_PERMISSIONS, type Role } from './roles.js';

/** One permission, in words, and who holds it. */
export interface MatrixRow {
  readonly permission: Permission;
  readonly group: PermissionGroup;
  readonly title: string;
  readonly purpose: string;
  /** Given out by the vendor alone. */
  readonly platform: boolean;
  /** Codes of the roles that hold it here. */
  readonly roles: readonly string[];
}

/** The built-in roles of a business: those of the platform are the vendor's alone. */
export function builtInRolesOf(ofPlatform: boolean): readonly Role[] {
  const all = Object.keys(ROLE_PERMISSIONS).filter(isBuiltIn);
  return ofPlatform ? all : all.filter((role) => !role.startsWith('platform_'));
}

/** The whole matrix of a business: permissions by roles, those that are built in and its own. */
export function matrixOf(own: readonly OwnRole[], ofPlatform: boolean): readonly MatrixRow[] {
  const holders = [
    ...builtInRolesOf(ofPlatform).map((code) => ({ code, permissions: ROLE_PERMISSIONS[code] })),
    ...own,
  ].map(({ code, permissions }) => ({ code, given: givenBy(permissions, ofPlatform) }));
  return PERMISSIONS.map((permission) => ({
    permission,
    ...PERMISSION_TEXTS[permission],
    platform: PLATFORM_PERMISSIONS.includes(permission),
    roles: holders.filter(({ given }) => given.has(permission)).map(({ code }) => code),
  }));
}
