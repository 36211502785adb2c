import type { Principal } from '../../../kernel/context.js';
import { isUuid, type OutletId, type TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { ApiKeyId } from '../domain/api-key.js';
import { readKey } from '../domain/key-text.js';
import { permissionsOf } from '../domain/roles.js';
import type { AccessTokens, TokenBearer } from '../ports/access-tokens.js';
import type { ApiKeyViews } from '../ports/api-key-views.js';
import type { KeyUsage } from '../ports/key-usage.js';
import type { Secrets } from '../ports/secrets.js';
import type { Tenant, TenantDirectory } from '../ports/tenant-directory.js';
import { ExpiringCache } from './expiring-cache.js';

/** Who asks, for which tenant. */
export interface Caller {
  readonly tenant: Tenant;
  readonly principal: Principal;
  /** When the key or token runs out, in ms since the epoch. */
  readonly expiresAt: number;
}

interface KnownKey {
  readonly id: ApiKeyId;
  readonly tenantId: TenantId;
  readonly principal: Principal;
  readonly expiresAt: number;
}

export interface AuthenticationTimes {
  /** How long a verified key and a tenant's name are believed; revoking acts at the latest after this time. */
  readonly cacheMs: number;
  readonly now: () => number;
}

const KEYS_MAX = 10_000;
const TENANTS_MAX = 10_000;

/** Finds out who a bearer token belongs to, and that it belongs to the tenant in the path. */
export class Authenticate {
  private readonly keys: ExpiringCache<KnownKey>;
  private readonly tenants: ExpiringCache<Tenant>;

  constructor(
    private readonly directory: TenantDirectory,
    private readonly views: ApiKeyViews,
    private readonly tokens: AccessTokens,
    private readonly usage: KeyUsage,
    private readonly secrets: Secrets,
    private readonly times: AuthenticationTimes,
  ) {
    this.keys = new ExpiringCache(times.cacheMs, KEYS_MAX, times.now);
    this.tenants = new ExpiringCache(times.cacheMs, TENANTS_MAX, times.now);
  }

  /**
   * @param maxAgeMs believe nothing that was found out longer ago; absent, what the cache holds.
   * @throws Refusal `unauthenticated`; `not_found` when the token is another tenant's, exactly as for a tenant that does
   * not exist; `tenant_suspended`.
   */
  async execute(authorization: string | undefined, tenantSlug: string, maxAgeMs?: number): Promise<Caller> {
    const token = /^Bearer ([\x21-\x7e]{1,8192})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new Refusal('unauthenticated');
    return token.startsWith('pos_')
      ? this.byKey(token, tenantSlug, maxAgeMs)
      : this.byToken(token, tenantSlug, maxAgeMs);
  }

  /** Forgets a key at once in this process. */
  forget(id: ApiKeyId): void {
    this.keys.forget((key) => key.id === id);
  }

  /** Forgets all keys: each is looked up again when it is used. */
  forgetAll(): void {
    this.keys.forget(() => true);
  }

  private async byKey(text: string, tenantSlug: string, maxAgeMs?: number): Promise<Caller> {
    const hash = this.secrets.hash(text);
    const key = this.keys.get(hash, maxAgeMs) ?? (await this.lookUp(text, hash));
    const now = this.times.now();
    if (key === undefined || key.expiresAt <= now) throw new Refusal('unauthenticated');
    this.usage.used(key.tenantId, key.id, new Date(now));
    const tenant = await this.tenantOf(tenantSlug, maxAgeMs);
    const { principal, expiresAt } = key;
    return { tenant: admitted(tenant, tenant?.id === key.tenantId), principal, expiresAt };
  }

  private async lookUp(text: string, hash: string): Promise<KnownKey | undefined> {
    const told = readKey(text);
    if (told === undefined) return undefined;
    const key = await this.views.bySecretHash(told.tenantId, hash);
    if (key === undefined || key.status !== 'active' || key.mode !== told.mode) {
      this.keys.delete(hash);
      return undefined;
    }
    const principal: Principal = {
      kind: 'api-key',
      id: key.id,
      permissions: new Set(key.permissions),
      ...(key.outlets === null ? {} : { outlets: new Set(key.outlets) }),
      test: key.mode === 'test',
    };
    const known = { id: key.id, tenantId: told.tenantId, principal, expiresAt: key.expiresAt?.getTime() ?? Infinity };
    this.keys.set(hash, known);
    return known;
  }

  private async byToken(token: string, tenantSlug: string, maxAgeMs?: number): Promise<Caller> {
    const bearer = await this.tokens.verify(token);
    if (bearer === undefined) throw new Refusal('unauthenticated');
    const tenant = await this.tenantOf(tenantSlug, maxAgeMs);
    const isTheirs = 'id' in bearer.tenant ? bearer.tenant.id === tenant?.id : bearer.tenant.slug === tenant?.slug;
    return { tenant: admitted(tenant, isTheirs), principal: principalOf(bearer), expiresAt: bearer.expiresAt };
  }

  private async tenantOf(slug: string, maxAgeMs?: number): Promise<Tenant | undefined> {
    const known = this.tenants.get(slug, maxAgeMs);
    if (known !== undefined) return known;
    const tenant = await this.directory.bySlug(slug);
    if (tenant !== undefined) this.tenants.set(slug, tenant);
    return tenant;
  }
}

function admitted(tenant: Tenant | undefined, isTheirs: boolean): Tenant {
  if (tenant === undefined || !isTheirs) throw new Refusal('not_found');
  if (tenant.status !== 'active') throw new Refusal('tenant_suspended');
  return tenant;
}

function principalOf({ subject, roles, outlets }: TokenBearer): Principal {
  const restricted = outlets === undefined ? {} : { outlets: new Set(outlets.filter(isUuid) as OutletId[]) };
  return { kind: 'user', id: subject, permissions: permissionsOf(roles), ...restricted, test: false };
}
