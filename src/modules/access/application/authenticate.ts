import type { Principal } from '../../../kernel/context.js';
import { isUuid, type OutletId, type TenantId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { ApiKeyId } from '../domain/api-key.js';
import { readToken, type TokenKind } from '../domain/token-text.js';
import type { AccessTokens, TokenBearer } from '../ports/access-tokens.js';
import type { KeyUsage } from '../ports/key-usage.js';
import type { RoleBook } from '../ports/role-book.js';
import type { Secrets } from '../ports/secrets.js';
import type { Tenant, TenantDirectory } from '../ports/tenant-directory.js';
import type { BearerKind, FoundBearer, ProofKey } from './bearer-kind.js';
import { ExpiringCache } from './expiring-cache.js';
import type { KnownUsers } from './known-users.js';

/** Who asks, for which tenant. */
export interface Caller {
  readonly tenant: Tenant;
  readonly principal: Principal;
  /** When the key or token runs out, in ms since the epoch. */
  readonly expiresAt: number;
  /** What must come with each request beside the token; `null`: nothing. */
  readonly proof: ProofKey | null;
}

/** Whom the door can ask. */
export interface Doorkeepers {
  readonly directory: TenantDirectory;
  /** One for each kind of token; looked up when the first token comes. */
  readonly bearers: () => readonly BearerKind[];
  readonly tokens: AccessTokens;
  readonly roles: RoleBook;
  readonly users: () => KnownUsers | undefined;
  readonly usage: KeyUsage;
  readonly secrets: Secrets;
}

interface KnownBearer extends FoundBearer {
  readonly tenantId: TenantId;
}

/** What stands behind the roles that a token of the auth service names. */
interface KnownRights {
  readonly disabled: boolean;
  readonly permissions: ReadonlySet<string>;
  readonly subjects: readonly string[];
}

export interface AuthenticationTimes {
  /** How long a verified key and a tenant's name are believed; revoking acts at the latest after this time. */
  readonly cacheMs: number;
  readonly now: () => number;
}

const BEARERS_MAX = 20_000;
const RIGHTS_MAX = 10_000;
const TENANTS_MAX = 10_000;

/** Finds out who a bearer token belongs to, and that it belongs to the tenant in the path. */
export class Authenticate {
  private readonly bearers: ExpiringCache<KnownBearer>;
  private readonly rights: ExpiringCache<KnownRights>;
  private readonly tenants: ExpiringCache<Tenant>;
  private kinds: ReadonlyMap<TokenKind, BearerKind> | undefined;

  constructor(
    private readonly ask: Doorkeepers,
    private readonly times: AuthenticationTimes,
  ) {
    this.bearers = new ExpiringCache(times.cacheMs, BEARERS_MAX, times.now);
    this.rights = new ExpiringCache(times.cacheMs, RIGHTS_MAX, times.now);
    this.tenants = new ExpiringCache(times.cacheMs, TENANTS_MAX, times.now);
  }

  /**
   * Whoever lets the caller in must check `proof`, too, where the token is bound to a key.
   * @param maxAgeMs believe nothing that was found out longer ago; absent, what the cache holds.
   * @throws Refusal `unauthenticated`; `not_found` when the token is another tenant's, exactly as for a tenant that does
   * not exist; `tenant_suspended`; `licence_revoked` for people at devices.
   */
  async execute(authorization: string | undefined, tenantSlug: string, maxAgeMs?: number): Promise<Caller> {
    const token = tokenOf(authorization);
    if (token === undefined) throw new Refusal('unauthenticated');
    return token.startsWith('pos_')
      ? this.byBearer(token, tenantSlug, maxAgeMs)
      : this.byToken(token, tenantSlug, maxAgeMs);
  }

  /** The tenant of a name, for those who have no token yet. `undefined` when there is none that is open. */
  async openTenant(slug: string): Promise<Tenant | undefined> {
    const tenant = await this.tenantOf(slug);
    return tenant?.status === 'active' ? tenant : undefined;
  }

  /** Forgets all bearers and rights of these names, at once in this process. */
  forget(subjects: readonly string[]): void {
    const named = (known: { readonly subjects: readonly string[] }): boolean =>
      known.subjects.some((subject) => subjects.includes(subject));
    this.bearers.forget(named);
    this.rights.forget(named);
    this.tenants.forget(({ id }) => subjects.includes(`tenant:${id}`));
  }

  /** Forgets everybody: each is looked up again when they come. */
  forgetAll(): void {
    for (const cache of [this.bearers, this.rights, this.tenants]) cache.forget(() => true);
  }

  private async byBearer(text: string, tenantSlug: string, maxAgeMs?: number): Promise<Caller> {
    const hash = this.ask.secrets.hash(text);
    const known = this.bearers.get(hash, maxAgeMs) ?? (await this.lookUp(text, hash));
    const now = this.times.now();
    if (known === undefined || known.expiresAt <= now) throw new Refusal('unauthenticated');
    const { principal, expiresAt, proof, tenantId } = known;
    if (principal.kind === 'api-key') this.ask.usage.used(tenantId, principal.id as ApiKeyId, new Date(now));
    const found = await this.tenantOf(tenantSlug, maxAgeMs);
    const tenant = admitted(found, found?.id === tenantId);
    // Devices stay: they have sales to hand in, and must hear that they are locked.
    if (principal.sessionId !== undefined && tenant.licence.revokedAt !== null) throw new Refusal('licence_revoked');
    return { tenant, principal, expiresAt, proof };
  }

  private async lookUp(text: string, hash: string): Promise<KnownBearer | undefined> {
    const told = readToken(text);
    if (told === undefined) return undefined;
    this.kinds ??= new Map(this.ask.bearers().flatMap((bearer) => bearer.kinds.map((kind) => [kind, bearer])));
    const found = await this.kinds.get(told.kind)?.find(told.tenantId, hash, told.kind);
    if (found === undefined) {
      this.bearers.delete(hash);
      return undefined;
    }
    const known = { ...found, tenantId: told.tenantId };
    this.bearers.set(hash, known);
    return known;
  }

  private async byToken(token: string, tenantSlug: string, maxAgeMs?: number): Promise<Caller> {
    const bearer = await this.ask.tokens.verify(token);
    if (bearer === undefined) throw new Refusal('unauthenticated');
    const found = await this.tenantOf(tenantSlug, maxAgeMs);
    const isTheirs = 'id' in bearer.tenant ? bearer.tenant.id === found?.id : bearer.tenant.slug === found?.slug;
    const tenant = admitted(found, isTheirs);
    const { disabled, permissions } = await this.rightsOf(tenant.id, bearer, maxAgeMs);
    if (disabled) throw new Refusal('unauthenticated');
    return { tenant, principal: principalOf(bearer, permissions), expiresAt: bearer.expiresAt, proof: null };
  }

  private async rightsOf(tenantId: TenantId, { subject, roles }: TokenBearer, maxAgeMs?: number): Promise<KnownRights> {
    const key = JSON.stringify([tenantId, subject, roles]);
    const known = this.rights.get(key, maxAgeMs);
    if (known !== undefined) return known;
    const [permissions, user] = await Promise.all([
      this.ask.roles.permissionsOf(tenantId, roles),
      this.ask.users()?.find(tenantId, subject),
    ]);
    const subjects = [`user:${subject}`, ...roles.map((role) => `role:${role}`), ...(user?.subjects ?? [])];
    const found = { disabled: user?.disabled === true, permissions, subjects };
    this.rights.set(key, found);
    return found;
  }

  private async tenantOf(slug: string, maxAgeMs?: number): Promise<Tenant | undefined> {
    const known = this.tenants.get(slug, maxAgeMs);
    if (known !== undefined) return known;
    const tenant = await this.ask.directory.bySlug(slug);
    if (tenant !== undefined) this.tenants.set(slug, tenant);
    return tenant;
  }
}

/** The token of an Authorization header. RFC 9449 names its own scheme for tokens with proofs; both are understood. */
export function tokenOf(authorization: string | undefined): string | undefined {
  return /^(?:Bearer|DPoP) ([\x21-\x7e]{1,8192})$/i.exec(authorization ?? '')?.[1];
}

function admitted(tenant: Tenant | undefined, isTheirs: boolean): Tenant {
  if (tenant === undefined || !isTheirs) throw new Refusal('not_found');
  if (tenant.status !== 'active') throw new Refusal('tenant_suspended');
  return tenant;
}

function principalOf(bearer: TokenBearer, permissions: ReadonlySet<string>): Principal {
  const { subject, outlets } = bearer;
  const regions = regionsOf(bearer);
  const restricted = {
    ...(outlets !== undefined && { outlets: new Set(outlets.filter(isUuid) as OutletId[]) }),
    ...(regions !== undefined && { regions: new Set(regions) }),
  };
  return { kind: 'user', id: subject, permissions, ...restricted, test: false };
}

/** An administrator of regions whose token names none acts for none. */
function regionsOf({ regions, roles }: TokenBearer): readonly string[] | undefined {
  if (regions !== undefined || roles.includes('platform_super_admin')) return regions;
  return roles.includes('platform_regional_admin') ? [] : undefined;
}
