import { canonicalJson } from './canonical-json.js';

export type Outcome = 'allowed' | 'refused';

/** What is recorded of an act. */
export interface ActRecord {
  readonly eventId: string;
  /** When it was done. */
  readonly at: Date;
  /** When the entry was made. */
  readonly recordedAt: Date;
  /** As events name their actors: `user:…`, `api-key:…`, `system:…`. */
  readonly actor: string;
  readonly outletId: string | null;
  readonly deviceId: string | null;
  /** The event's type. */
  readonly action: string;
  /** What it was done to: `orders/0197…`. */
  readonly target: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly approvedBy: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly requestId: string;
}

/** An entry of the chain. */
export interface AuditEntry extends ActRecord {
  readonly number: number;
  /** The record as it was hashed. */
  readonly payload: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The end of a chain: number and hash of its last entry. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** What the first entry follows. */
export const NO_ENTRY: ChainHead = { number: 0, hash: '0'.repeat(64) };

/** The text of a record that is hashed. */
export function payloadOf(record: ActRecord): string {
  const { eventId, at, recordedAt, actor, outletId, deviceId, action, target, outcome } = record;
  const { reason, approvedBy, before, after, requestId } = record;
  return canonicalJson({
    ...{ eventId, at, recordedAt, actor, outletId, deviceId, action, target, outcome },
    ...{ reason, approvedBy, before: before ?? null, after: after ?? null, requestId },
  });
}
