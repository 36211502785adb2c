import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { AppliedTemplate } from '../../application/apply-role-template.js';
import type { CreateRoleCommand } from '../../application/create-role.js';
import type { KnownRole } from '../../application/list-roles.js';
import type { Tile } from '../../domain/dashboard.js';
import type { MatrixRow } from '../../domain/permission-matrix.js';
import type { PermissionGroup } from '../../domain/permission-texts.js';
import type { Permission } from '../../domain/permissions.js';
import type { OwnRole, RoleContent } from '../../domain/role.js';
import type { RoleTemplate } from '../../domain/role-templates.js';
import type { Principal } from '../../../../kernel/context.js';

/**
 * How people and tokens name a role.
 * @pattern ^[a-z][a-z0-9_]{1,39}$ must be a small letter, then 1 to 39 small letters, digits or _
 * @example "head_barista"
 */
export type RoleCode = string;

/**
 * Why, for the audit.
 * @minLength 1
 * @maxLength 500
 * @example "no longer needed"
 */
export type AuditReason = string;

/** A role to be made. */
export interface CreateRoleRequest {
  code: RoleCode;
  /**
   * @minLength 1
   * @maxLength 100
   * @example "Head barista"
   */
  name: string;
  /** @maxLength 500 */
  description?: string;
  /**
   * What it allows; absent: what `basedOn` allows.
   * @minItems 1
   * @maxItems 200
   */
  permissions?: Permission[];
  /** A role to copy, built in or your own. The copy goes its own way afterwards. */
  basedOn?: RoleCode;
  /**
   * What a screen shows first to who has the role; absent: as `basedOn`.
   * @maxItems 20
   */
  dashboard?: Tile[];
}

/** What is to change; members left out stay. */
export interface ChangeRoleRequest {
  /**
   * @minLength 1
   * @maxLength 100
   */
  name?: string;
  /** @maxLength 500 */
  description?: string;
  /**
   * @minItems 1
   * @maxItems 200
   */
  permissions?: Permission[];
  /** @maxItems 20 */
  dashboard?: Tile[];
  reason?: AuditReason;
}

/** A role. */
export interface RoleResponse {
  code: RoleCode;
  name: string;
  description: string;
  /** Every business has it, and nobody changes it. */
  builtIn: boolean;
  permissions: Permission[];
  /** What a screen shows first to who has the role. */
  dashboard: Tile[];
  id: Uuid | null;
  basedOn: RoleCode | null;
  /** The template that it came with. */
  template: string | null;
  createdBy: string | null;
  createdAt: Timestamp | null;
  updatedAt: Timestamp | null;
  /**
   * Null for one that is built in.
   * @isInt
   */
  version: number | null;
}

/** A role as a template proposes it. */
export interface TemplateRoleResponse {
  code: RoleCode;
  name: string;
  description: string;
  basedOn: RoleCode;
  permissions: Permission[];
  dashboard: Tile[];
}

/** Roles that a kind of business usually wants. */
export interface RoleTemplateResponse {
  /** @example "cafe" */
  code: string;
  name: string;
  description: string;
  roles: TemplateRoleResponse[];
}

/** The templates that there are. */
export interface RoleTemplatesResponse {
  data: RoleTemplateResponse[];
}

/** What became of a template. */
export interface AppliedRoleTemplateResponse {
  template: string;
  created: RoleResponse[];
  /** Codes of roles that were there already, and were left as they are. */
  present: RoleCode[];
}

/** A permission in plain words, and who holds it. */
export interface PermissionResponse {
  permission: Permission;
  group: PermissionGroup;
  title: string;
  purpose: string;
  /** Given out by the vendor alone. */
  platform: boolean;
  /** Codes of the roles that hold it, built in and your own. */
  roles: RoleCode[];
}

/** The matrix of permissions and roles. */
export interface PermissionMatrixResponse {
  data: PermissionResponse[];
}

/** What the caller may do, and where. */
export interface OwnPermissionsResponse {
  kind: 'api-key' | 'user' | 'device' | 'stranger' | 'system';
  id: string;
  permissions: string[];
  /** The outlets that the caller may act for; null is all of them. */
  outlets: Uuid[] | null;
  /** The regions of an administrator of the platform; null is all of them. */
  regions: string[] | null;
  deviceId: Uuid | null;
  sessionId: Uuid | null;
  /** What test keys do never reaches the outside world. */
  test: boolean;
}

/** Reads a role that is to be made. */
export function creationFrom(body: CreateRoleRequest): CreateRoleCommand {
  const { code, name, description = '', permissions, basedOn, dashboard } = body;
  return { code, name, description, permissions, basedOn, dashboard };
}

/** Reads changes: exactly the members that were sent. */
export function changesFrom(body: ChangeRoleRequest): Partial<RoleContent> {
  const sent = Object.entries(body).filter(([name, value]) => name !== 'reason' && (value as unknown) !== undefined);
  return Object.fromEntries(sent);
}

/** Shows a role. */
export function toRoleResponse(role: KnownRole): RoleResponse {
  const { code, name, description, builtIn } = role;
  return {
    ...{ code, name, description, builtIn, permissions: [...role.permissions], dashboard: [...role.dashboard] },
    ...(role.builtIn
      ? { id: null, basedOn: null, template: null, createdBy: null, createdAt: null, updatedAt: null, version: null }
      : {
          ...{ id: role.id, basedOn: role.basedOn, template: role.template, createdBy: role.createdBy },
          ...{ createdAt: role.createdAt.toISOString(), updatedAt: role.updatedAt.toISOString() },
          version: role.version,
        }),
  };
}

/** Shows a role of the business's own. */
export function toOwnRole(role: OwnRole): RoleResponse {
  return toRoleResponse({ ...role, builtIn: false });
}

/** Shows a template. */
export function toTemplate({ code, name, description, roles }: RoleTemplate): RoleTemplateResponse {
  const proposed = roles.map((role) => ({
    ...role,
    permissions: [...role.permissions],
    dashboard: [...role.dashboard],
  }));
  return { code, name, description, roles: proposed };
}

/** Shows what became of a template. */
export function toApplied({ template, created, present }: AppliedTemplate): AppliedRoleTemplateResponse {
  return { template: template.code, created: created.map(toOwnRole), present: [...present] };
}

/** Shows a row of the matrix. */
export function toPermission({ roles, ...row }: MatrixRow): PermissionResponse {
  return { ...row, roles: [...roles] };
}

/** Shows what a caller may. */
export function toOwnPermissions(principal: Principal): OwnPermissionsResponse {
  const { kind, id, permissions, outlets, regions, deviceId = null, sessionId = null, test } = principal;
  return {
    ...{ kind, id, permissions: [...permissions].sort(), deviceId, sessionId, test },
    outlets: outlets === undefined ? null : [...outlets].sort(),
    regions: regions === undefined ? null : [...regions].sort(),
  };
}
