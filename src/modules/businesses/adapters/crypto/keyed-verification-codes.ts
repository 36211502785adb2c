import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto';
import type { KeptCode, RegistrationId } from '../../domain/registration.js';
import type { VerificationCodes } from '../../ports/verification-codes.js';

interface HashKey {
  readonly id: string;
  readonly bytes: Buffer;
}

const KEY_BYTES = 32;
const ID_CHARACTERS = 8;
const CODES = 1_000_000;
const DIGITS = 6;

/**
 * Codes of six digits, hashed with HMAC-SHA-256 under keys derived from `SECRETS_KEY`: there are so few that whoever had the
 * database alone could else try them all. The first key hashes; former ones still know codes that are on their way.
 */
export class KeyedVerificationCodes implements VerificationCodes {
  private readonly keys: readonly HashKey[];

  /** @param secretsKey as configured, checked at the start of the program. */
  constructor(secretsKey: string) {
    this.keys = secretsKey.split(',').map((word) => keyFrom(word.trim()));
  }

  make(id: RegistrationId): ReturnType<VerificationCodes['make']> {
    const text = String(randomInt(CODES)).padStart(DIGITS, '0');
    const key = this.keys[0] as HashKey;
    return { text, made: { hash: hashOf(key, id, text), key: key.id } };
  }

  matches(id: RegistrationId, text: string, kept: KeptCode): boolean {
    const key = this.keys.find((one) => one.id === kept.key);
    if (key === undefined) return false;
    const [given, right] = [Buffer.from(hashOf(key, id, text)), Buffer.from(kept.hash)];
    return given.length === right.length && timingSafeEqual(given, right);
  }
}

/** Where no key is configured no code can be kept, and none is ever right. */
export const NO_CODES: VerificationCodes = {
  make: () => {
    throw new Error('codes cannot be kept without SECRETS_KEY');
  },
  matches: () => false,
};

/** The registration is hashed with it: the same code of two cannot be told to be the same. */
function hashOf({ bytes }: HashKey, id: RegistrationId, text: string): string {
  return createHmac('sha256', bytes).update(`${id} ${text}`).digest('hex');
}

function keyFrom(text: string): HashKey {
  const bytes = Buffer.from(
    hkdfSync('sha256', Buffer.from(text, 'base64'), '', 'pos-service verification codes', KEY_BYTES),
  );
  const id = createHmac('sha256', bytes).update('id').digest('hex').slice(0, ID_CHARACTERS);
  return { id, bytes };
}
