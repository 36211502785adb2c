import { randomBytes } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.js';
import type { SealedSecrets, SecretPlace } from '../../../../platform/crypto/sealed-secrets.js';
import { newSecret, sign } from '../../../../platform/signatures/standard-webhooks.js';
import type { EndpointRefusal } from '../../domain/endpoint.js';
import type { NewSecret, SecretOwner, SigningSecrets } from '../../ports/signing-secrets.js';

const SECRET_BYTES = 32;
const HINT_CHARACTERS = 4;
/** Opened secrets that are kept, so that not every message asks the key service. */
const OPENED_MAX = 1_000;

/** Secrets of Standard Webhooks, sealed where they are stored (GUARANTEES G8). */
export class SealedSigningSecrets implements SigningSecrets {
  private readonly opened = new Map<string, string>();

  /** @param sealed absent where no key is configured: then nothing can be made or signed. */
  constructor(private readonly sealed: SealedSecrets | undefined) {}

  /** Whether there is a key to seal with. */
  get configured(): boolean {
    return this.sealed !== undefined;
  }

  async make(owner: SecretOwner, number: number): Promise<NewSecret> {
    if (this.sealed === undefined) throw new Refusal<EndpointRefusal>('secrets_not_configured');
    const text = newSecret(randomBytes(SECRET_BYTES));
    const sealed = await this.sealed.seal(text, placeOf(owner, number));
    return { text, stored: { sealed, number, hint: hintOf(text) } };
  }

  async sign(
    owner: SecretOwner,
    secrets: readonly { readonly sealed: string; readonly number: number }[],
    { id, timestampSeconds, body }: Parameters<SigningSecrets['sign']>[2],
  ): Promise<string> {
    const texts = await Promise.all(secrets.map(({ sealed, number }) => this.open(sealed, placeOf(owner, number))));
    return sign(texts, id, timestampSeconds, body);
  }

  get currentPrefix(): string | undefined {
    return this.sealed?.currentPrefix;
  }

  async rewrap(owner: SecretOwner, sealed: string, number: number): Promise<string> {
    if (this.sealed === undefined) throw new Error('SECRETS_KEY is not set, so stored secrets cannot be opened');
    return (await this.sealed.rewrap(sealed, placeOf(owner, number))) ?? sealed;
  }

  private async open(text: string, place: SecretPlace): Promise<string> {
    const known = this.opened.get(text);
    if (known !== undefined) return known;
    if (this.sealed === undefined) throw new Error('SECRETS_KEY is not set, so stored secrets cannot be opened');
    const secret = await this.sealed.open(text, place);
    if (this.opened.size >= OPENED_MAX) this.opened.clear();
    this.opened.set(text, secret);
    return secret;
  }
}

function placeOf({ tenantId, endpointId }: SecretOwner, version: number): SecretPlace {
  return { tenantId, kind: 'webhook_endpoint', recordId: endpointId, field: 'secret', version };
}

/** The last characters that say something: Base64 of 32 bytes ends in `=`. */
function hintOf(secret: string): string {
  return secret.replace(/=+$/, '').slice(-HINT_CHARACTERS);
}
