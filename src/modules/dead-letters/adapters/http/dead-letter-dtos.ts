import { badValue, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { DeadLetter, DeadLetterId, DeadLetterStatus } from '../../domain/dead-letter.js';
import type { SinkStatus } from '../../ports/dead-letter-views.js';
import { isUuid } from '../../../../kernel/ids.js';

/** An event that could not be delivered to one sink and was given up. */
export interface DeadLetterResponse {
  id: Uuid;
  /** Who could not take it: `kafka`, `webhooks`, `subscribers`. */
  sink: string;
  eventId: Uuid;
  /** @example "pos.order.completed" */
  type: string;
  /** The aggregate whose event it is: `orders/0197…`. */
  subject: string;
  /** @isInt */
  sequence: number;
  outletId: Uuid | null;
  /** Why the last try failed. */
  reason: string;
  /** @isInt */
  attempts: number;
  deadAt: Timestamp;
  status: DeadLetterStatus;
  /** Who asked for another try last. */
  queuedBy: string | null;
  redrivenAt: Timestamp | null;
}

/** Which dead letters to try again; all of them when nothing is said. */
export interface RedriveRequest {
  /** @maxLength 100 */
  sink?: string;
  /** @maxLength 200 */
  type?: string;
}

export interface RedriveResponse {
  /**
   * How many were queued. 500 at most; ask again for the rest.
   * @isInt
   */
  queued: number;
}

/** How one way out stands for the caller's business. */
export interface SinkStatusResponse {
  name: string;
  /**
   * Events that have not left yet, counted up to 10,000.
   * @isInt
   */
  behind: number;
  /** Age of the oldest of them. */
  oldestSeconds: number;
  /**
   * Aggregates that wait because one of their events could not be delivered.
   * @isInt
   */
  blocked: number;
  /** @isInt */
  deadLetters: number;
}

export interface OutboxStatusResponse {
  sinks: SinkStatusResponse[];
}

/** @throws Refusal `validation_failed` */
export function deadLetterIdFrom(text: string): DeadLetterId {
  if (!isUuid(text)) throw badValue('/path/id', 'must be a UUID');
  return text as DeadLetterId;
}

/** A dead letter as the API shows it. */
export function toDeadLetterResponse({ redrives: _redrives, ...letter }: DeadLetter): DeadLetterResponse {
  return {
    ...letter,
    deadAt: letter.deadAt.toISOString(),
    redrivenAt: letter.redrivenAt === null ? null : letter.redrivenAt.toISOString(),
  };
}

/** The status as the API shows it. */
export function toOutboxStatus(sinks: readonly SinkStatus[]): OutboxStatusResponse {
  return { sinks: sinks.map((sink) => ({ ...sink, oldestSeconds: Math.round(sink.oldestSeconds * 1_000) / 1_000 })) };
}
