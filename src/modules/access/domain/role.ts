import type { Id } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Tile } from './dashboard.js';
import type { Permission } from './permissions.js';

export type OwnRoleId = Id<'role'>;

/** What a role says, as somebody wants it. */
export interface RoleContent {
  readonly name: string;
  /** For people; may be empty. */
  readonly description: string;
  readonly permissions: readonly Permission[];
  /** What a screen shows first to who has the role. */
  readonly dashboard: readonly Tile[];
}

/** A role that a business has made for itself. */
export interface OwnRole extends RoleContent {
  readonly id: OwnRoleId;
  /** How people and tokens name it; stays for good. */
  readonly code: string;
  /** The role that it was copied from. */
  readonly basedOn: string | null;
  /** The template that it came with. */
  readonly template: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

export type RoleRefusal =
  | 'role_not_found'
  | 'role_already_exists'
  | 'role_built_in'
  | 'role_in_use'
  | 'role_exceeds_caller'
  | 'role_permission_reserved'
  | 'role_base_unknown'
  | 'role_without_permissions'
  | 'role_template_not_found'
  | 'too_many_roles';

/** How many roles a business can make for itself. */
export const ROLES_MAX = 200;

/** What a role says, as events show it. */
export interface RoleContentSnapshot {
  readonly name: string;
  readonly description: string;
  /** More kinds come with the service: read the ones you know. */
  readonly permissions: readonly string[];
  /** Parts of a screen; more come with the service. */
  readonly dashboard: readonly string[];
}

/** A role as events show it. */
export interface RoleSnapshot extends RoleContentSnapshot {
  readonly id: OwnRoleId;
  readonly code: string;
  readonly basedOn: string | null;
  readonly template: string | null;
  /** @asType integer */
  readonly version: number;
}

/** The data of the events of roles by their types. */
export interface RoleEvents {
  /** A business made a role for itself. */
  'pos.role.created': { readonly role: RoleSnapshot };
  /** What a role allows or says was changed: at once for everybody who has it. */
  'pos.role.changed': {
    readonly role: RoleSnapshot;
    readonly before: RoleContentSnapshot;
    readonly reason: string | null;
  };
  /** A role that nobody had was removed. */
  'pos.role.removed': {
    readonly role: { readonly id: OwnRoleId; readonly code: string };
    readonly before: RoleContentSnapshot;
    readonly reason: string | null;
  };
}

export type RoleEvent = { [Type in keyof RoleEvents]: DomainEvent<Type, RoleEvents[Type]> }[keyof RoleEvents];
