import type { TenantId } from '../../../kernel/ids.js';
import type { ApiKey, ApiKeyId, RevokedApiKey } from '../domain/api-key.js';
import type { Renewal, RenewalId } from '../domain/api-key-renewal.js';
import type { KeyMode } from '../domain/token-text.js';

/** A page of a list: one more than `limit` may come back. */
export interface KeyPage {
  readonly limit: number;
  /** Position of the last entry seen: its time and its id. */
  readonly after: readonly [time: string, id: string] | undefined;
}

/** Which keys to list; what is undefined does not narrow. */
export interface ApiKeyFilter {
  readonly status: ApiKey['status'] | undefined;
  readonly mode: KeyMode | undefined;
  /** Part of the name, or the last characters of the key. */
  readonly q: string | undefined;
  /** Only keys that are active and end before. */
  readonly expiringBefore: Date | undefined;
}

/** Which wishes for renewal to list. */
export interface RenewalFilter {
  readonly status: Renewal['status'] | undefined;
  readonly apiKeyId: ApiKeyId | undefined;
}

/** Questions about keys that change nothing. */
export interface ApiKeyViews {
  /** Newest first. */
  list(tenantId: TenantId, filter: ApiKeyFilter, page: KeyPage): Promise<ApiKey[]>;
  /** @throws Refusal `api_key_not_found`. */
  one(tenantId: TenantId, id: ApiKeyId): Promise<ApiKey>;
  /** Those that are revoked, the last revoked first. */
  revocations(tenantId: TenantId, page: KeyPage): Promise<RevokedApiKey[]>;
  bySecretHash(tenantId: TenantId, secretHash: string): Promise<ApiKey | undefined>;
}

/** Questions about wishes for renewal. */
export interface RenewalViews {
  /** The last asked first. */
  renewals(tenantId: TenantId, filter: RenewalFilter, page: KeyPage): Promise<Renewal[]>;
  /** @throws Refusal `api_key_renewal_not_found`. */
  renewal(tenantId: TenantId, id: RenewalId): Promise<Renewal>;
}
