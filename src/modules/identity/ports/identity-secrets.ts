import type { TenantId } from '../../../kernel/ids.js';

/** A token just made: the only time that its text is known. */
export interface FreshToken {
  readonly text: string;
  readonly hash: string;
}

/** Chance, and hashes of what chance made. */
export interface IdentitySecrets {
  token(): FreshToken;
  /** @returns as many codes as people can write down, and their hashes. */
  recoveryCodes(): readonly FreshToken[];
  hashOfToken(text: string): string;
  /** However it was typed. */
  hashOfRecoveryCode(text: string): string;
  /** Names an account without telling whose: HMAC of the address. @throws Refusal `secrets_not_configured`. */
  accountKey(tenantId: TenantId, email: string): string;
}
