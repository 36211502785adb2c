import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { Discovery } from '../../domain/discovery.js';

/** How a question ended; null while it is open. */
export type DiscoveryOutcomeDto = 'found' | 'known' | 'unknown' | 'distrusted' | 'unusable' | 'unanswered';

/** A question to the registry of outlets, and what became of it. */
export interface OutletDiscoveryResponse {
  /** Sent along as the `requestId`. */
  id: Uuid;
  /** The outlet that was asked about. */
  outletId: Uuid;
  /**
   * Whose request it came with.
   * @example "api-key:0199f3a1-0000-7000-8000-00000000000a"
   */
  askedBy: string;
  askedAt: Timestamp;
  /**
   * How often the registry was asked.
   * @isInt
   */
  tries: number;
  /** When it is asked again; null when that is over. */
  nextTryAt: Timestamp | null;
  outcome: DiscoveryOutcomeDto | null;
  /**
   * Why, in a word; null where there is nothing to say.
   * @example "signature_wrong"
   */
  reason: string | null;
  answeredAt: Timestamp | null;
}

/** Shows a question. */
export function toDiscoveryResponse(discovery: Discovery): OutletDiscoveryResponse {
  const { id, outletId, askedBy, askedAt, tries, nextTryAt, outcome, reason, answeredAt } = discovery;
  return {
    ...{ id, outletId, askedBy, askedAt: askedAt.toISOString(), tries, nextTryAt: nextTryAt?.toISOString() ?? null },
    ...{ outcome, reason, answeredAt: answeredAt?.toISOString() ?? null },
  };
}
