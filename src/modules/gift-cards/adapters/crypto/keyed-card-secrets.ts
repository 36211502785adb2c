import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { TenantId } from '../../../../kernel/ids.js';
import type { CardSecrets, CodeHash } from '../../ports/card-secrets.js';

interface HashKey {
  readonly id: string;
  readonly bytes: Buffer;
}

const KEY_BYTES = 32;
const ID_CHARACTERS = 8;
/** Without SECRETS_KEY the hash is one that everybody can compute: it still shows no code, but short ones can be tried. */
const UNKEYED: HashKey = { id: 'none', bytes: Buffer.from('pos-service gift cards without a key') };

/**
 * Hashes codes with HMAC-SHA-256 under keys derived from `SECRETS_KEY`: who has only the database cannot try codes. The first
 * key hashes, the others and none at all still find cards that were issued under them.
 */
export class KeyedCardSecrets implements CardSecrets {
  private readonly keys: readonly [HashKey, ...HashKey[]];

  /** @param secretsKey as configured, checked at the start of the program. */
  constructor(secretsKey: string | undefined) {
    const keyed = secretsKey === undefined ? [] : secretsKey.split(',').map((word) => keyFrom(word.trim()));
    const [first, ...former] = keyed;
    this.keys = first === undefined ? [UNKEYED] : [first, ...former, UNKEYED];
  }

  random(size: number): Uint8Array {
    return randomBytes(size);
  }

  hashesOf(tenantId: TenantId, code: string): readonly [CodeHash, ...CodeHash[]] {
    const [first, ...former] = this.keys;
    return [hashOf(first, tenantId, code), ...former.map((key) => hashOf(key, tenantId, code))];
  }
}

/** The tenant is hashed with it: the same code at two businesses cannot be told to be the same. */
function hashOf({ id, bytes }: HashKey, tenantId: TenantId, code: string): CodeHash {
  return { key: id, hash: createHmac('sha256', bytes).update(`${tenantId} ${code}`).digest('hex') };
}

function keyFrom(text: string): HashKey {
  const derived = Buffer.from(
    hkdfSync('sha256', Buffer.from(text, 'base64'), '', 'pos-service gift card codes', KEY_BYTES),
  );
  const id = createHmac('sha256', derived).update('id').digest('hex').slice(0, ID_CHARACTERS);
  return { id, bytes: derived };
}
