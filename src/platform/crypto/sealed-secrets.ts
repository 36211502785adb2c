import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, type KeyManagement } from './key-management.js';

/** What a secret belongs to. All of it is authenticated: a sealed secret opens nowhere but in its own place. */
export interface SecretPlace {
  readonly tenantId: string;
  /** The kind of record, such as `webhook_endpoint`. */
  readonly kind: string;
  readonly recordId: string;
  readonly field: string;
  /** Counts the secrets that this field has had. */
  readonly version: number;
}

const FORMAT = 's1';
const DATA_KEY_BYTES = 32;

/**
 * Seals secrets for storage: a fresh data key for each, wrapped by the key service, AES-256-GCM (GUARANTEES G8). The sealed
 * form is text: format, id of the wrapping key, wrapped data key, ciphertext.
 */
export class SealedSecrets {
  constructor(private readonly keys: KeyManagement) {}

  /** Seals a secret for its place. May ask the key service over the network: not inside a transaction. */
  async seal(secret: string, place: SecretPlace): Promise<string> {
    const dataKey = randomBytes(DATA_KEY_BYTES);
    const context = contextOf(place);
    const wrapped = await this.keys.wrap(dataKey, context);
    const ciphertext = encrypt(dataKey, Buffer.from(secret), context);
    return [FORMAT, wrapped.keyId, base64(wrapped.bytes), base64(ciphertext)].join('.');
  }

  /** @throws Error when it was sealed for another place or by a key that is not known. */
  async open(sealed: string, place: SecretPlace): Promise<string> {
    const { keyId, wrappedKey, ciphertext } = partsOf(sealed);
    const context = contextOf(place);
    const dataKey = await this.keys.unwrap({ keyId, bytes: Buffer.from(wrappedKey, 'base64url') }, context);
    return decrypt(dataKey, Buffer.from(ciphertext, 'base64url'), context).toString();
  }

  /** The same secret under the key that wraps now; `undefined` when it is so already. */
  async rewrap(sealed: string, place: SecretPlace): Promise<string | undefined> {
    const { keyId, wrappedKey, ciphertext } = partsOf(sealed);
    if (keyId === this.keys.currentKeyId) return undefined;
    const context = contextOf(place);
    const dataKey = await this.keys.unwrap({ keyId, bytes: Buffer.from(wrappedKey, 'base64url') }, context);
    const wrapped = await this.keys.wrap(dataKey, context);
    return [FORMAT, wrapped.keyId, base64(wrapped.bytes), ciphertext].join('.');
  }

  /** What all that is sealed by the key that wraps now begins with. */
  get currentPrefix(): string {
    return `${FORMAT}.${this.keys.currentKeyId}.`;
  }
}

function partsOf(sealed: string): { keyId: string; wrappedKey: string; ciphertext: string } {
  const [format, keyId, wrappedKey, ciphertext] = sealed.split('.');
  if (format !== FORMAT || keyId === undefined || wrappedKey === undefined || ciphertext === undefined)
    throw new Error('this is not a sealed secret');
  return { keyId, wrappedKey, ciphertext };
}

function contextOf({ tenantId, kind, recordId, field, version }: SecretPlace): string {
  return JSON.stringify([tenantId, kind, recordId, field, version]);
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64url');
}
