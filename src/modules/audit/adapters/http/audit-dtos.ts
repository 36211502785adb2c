import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { AuditEntry } from '../../domain/entry.js';

export type AuditOutcome = 'allowed' | 'refused';

/**
 * Place in the chain, from 1.
 * @isLong must be an integer
 * @minimum 1
 * @maximum 9007199254740991
 */
export type AuditNumber = number;

/**
 * SHA-256 as 64 hexadecimal digits.
 * @pattern ^[0-9a-f]{64}$
 */
export type AuditHash = string;

/** Who did what, to what, why, by whose leave, and what it was before. */
export interface AuditEntryResponse {
  number: AuditNumber;
  eventId: Uuid;
  /** When it was done. */
  at: Timestamp;
  /** When the entry was made. */
  recordedAt: Timestamp;
  /** `user:…`, `api-key:…`, `system:…`. */
  actor: string;
  outletId: Uuid | null;
  deviceId: string | null;
  /** The type of the event. */
  action: string;
  /** What it was done to: kind and id. */
  target: string;
  outcome: AuditOutcome;
  /** Why; of a refused attempt the refusal's code. */
  reason: string | null;
  /** The second person. */
  approvedBy: string | null;
  /** What it was, where the event tells; its form is the event's. */
  before: unknown;
  /** What it became, and the details of the act. Lists of more than 50 are only counted: the event has them. */
  after: unknown;
  requestId: string;
  /** All of the above but the number, in canonical JSON: what is hashed. */
  payload: string;
  previousHash: AuditHash;
  /** SHA-256 of `previousHash` followed by `payload`. */
  hash: AuditHash;
}

/** The end of the chain. Write it down elsewhere: `posctl audit verify --head` then finds what was cut off later. */
export interface AuditHeadResponse {
  /**
   * 0 when nothing was recorded yet.
   * @isLong
   */
  number: number;
  hash: AuditHash;
}

/** Shows an entry. */
export function toAuditEntry({ at, recordedAt, ...entry }: AuditEntry): AuditEntryResponse {
  const { number, eventId, actor, outletId, deviceId, action, target, outcome, reason, approvedBy } = entry;
  const { before, after, requestId, payload, previousHash, hash } = entry;
  return {
    ...{ number, eventId, at: at.toISOString(), recordedAt: recordedAt.toISOString(), actor, outletId, deviceId },
    ...{ action, target, outcome, reason, approvedBy, before, after, requestId, payload, previousHash, hash },
  };
}
