import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { FreshToken, IdentitySecrets } from '../../ports/identity-secrets.js';

/** 200 bits: nobody guesses them, so that a fast hash will do. */
const TOKEN_BYTES = 25;
const RECOVERY_CODES = 10;
const GROUPS = 4;
const GROUP_LENGTH = 4;
// Crockford's base 32 in lower case: no letters that are misread or that spell words. 32 letters divide a byte's 256 values evenly.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const KEY_BYTES = 32;

/** Chance of the system, SHA-256 of what it made, and HMAC under a key derived from `SECRETS_KEY`. */
export class KeyedIdentitySecrets implements IdentitySecrets {
  private readonly key: Buffer | undefined;

  /** @param secretsKey as configured; of several, the first. After a change of it, counts of wrong tries begin anew. */
  constructor(secretsKey: string | undefined) {
    this.key = secretsKey === undefined ? undefined : keyFrom(secretsKey.split(',', 1)[0] as string);
  }

  token(): FreshToken {
    const text = randomBytes(TOKEN_BYTES).toString('base64url');
    return { text, hash: this.hashOfToken(text) };
  }

  recoveryCodes(): readonly FreshToken[] {
    return Array.from({ length: RECOVERY_CODES }, () => {
      const letters = Array.from(randomBytes(GROUPS * GROUP_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]);
      const groups = Array.from({ length: GROUPS }, (_, group) =>
        letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
      );
      const text = groups.join('-');
      return { text, hash: this.hashOfRecoveryCode(text) };
    });
  }

  hashOfToken(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }

  hashOfRecoveryCode(text: string): string {
    const plain = text.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
    return createHash('sha256').update(`recovery ${plain}`).digest('hex');
  }

  accountKey(tenantId: TenantId, email: string): string {
    if (this.key === undefined) throw new Refusal('secrets_not_configured');
    return createHmac('sha256', this.key).update(`${tenantId} ${email}`).digest('hex');
  }
}

function keyFrom(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  return Buffer.from(hkdfSync('sha256', key, '', 'pos-service login accounts', KEY_BYTES));
}
