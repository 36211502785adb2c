import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.js';
import type { SealedSecrets, SecretPlace } from '../../../../platform/crypto/sealed-secrets.js';
import { hintOf, type ConnectionRefusal, type StoredSecret } from '../../domain/connection.js';
import type { ConnectionSecrets, SealedField, SecretOwner } from '../../ports/connection-secrets.js';

const TOKEN_BYTES = 32;
/** Opened secrets that are kept, so that not every payment asks the key service. */
const OPENED_MAX = 1_000;

/** Secrets of connections, sealed where they are stored (GUARANTEES G8). */
export class SealedConnectionSecrets implements ConnectionSecrets {
  private readonly opened = new Map<string, string>();

  /** @param sealed absent where no key is configured: then none can be stored. */
  constructor(private readonly sealed: SealedSecrets | undefined) {}

  async seal(owner: SecretOwner, field: string, number: number, text: string): Promise<StoredSecret> {
    if (this.sealed === undefined) throw new Refusal<ConnectionRefusal>('payment_secrets_not_configured');
    return { sealed: await this.sealed.seal(text, placeOf(owner, field, number)), number, hint: hintOf(text) };
  }

  async open(
    owner: SecretOwner,
    secrets: Readonly<Record<string, StoredSecret>>,
  ): Promise<Readonly<Record<string, string>>> {
    const texts = Object.entries(secrets).map(
      async ([field, { sealed, number }]) =>
        [field, await this.openOne(sealed, placeOf(owner, field, number))] as const,
    );
    return Object.fromEntries(await Promise.all(texts));
  }

  newToken(): string {
    return randomBytes(TOKEN_BYTES).toString('base64url');
  }

  hashOf(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  }

  get currentPrefix(): string | undefined {
    return this.sealed?.currentPrefix;
  }

  async rewrap({ sealed, field, number, ...owner }: SealedField): Promise<string> {
    return (await this.key().rewrap(sealed, placeOf(owner, field, number))) ?? sealed;
  }

  private async openOne(text: string, place: SecretPlace): Promise<string> {
    const known = this.opened.get(text);
    if (known !== undefined) return known;
    const secret = await this.key().open(text, place);
    if (this.opened.size >= OPENED_MAX) this.opened.clear();
    this.opened.set(text, secret);
    return secret;
  }

  private key(): SealedSecrets {
    if (this.sealed === undefined) throw new Error('SECRETS_KEY is not set, so stored secrets cannot be opened');
    return this.sealed;
  }
}

function placeOf({ tenantId, connectionId }: SecretOwner, field: string, version: number): SecretPlace {
  return { tenantId, kind: 'payment_connection', recordId: connectionId, field, version };
}
