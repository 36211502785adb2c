import type { TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { BUILT_IN_ROLE_TEXTS } from '../domain/built-in-role-texts.js';
import type { Tile } from '../domain/dashboard.js';
import { builtInRolesOf, matrixOf, type MatrixRow } from '../domain/permission-matrix.js';
import type { Permission } from '../domain/permissions.js';
import type { OwnRole, RoleRefusal } from '../domain/role.js';
import { givenBy, ROLE_PERMISSIONS, type Role } from '../domain/roles.js';
import type { RoleViews } from '../ports/role-views.js';
import type { IsPlatform } from '../ports/vendor.js';

/** A role as it is shown: one that every business has, or one of its own. */
export type KnownRole = BuiltInRole | (OwnRole & { readonly builtIn: false });

export interface BuiltInRole {
  readonly builtIn: true;
  readonly code: Role;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly dashboard: readonly Tile[];
}

/** Which roles to list; what is undefined does not narrow. */
export interface RoleFilter {
  readonly builtIn: boolean | undefined;
  /** Part of the code or of the name, without regard to case. */
  readonly q: string | undefined;
  /** Only roles that hold this. */
  readonly permission: Permission | undefined;
}

/** The roles of a business and its matrix of permissions. */
export class ListRoles {
  constructor(
    private readonly views: RoleViews,
    private readonly isPlatform: IsPlatform,
  ) {}

  /** By code, those after `after`. */
  async execute(tenantId: TenantId, filter: RoleFilter, after: string | undefined): Promise<readonly KnownRole[]> {
    const own = filter.builtIn === true ? [] : await this.views.all(tenantId);
    const part = filter.q?.toLowerCase();
    return [...(filter.builtIn === false ? [] : this.builtIn(tenantId)), ...own.map(shown)]
      .filter(({ code, name }) => part === undefined || `${code}\n${name}`.toLowerCase().includes(part))
      .filter(({ permissions }) => filter.permission === undefined || permissions.includes(filter.permission))
      .filter(({ code }) => after === undefined || code > after)
      .sort((one, other) => (one.code < other.code ? -1 : 1));
  }

  /** @throws Refusal `role_not_found`. */
  async one(tenantId: TenantId, code: string): Promise<KnownRole> {
    const builtIn = this.builtIn(tenantId).find((role) => role.code === code);
    if (builtIn !== undefined) return builtIn;
    const [own] = await this.views.some(tenantId, [code]);
    if (own === undefined) throw new Refusal<RoleRefusal>('role_not_found', { code });
    return shown(own);
  }

  /** Every permission in words, and which roles hold it. */
  async matrix(tenantId: TenantId): Promise<readonly MatrixRow[]> {
    return matrixOf(await this.views.all(tenantId), this.isPlatform(tenantId));
  }

  private builtIn(tenantId: TenantId): BuiltInRole[] {
    const ofPlatform = this.isPlatform(tenantId);
    return builtInRolesOf(ofPlatform).map((code) => {
      const permissions = [...givenBy(ROLE_PERMISSIONS[code], ofPlatform)].sort();
      return { builtIn: true, code, ...BUILT_IN_ROLE_TEXTS[code], permissions };
    });
  }
}

function shown(role: OwnRole): KnownRole {
  return { ...role, builtIn: false };
}
