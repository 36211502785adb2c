import type { Id } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { EndpointId } from './endpoint.js';

export type DeliveryId = Id<'webhook-delivery'>;

/** `parked`: all tries failed, and nothing more happens unless somebody asks. */
export type DeliveryStatus = 'pending' | 'delivered' | 'parked' | 'cancelled';

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly endpointId: EndpointId;
  readonly eventId: string;
  readonly eventType: string;
  readonly test: boolean;
  readonly status: DeliveryStatus;
  /** Since it was put in the queue last. */
  readonly tries: number;
  /** How often somebody asked for it again. */
  readonly replays: number;
  /** When the next try is due, while pending. */
  readonly dueAt: Date;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export type DeliveryRefusal =
  'webhook_delivery_not_found' | 'webhook_event_gone' | 'webhook_replay_too_large' | 'webhook_replay_period_invalid';

/** What came of one try. */
export type TryOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'failed' };

/** What is to become of a delivery after a try. */
export type Verdict =
  | { readonly status: 'delivered' }
  | { readonly status: 'pending'; readonly delayMs: number }
  | { readonly status: 'parked' }
  /** The receiver said that it is gone for good: no more for it. */
  | { readonly status: 'cancelled' };

/** Of tests that imitate no other event. */
export const TEST_EVENT_TYPE = 'pos.webhook.test';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after each failed try: the first is at once, so there are 1 + 5 tries within about three days. */
export const RETRY_DELAYS_MS: readonly number[] = [10 * SECOND_MS, 5 * MINUTE_MS, HOUR_MS, 11 * HOUR_MS, 60 * HOUR_MS];
export const JITTER = 0.1;
export const RETRY_AFTER_MAX_MS = 24 * HOUR_MS;
/** A receiver that has not succeeded once for so long gets no more events. */
export const FAILING_MAX_MS = 5 * 24 * HOUR_MS;
/** Requeues of one call; more asks for a shorter period. */
export const REPLAY_MAX = 10_000;

const GONE = 410;
const SAYS_WHEN: ReadonlySet<number> = new Set([429, 503]);

/**
 * Decides after a try. Any 2xx is success, 410 is the end, all else is another try later or, after the last, parking.
 * @param tries including this one. @param chance from 0 up to 1, for the jitter.
 */
export function judge(outcome: TryOutcome, tries: number, chance: number): Verdict {
  if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300) return { status: 'delivered' };
  if (outcome.kind === 'answered' && outcome.status === GONE) return { status: 'cancelled' };
  const delay = RETRY_DELAYS_MS[tries - 1];
  if (delay === undefined) return { status: 'parked' };
  const planned = Math.round(delay * (1 - JITTER + 2 * JITTER * chance));
  return { status: 'pending', delayMs: Math.max(planned, askedFor(outcome)) };
}

/** True when an endpoint that has been failing for so long is to get no more events. */
export function hasFailedTooLong(failingMs: number | undefined): boolean {
  return failingMs !== undefined && failingMs >= FAILING_MAX_MS;
}

/**
 * Reads Retry-After: seconds, or a date of HTTP. @returns milliseconds from now, `undefined` when it says neither.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,10}$/.test(text)) return Number(text) * SECOND_MS;
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

/** A replayed delivery needs its payload. @throws Refusal `webhook_event_gone`. */
export function assertPayload(delivery: Pick<Delivery, 'id'>, payload: string | undefined): void {
  if (payload === undefined) throw new Refusal<DeliveryRefusal>('webhook_event_gone', { deliveryId: delivery.id });
}

function askedFor(outcome: TryOutcome): number {
  if (outcome.kind !== 'answered' || !SAYS_WHEN.has(outcome.status)) return 0;
  return Math.min(outcome.retryAfterMs ?? 0, RETRY_AFTER_MAX_MS);
}
