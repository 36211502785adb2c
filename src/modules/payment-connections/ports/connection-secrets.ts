import type { TenantId } from '../../../kernel/ids.js';
import type { ConnectionId, StoredSecret } from '../domain/connection.js';

export interface SecretOwner {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
}

/** A sealed secret where it is stored. */
export interface SealedField extends SecretOwner {
  readonly field: string;
  readonly sealed: string;
  readonly number: number;
}

/** Seals and opens secrets. May ask a key service: never inside a transaction. */
export interface ConnectionSecrets {
  /** @throws Refusal `payment_secrets_not_configured`. */
  seal(owner: SecretOwner, field: string, number: number, text: string): Promise<StoredSecret>;
  /** All of a connection, by their fields. @throws Error when one cannot be opened. */
  open(owner: SecretOwner, secrets: Readonly<Record<string, StoredSecret>>): Promise<Readonly<Record<string, string>>>;
  /** A new word for the address that the provider calls. */
  newToken(): string;
  hashOf(token: string): string;
  /** What all begins with that is sealed by the present key; `undefined` where none is configured. */
  readonly currentPrefix: string | undefined;
  /** The same secret under the present key. @throws Error when it cannot be opened. */
  rewrap(stored: SealedField): Promise<string>;
}

/** Sealed secrets of all tenants, for changing the key that seals them. */
export interface SealedFieldStore {
  /** Some that do not begin so. */
  othersThan(prefix: string, limit: number): Promise<SealedField[]>;
  /** Changes nothing when the stored one is another by now. */
  replace(stored: SealedField, sealed: string): Promise<void>;
}
