import { hash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { allowInsecureRequests, discovery, None } from 'openid-client';

/** Whose tokens are accepted, and which. */
export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Values of the header `typ` that are accepted. */
  readonly types: readonly string[];
}

/** What a verified token claims. Its meaning is the caller's business. */
export type VerifiedClaims = JWTPayload & Readonly<Record<string, unknown>>;

/** The auth service cannot be asked for its keys. Not the caller's fault, and not a reason to believe the token. */
export class OidcUnavailable extends Error {
  constructor(cause: unknown) {
    super('the auth service cannot be asked for its keys', { cause });
    this.name = 'OidcUnavailable';
  }
}

const LEEWAY_SECONDS = 60;
const CACHE_MS = 60_000;
const CACHE_MAX = 10_000;
const DISCOVERY_TIMEOUT_SECONDS = 3;
const DISCOVERY_TRIES = 3;
const DISCOVERY_WAIT_MS = 200;
const DISCOVERY_COOLDOWN_MS = 5_000;
const KEYS_TIMEOUT_MS = 3_000;
const KEYS_COOLDOWN_MS = 30_000;
const KEYS_MAX_AGE_MS = 600_000;
const TOKEN_MAX = 8_192;

/**
 * Verifies access tokens: fixed issuer, audience, algorithms and type; keys only from the issuer's own key set, whatever a
 * token's header points at. Verified tokens are remembered for a minute at most, by their hash.
 */
export class OidcVerifier {
  private readonly cache = new Map<string, { readonly claims: VerifiedClaims; readonly until: number }>();
  private keys: Promise<JWTVerifyGetKey> | undefined;
  private lastFailure: { readonly error: OidcUnavailable; readonly at: number } | undefined;

  constructor(
    private readonly settings: OidcSettings,
    private readonly now: () => number = Date.now,
    private readonly wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  /**
   * @returns the claims, or `undefined` for a token that is not to be believed.
   * @throws OidcUnavailable when the issuer's keys cannot be had.
   */
  async verify(token: string): Promise<VerifiedClaims | undefined> {
    if (token.length > TOKEN_MAX) return undefined;
    const digest = hash('sha256', token, 'base64url');
    const known = this.cache.get(digest);
    if (known !== undefined && known.until > this.now()) return known.claims;
    const claims = await this.check(token);
    if (claims !== undefined) this.remember(digest, claims);
    return claims;
  }

  private async check(token: string): Promise<VerifiedClaims | undefined> {
    const keys = await this.keySet();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        algorithms: [...this.settings.algorithms],
        clockTolerance: LEEWAY_SECONDS,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(this.now()),
      });
      const typed = this.settings.types.some((type) => isType(protectedHeader.typ, type));
      return typed && !this.isToCome(payload) ? payload : undefined;
    } catch (error) {
      if (isAboutToken(error)) return undefined;
      throw new OidcUnavailable(error);
    }
  }

  /** A token of tomorrow was made by a clock or a person that is not to be believed; the library looks at `nbf` alone. */
  private isToCome({ iat }: JWTPayload): boolean {
    return iat !== undefined && iat > this.now() / 1000 + LEEWAY_SECONDS;
  }

  private remember(digest: string, claims: VerifiedClaims): void {
    if (this.cache.size >= CACHE_MAX) this.cache.delete(this.cache.keys().next().value as string);
    const expiry = ((claims.exp ?? 0) + LEEWAY_SECONDS) * 1000;
    this.cache.set(digest, { claims, until: Math.min(this.now() + CACHE_MS, expiry) });
  }

  private async keySet(): Promise<JWTVerifyGetKey> {
    if (this.lastFailure !== undefined && this.now() - this.lastFailure.at < DISCOVERY_COOLDOWN_MS)
      throw this.lastFailure.error;
    this.keys ??= this.discover();
    try {
      return await this.keys;
    } catch (error) {
      this.keys = undefined;
      this.lastFailure = { error: new OidcUnavailable(error), at: this.now() };
      throw this.lastFailure.error;
    }
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const issuer = new URL(this.settings.issuer);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its mark is a warning to the reader: for loopback only
    const execute = isLoopback(issuer) ? [allowInsecureRequests] : [];
    for (let tried = 1; ; tried += 1) {
      try {
        const found = await discovery(issuer, this.settings.audience, undefined, None(), {
          execute,
          timeout: DISCOVERY_TIMEOUT_SECONDS,
        });
        const { jwks_uri: keysUrl } = found.serverMetadata();
        if (keysUrl === undefined) throw new Error('the auth service publishes no keys');
        return createRemoteJWKSet(new URL(keysUrl), {
          timeoutDuration: KEYS_TIMEOUT_MS,
          cooldownDuration: KEYS_COOLDOWN_MS,
          cacheMaxAge: KEYS_MAX_AGE_MS,
        });
      } catch (error) {
        if (tried >= DISCOVERY_TRIES) throw error;
        await this.wait(DISCOVERY_WAIT_MS * 2 ** tried * (0.5 + Math.random() / 2));
      }
    }
  }
}

/** `at+jwt` and `application/at+jwt` are the same (RFC 9068). */
function isType(actual: string | undefined, expected: string): boolean {
  return actual?.toLowerCase().replace(/^application\//, '') === expected.toLowerCase();
}

/** True when the token is at fault; false when the keys could not be fetched. */
function isAboutToken(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  // jose reports an answer of the key set's server that is no 200 by its plain base class.
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
