import { isUuid } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { OidcUnavailable, type OidcVerifier, type VerifiedClaims } from '../../../../platform/oidc/oidc-verifier.js';
import type { AccessTokenRefusal, AccessTokens, TokenBearer } from '../../ports/access-tokens.js';

const LIST_MAX = 1_000;

/** Access tokens of the auth service: its claims in our words. */
export class OidcAccessTokens implements AccessTokens {
  constructor(
    private readonly verifier: Pick<OidcVerifier, 'verify'>,
    private readonly onUnavailable: (error: OidcUnavailable) => void,
  ) {}

  async verify(token: string): Promise<TokenBearer | undefined> {
    const claims = await this.claimsOf(token);
    return claims && bearerOf(claims);
  }

  private async claimsOf(token: string): Promise<VerifiedClaims | undefined> {
    try {
      return await this.verifier.verify(token);
    } catch (error) {
      if (!(error instanceof OidcUnavailable)) throw error;
      this.onUnavailable(error);
      throw new Refusal<AccessTokenRefusal>('auth_service_unavailable');
    }
  }
}

/** Where no auth service is configured, no access token is good. */
export class NoAccessTokens implements AccessTokens {
  verify(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

function bearerOf(claims: VerifiedClaims): TokenBearer | undefined {
  const { sub, tenant, tenant_id: tenantId, roles, outlets, regions, exp } = claims;
  const theirs = tenantOf(tenant, tenantId);
  if (typeof sub !== 'string' || theirs === undefined || !isList(roles)) return undefined;
  if ((outlets !== undefined && !isList(outlets)) || (regions !== undefined && !isList(regions))) return undefined;
  const expiresAt = exp === undefined ? Infinity : exp * 1_000;
  const limits = { ...(outlets !== undefined && { outlets }), ...(regions !== undefined && { regions }) };
  return { subject: sub, tenant: theirs, roles, ...limits, expiresAt };
}

function tenantOf(slug: unknown, id: unknown): TokenBearer['tenant'] | undefined {
  if (typeof id === 'string' && isUuid(id)) return { id };
  return typeof slug === 'string' && slug !== '' ? { slug } : undefined;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= LIST_MAX && value.every((item) => typeof item === 'string');
}
