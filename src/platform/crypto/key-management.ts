import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  type CipherGCM,
  type DecipherGCM,
} from 'node:crypto';

/** A data key as it may be stored: only who holds the key named here can open it. */
export interface WrappedKey {
  readonly keyId: string;
  readonly bytes: Buffer;
}

/** Where the keys live that protect other keys: a key service, or this process (GUARANTEES G8). */
export interface KeyManagement {
  /** The key that wraps now; data keys wrapped by another are due to be wrapped again. */
  readonly currentKeyId: string;
  /** @param context bound to the wrapped key: unwrapping needs the same. */
  wrap(dataKey: Buffer, context: string): Promise<WrappedKey>;
  /** @throws Error when the key is not known, or key and context do not belong together. */
  unwrap(wrapped: WrappedKey, context: string): Promise<Buffer>;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_CHARACTERS = 8;

/** Wraps with keys that this process was given: `SECRETS_KEY`. The first wraps, all unwrap. */
export class LocalKeyManagement implements KeyManagement {
  readonly currentKeyId: string;
  private readonly keys: ReadonlyMap<string, Buffer>;

  /** @param text 32 bytes in Base64; several, separated by commas. @throws Error that says how to make one. */
  constructor(text: string) {
    const keys = text.split(',').map((word) => keyFrom(word.trim()));
    this.keys = new Map(keys.map((key) => [idOf(key), key]));
    this.currentKeyId = idOf(keys[0] as Buffer);
  }

  wrap(dataKey: Buffer, context: string): Promise<WrappedKey> {
    const key = this.keys.get(this.currentKeyId) as Buffer;
    return Promise.resolve({ keyId: this.currentKeyId, bytes: encrypt(key, dataKey, context) });
  }

  unwrap({ keyId, bytes }: WrappedKey, context: string): Promise<Buffer> {
    const key = this.keys.get(keyId);
    if (key === undefined)
      return Promise.reject(new Error(`the secret was sealed with key ${keyId}, which SECRETS_KEY lacks`));
    return new Promise((resolve) => resolve(decrypt(key, bytes, context)));
  }
}

/** AES-256-GCM: nonce, tag and ciphertext in one. @param context is authenticated, not stored. */
export function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher: CipherGCM = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when anything was changed, or the context is another. */
export function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher: DecipherGCM = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

function keyFrom(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  // Decoding skips what is not Base64: only what reads back the same was.
  if (key.length !== KEY_BYTES || key.toString('base64') !== text)
    throw new Error('SECRETS_KEY must be 32 bytes in Base64, several separated by commas: openssl rand -base64 32');
  return key;
}

/** Names a key without telling anything of it. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('pos-service secrets key').update(key).digest('hex').slice(0, ID_CHARACTERS);
}
