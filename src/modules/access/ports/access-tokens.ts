/** What a verified access token says of its bearer, in our words. */
export interface TokenBearer {
  readonly subject: string;
  /** Slug or id of the tenant. */
  readonly tenant: { readonly slug: string } | { readonly id: string };
  readonly roles: readonly string[];
  /** Absent: all outlets. */
  readonly outlets?: readonly string[];
  /** Of administrators of the platform. Absent: all, but none for who is an administrator of regions. */
  readonly regions?: readonly string[];
  /** When the token says that it runs out, in ms since the epoch. */
  readonly expiresAt: number;
}

export type AccessTokenRefusal = 'auth_service_unavailable';

/** Verifies access tokens of the auth service. */
export interface AccessTokens {
  /**
   * `undefined` for a token that does not verify or names no tenant.
   * @throws Refusal `auth_service_unavailable`.
   */
  verify(token: string): Promise<TokenBearer | undefined>;
}
