import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { Delivery } from '../../domain/delivery.js';
import type { Attempt, DeliveryDetail } from '../../ports/delivery-views.js';

/** `parked`: all tries failed, and nothing more happens unless it is replayed. */
export type WebhookDeliveryStatus = 'pending' | 'delivered' | 'parked' | 'cancelled';

/** One event on its way to one endpoint. */
export interface WebhookDeliveryResponse {
  id: Uuid;
  endpointId: Uuid;
  /** The `webhook-id` of all its messages. */
  eventId: Uuid;
  eventType: string;
  /** True for what was sent as a test and did not happen. */
  test: boolean;
  status: WebhookDeliveryStatus;
  /**
   * Since it was queued last.
   * @isInt
   */
  tries: number;
  /**
   * How often it was replayed.
   * @isInt
   */
  replays: number;
  /** Null unless pending. */
  nextAttemptAt: Timestamp | null;
  /**
   * The status of the last answer.
   * @isInt
   */
  lastStatus: number | null;
  /** Why the last try failed. */
  lastError: string | null;
  createdAt: Timestamp;
  finishedAt: Timestamp | null;
}

/** Names and values. */
export interface HeaderMap {
  [name: string]: string;
}

/** One try: what was sent besides the payload, and what was answered. */
export interface WebhookAttemptResponse {
  at: Timestamp;
  /** @isInt */
  durationMs: number;
  /**
   * Null when there was no answer.
   * @isInt
   */
  status: number | null;
  /** Null after a success. */
  error: string | null;
  /** Without the signature. */
  requestHeaders: HeaderMap;
  responseHeaders: HeaderMap | null;
  /** At most 4 kB. */
  responseBody: string | null;
  /** True when the answer's body went on. */
  truncated: boolean;
}

/** A delivery with everything that was sent and answered. */
export interface WebhookDeliveryDetailResponse extends WebhookDeliveryResponse {
  /** The endpoint's address now. */
  url: string;
  /** The body of the messages, to the byte; null when the event was cleared away. */
  payload: string | null;
  /** The latest hundred tries, first to last. */
  attempts: WebhookAttemptResponse[];
}

/** What to send again. */
export interface ReplayWebhooksRequest {
  /** What was parked, or everything that is there and not pending. */
  status: 'parked' | 'all';
  /** Queued first at or after this time. */
  from?: Timestamp;
  /** Queued first before this time. */
  to?: Timestamp;
}

export interface ReplayedWebhooksResponse {
  /** @isInt */
  queued: number;
}

/** Shows a delivery. */
export function toDeliveryResponse(delivery: Delivery): WebhookDeliveryResponse {
  const { id, endpointId, eventId, eventType, test, status, tries, replays, lastStatus, lastError } = delivery;
  return {
    ...{ id, endpointId, eventId, eventType, test, status, tries, replays },
    nextAttemptAt: status === 'pending' ? delivery.dueAt.toISOString() : null,
    lastStatus,
    lastError,
    createdAt: delivery.createdAt.toISOString(),
    finishedAt: delivery.finishedAt?.toISOString() ?? null,
  };
}

/** Shows a delivery with its tries. */
export function toDeliveryDetail({ delivery, url, payload, attempts }: DeliveryDetail): WebhookDeliveryDetailResponse {
  return {
    ...toDeliveryResponse(delivery),
    url,
    payload: payload ?? null,
    attempts: attempts.map(toAttempt),
  };
}

function toAttempt(attempt: Attempt): WebhookAttemptResponse {
  const { at, durationMs, status, error, requestHeaders, responseHeaders, responseBody, truncated } = attempt;
  return {
    at: at.toISOString(),
    ...{ durationMs, status, error },
    requestHeaders: { ...requestHeaders },
    responseHeaders: responseHeaders && { ...responseHeaders },
    ...{ responseBody, truncated },
  };
}
