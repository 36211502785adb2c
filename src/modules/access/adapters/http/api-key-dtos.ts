import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { ApiKey, ApiKeyId } from '../../domain/api-key.js';
import type { Permission } from '../../domain/permissions.js';
import type { IssuedApiKey } from '../../application/create-api-key.js';

/** What a new key is to be. */
export interface CreateApiKeyRequest {
  /** Your own id for the key; it then also serves as the Idempotency-Key. */
  id?: Uuid;
  /**
   * @minLength 1
   * @maxLength 100
   * @example "web shop"
   */
  name: string;
  /** Test keys never reach the outside world. */
  mode: 'live' | 'test';
  /**
   * @minItems 1
   * @maxItems 200
   */
  permissions: Permission[];
  /**
   * The outlets the key may act for; null or absent is all of them.
   * @maxItems 1000
   */
  outlets?: Uuid[] | null;
  expiresAt?: Timestamp | null;
}

/** What is known of a key. The key itself is shown once, when it is made. */
export interface ApiKeyResponse {
  id: Uuid;
  name: string;
  mode: 'live' | 'test';
  status: 'active' | 'revoked';
  /** The last characters of the key. */
  hint: string;
  permissions: Permission[];
  outlets: Uuid[] | null;
  expiresAt: Timestamp | null;
  revokedAt: Timestamp | null;
  /** To the minute. */
  lastUsedAt: Timestamp | null;
  createdBy: string;
  createdAt: Timestamp;
}

/** A key just made. */
export interface IssuedApiKeyResponse extends ApiKeyResponse {
  /** The key: shown now and never again. Null when this answer repeats an earlier one. */
  key: string | null;
}

/** Shows a key. */
export function toApiKeyResponse(key: ApiKey): ApiKeyResponse {
  return {
    id: key.id,
    name: key.name,
    mode: key.mode,
    status: key.status,
    hint: key.hint,
    permissions: [...key.permissions],
    outlets: key.outlets === null ? null : [...key.outlets],
    expiresAt: key.expiresAt?.toISOString() ?? null,
    revokedAt: key.status === 'revoked' ? key.revokedAt.toISOString() : null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    createdBy: key.createdBy,
    createdAt: key.createdAt.toISOString(),
  };
}

/** Shows a key just made, this once. */
export function toIssued({ apiKey, key }: IssuedApiKey): IssuedApiKeyResponse {
  return { ...toApiKeyResponse(apiKey), key };
}

/** The same as a repeat shows it, and as it is stored: without the key. */
export function toIssuedAgain({ apiKey }: IssuedApiKey): IssuedApiKeyResponse {
  return { ...toApiKeyResponse(apiKey), key: null };
}

/** Reads an id that the contract has checked. */
export function apiKeyIdFrom(id: Uuid): ApiKeyId {
  return id as ApiKeyId;
}
