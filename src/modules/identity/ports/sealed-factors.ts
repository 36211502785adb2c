import type { TenantId } from '../../../kernel/ids.js';
import type { LoginId } from '../domain/login.js';

/** Whose secret it is, and which of those that they had. */
export interface FactorOwner {
  readonly tenantId: TenantId;
  readonly loginId: LoginId;
  readonly number: number;
}

/** Seals secrets of second factors for storage. May ask a key service: never inside a transaction. */
export interface SealedFactors {
  /** @throws Refusal `secrets_not_configured`. */
  seal(secret: string, owner: FactorOwner): Promise<string>;
  /** @throws Refusal `secrets_not_configured`; Error when it cannot be opened. */
  open(sealed: string, owner: FactorOwner): Promise<string>;
  /** What all begins with that is sealed by the present key; `undefined` where none is configured. */
  readonly currentPrefix: string | undefined;
  /** The same secret under the present key. @throws Error when it cannot be opened. */
  rewrap(sealed: string, owner: FactorOwner): Promise<string>;
}

/** A sealed secret where it is stored. */
export interface StoredFactor extends FactorOwner {
  readonly sealed: string;
}

/** Sealed secrets of all tenants, for changing the key that seals them. */
export interface SealedFactorStore {
  /** Some that do not begin so. */
  othersThan(prefix: string, limit: number): Promise<readonly StoredFactor[]>;
  /** Changes nothing when the stored one is another by now. */
  replace(stored: StoredFactor, sealed: string): Promise<void>;
}
