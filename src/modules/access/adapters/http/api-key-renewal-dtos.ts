import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { Renewal } from '../../domain/api-key-renewal.js';
import type { AuditReason } from './role-dtos.js';

/** A wish that a key last longer. */
export interface AskForRenewalRequest {
  /** Your own id for the request; it then also serves as the Idempotency-Key. */
  id?: Uuid;
  /** Until when the key should last; null or absent: forever. */
  wantedUntil?: Timestamp | null;
  reason: AuditReason;
}

/** What is granted. */
export interface GrantRenewalRequest {
  /** The new end; null: none; absent: as was asked for. */
  expiresAt?: Timestamp | null;
  note?: AuditReason;
}

/** Why not. */
export interface DenyRenewalRequest {
  reason: AuditReason;
}

export type RenewalStatus = 'asked' | 'granted' | 'denied';

/** A wish that a key last longer, and what became of it. */
export interface RenewalResponse {
  id: Uuid;
  apiKeyId: Uuid;
  status: RenewalStatus;
  /** Null: forever. */
  wantedUntil: Timestamp | null;
  reason: string;
  askedBy: string;
  askedAt: Timestamp;
  decidedBy: string | null;
  decidedAt: Timestamp | null;
  /** What was said with it; why, where it was denied. */
  note: string | null;
  /** Null: forever, or not granted. */
  grantedUntil: Timestamp | null;
}

/** Shows a wish for renewal. */
export function toRenewalResponse(renewal: Renewal): RenewalResponse {
  const { id, apiKeyId, status, wantedUntil, reason, askedBy, askedAt } = renewal;
  const decided = renewal.status === 'asked' ? undefined : renewal;
  return {
    ...{ id, apiKeyId, status, wantedUntil: wantedUntil?.toISOString() ?? null, reason, askedBy },
    ...{ askedAt: askedAt.toISOString(), decidedBy: decided?.decidedBy ?? null, note: decided?.note ?? null },
    ...{ decidedAt: decided?.decidedAt.toISOString() ?? null },
    grantedUntil: decided?.grantedUntil?.toISOString() ?? null,
  };
}
