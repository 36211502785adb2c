import type { TenantId } from '../../../kernel/ids.js';
import type { AccessTokens } from '../ports/access-tokens.js';

/** For whoever lets people sign in with an access token of the auth service. */
export abstract class TokenSignIn {
  /**
   * @returns the subject; `undefined` for a token that does not verify, or is of another business.
   * @throws Refusal `auth_service_unavailable`.
   */
  abstract subjectOf(
    tenant: { readonly id: TenantId; readonly slug: string },
    token: string,
  ): Promise<string | undefined>;
}

/** By the same rules as at the door. */
export class VerifiedTokenSignIn extends TokenSignIn {
  constructor(private readonly tokens: AccessTokens) {
    super();
  }

  async subjectOf(
    tenant: { readonly id: TenantId; readonly slug: string },
    token: string,
  ): Promise<string | undefined> {
    const bearer = await this.tokens.verify(token);
    if (bearer === undefined) return undefined;
    const isTheirs = 'id' in bearer.tenant ? bearer.tenant.id === tenant.id : bearer.tenant.slug === tenant.slug;
    return isTheirs ? bearer.subject : undefined;
  }
}
