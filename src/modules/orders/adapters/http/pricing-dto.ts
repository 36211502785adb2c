import type { MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { ReplayedOrder } from '../../application/replay-orders.js';
import { explanationSnapshot } from '../../domain/order-snapshot.js';
import type { ExplanationStep } from './order-responses.js';

/** How an order came to its total. */
export interface ExplanationResponse {
  orderId: Uuid;
  /** The engine that priced it; its rules stay as they were. */
  engineVersion: string;
  /** SHA-256 of all that the price depended on. */
  inputHash: string;
  /** What the guest paid or is to pay: the sum of `adds`. */
  total: MoneyDto;
  explanation: readonly ExplanationStep[];
}

/** Orders to price again: by their ids, or all of a period. */
export interface ReplayRequest {
  /** @maxItems 100 */
  orderIds?: Uuid[];
  /** Inclusive, by the till's clock. */
  from?: Timestamp;
  /** Exclusive. */
  to?: Timestamp;
  outletId?: Uuid;
  /**
   * @isInt must be an integer
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: string;
}

/** A number that pricing again came to, and the one that is kept. */
export interface ReplayDifferenceResponse {
  /** JSON Pointer into the order. */
  pointer: string;
  kept: string;
  replayed: string;
}

/** An order that was priced again by the engine of its day. */
export interface ReplayedOrderResponse {
  orderId: Uuid;
  number: string;
  engineVersion: string;
  inputHash: string;
  /** Every number is the same, and the whole explanation to the byte. */
  identical: boolean;
  differences: readonly ReplayDifferenceResponse[];
}

export interface ReplayResponse {
  data: ReplayedOrderResponse[];
  nextCursor: string | null;
}

/** Shows an explanation. */
export function toExplanationResponse({ order, replay }: ReplayedOrder): ExplanationResponse {
  return {
    orderId: order.id,
    engineVersion: replay.engineVersion,
    inputHash: replay.inputHash,
    total: order.totals.total,
    explanation: explanationSnapshot(replay.explanation),
  };
}

/** Shows what pricing again came to. */
export function toReplayedResponse({ order, replay }: ReplayedOrder): ReplayedOrderResponse {
  const { engineVersion, inputHash, identical, differences } = replay;
  return { orderId: order.id, number: order.number, engineVersion, inputHash, identical, differences };
}
