import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { ApiKey, ApiKeyId, RevokedApiKey } from '../../domain/api-key.js';
import type { ApiKeyChanges } from '../../domain/api-key-lifecycle.js';
import type { Permission } from '../../domain/permissions.js';
import type { IssuedApiKey } from '../../application/create-api-key.js';
import type { AuditReason } from './role-dtos.js';

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

/** What is to change; members left out stay. */
export interface ChangeApiKeyRequest {
  /**
   * @minLength 1
   * @maxLength 100
   */
  name?: string;
  /** A new end; null: none. Who lets a key last longer must hold all that it may. */
  expiresAt?: Timestamp | null;
  /**
   * Some of those that it has.
   * @minItems 1
   * @maxItems 200
   */
  permissions?: Permission[];
  reason?: AuditReason;
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
  /** Null: not revoked, or before this was kept. */
  revokedBy: string | null;
  revokeReason: string | null;
  createdBy: string;
  createdAt: Timestamp;
  /** @isInt */
  version: number;
}

/** A key that was revoked: who, when, why, and when it was used last. */
export interface ApiKeyRevocationResponse {
  id: Uuid;
  name: string;
  mode: 'live' | 'test';
  /** The last characters of the key. */
  hint: string;
  revokedAt: Timestamp;
  revokedBy: string | null;
  reason: string | null;
  /** To the minute; null: never. */
  lastUsedAt: Timestamp | null;
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
    revokedBy: key.status === 'revoked' ? key.revokedBy : null,
    revokeReason: key.status === 'revoked' ? key.revokeReason : null,
    createdBy: key.createdBy,
    createdAt: key.createdAt.toISOString(),
    version: key.version,
  };
}

/** Shows how a key was ended. */
export function toRevocation(key: RevokedApiKey): ApiKeyRevocationResponse {
  const { id, name, mode, hint, revokedBy, revokeReason, revokedAt, lastUsedAt } = key;
  const at = { revokedAt: revokedAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
  return { id, name, mode, hint, revokedBy, reason: revokeReason, ...at };
}

/** Reads changes: exactly the members that were sent. @throws Refusal `validation_failed` for a time that does not exist. */
export function keyChangesFrom({ name, expiresAt, permissions }: ChangeApiKeyRequest): ApiKeyChanges {
  return {
    ...(name !== undefined && { name }),
    ...(permissions !== undefined && { permissions }),
    ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : timeFrom(expiresAt, '/expiresAt') }),
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
