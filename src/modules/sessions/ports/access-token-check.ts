import type { TenantId } from '../../../kernel/ids.js';

/** Asks the auth service's keys whose an access token is. */
export interface AccessTokenCheck {
  /** @returns the subject; `undefined` for a token that is not good or of another business. @throws Refusal `auth_service_unavailable`. */
  subjectOf(tenant: { readonly id: TenantId; readonly slug: string }, accessToken: string): Promise<string | undefined>;
}
