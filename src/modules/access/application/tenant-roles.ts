import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Permission } from '../domain/permissions.js';
import type { OwnRole } from '../domain/role.js';
import { givenBy, isBuiltIn, permissionsOf } from '../domain/roles.js';
import type { RoleBook } from '../ports/role-book.js';
import type { RoleRepository } from '../ports/role-repository.js';
import type { RoleViews } from '../ports/role-views.js';
import type { IsPlatform } from '../ports/vendor.js';
import { RolesFacade } from './roles-facade.js';

/** Roles for the door: those that are built in, and the business's own with at most one question to the database. */
export class TenantRoles implements RoleBook {
  constructor(
    private readonly views: Pick<RoleViews, 'some'>,
    private readonly isPlatform: IsPlatform,
  ) {}

  async permissionsOf(tenantId: TenantId, roles: readonly string[]): Promise<ReadonlySet<Permission>> {
    const codes = ownCodesOf(roles);
    const own = codes.length === 0 ? [] : await this.views.some(tenantId, codes);
    return together(roles, own, this.isPlatform(tenantId));
  }
}

/** The same for other modules, within their transactions. */
export class StoredRoles extends RolesFacade {
  /** @param tenantOf the tenant that a transaction is confined to. */
  constructor(
    private readonly roles: Pick<RoleRepository, 'find' | 'hold'>,
    private readonly tenantOf: (tx: Tx) => TenantId,
    private readonly isPlatform: IsPlatform,
  ) {
    super();
  }

  async permissionsOf(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<Permission>> {
    const own = ownCodesOf(codes);
    return together(codes, own.length === 0 ? [] : await this.roles.find(tx, own), this.isPlatform(this.tenantOf(tx)));
  }

  async exists(tx: Tx, codes: readonly string[]): Promise<readonly string[]> {
    const own = ownCodesOf(codes);
    const found = own.length === 0 ? new Set<string>() : await this.roles.hold(tx, own);
    return [...new Set(codes)].filter((code) => !isBuiltIn(code) && !found.has(code));
  }
}

const CODE = /^[a-z][a-z0-9_]{1,39}$/;
/** Tokens may name roles of all kinds of services; more than a business can have are not looked up. */
const CODES_MAX = 200;

function ownCodesOf(codes: readonly string[]): string[] {
  return [...new Set(codes)].filter((code) => !isBuiltIn(code) && CODE.test(code)).slice(0, CODES_MAX);
}

function together(codes: readonly string[], own: readonly OwnRole[], ofPlatform: boolean): ReadonlySet<Permission> {
  return givenBy([...permissionsOf(codes), ...own.flatMap(({ permissions }) => permissions)], ofPlatform);
}
