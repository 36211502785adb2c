import type { SecretOwner } from './signing-secrets.js';

/** A sealed secret where it is stored. */
export interface StoredSealedSecret extends SecretOwner {
  readonly field: 'secret' | 'previous_secret';
  readonly sealed: string;
  readonly number: number;
}

/** Sealed secrets of all tenants, for changing the key that seals them. */
export interface SealedSecretStore {
  /** Some that do not begin so. */
  othersThan(prefix: string, limit: number): Promise<StoredSealedSecret[]>;
  /** Changes nothing when the stored one is another by now. */
  replace(stored: StoredSealedSecret, sealed: string): Promise<void>;
}
