import type { Message } from 'kafkajs';
import type { DeadLetter, LoggedEvent } from '../../kernel/outbox.js';
import { attributesOf } from '../cloudevents/envelope.js';

/** A message ready to be sent: where to, and how large it is there. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly message: Message;
  readonly bytes: number;
}

/** What could not be delivered. */
export const DEAD_LETTER_TOPIC = 'pos.dlq';

const REASON_MAX = 1_000;
/** Lengths, offsets and attributes that the format adds to each record, at most. */
const RECORD_BYTES = 64;
const HEADER_BYTES = 4;

/** The topic of an aggregate's events. */
export function topicOf(aggregate: string): string {
  return `pos.${aggregate}`;
}

/** The event in CloudEvents binary mode: attributes are headers, and its data, to the byte as committed, is the value. */
export function messageOf(event: LoggedEvent): OutgoingMessage {
  return measured(topicOf(event.aggregate), event, headersOf(event), event.json);
}

/** A dead letter as `pos.dlq` shows it: the message as it would have been, with what went wrong. One too large goes without its data. */
export function deadLetterOf({ event, reason, attempts }: DeadLetter, maxBytes: number): OutgoingMessage {
  const headers = {
    ...headersOf(event),
    pos_reason: reason.slice(0, REASON_MAX),
    pos_attempts: String(attempts),
    pos_origin_topic: topicOf(event.aggregate),
  };
  const whole = measured(DEAD_LETTER_TOPIC, event, headers, event.json);
  return whole.bytes <= maxBytes ? whole : measured(DEAD_LETTER_TOPIC, event, headers, '');
}

function headersOf(event: LoggedEvent): Record<string, string> {
  const { traceparent, ...attributes } = attributesOf(event);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    // The content type of binary mode is the transport's own header, not one of the event's.
    if (name !== 'datacontenttype') headers[`ce_${name}`] = value;
  }
  if (traceparent !== undefined) headers['traceparent'] = traceparent;
  headers['content-type'] = attributes.datacontenttype;
  return headers;
}

function measured(
  topic: string,
  { tenantSlug, aggregateId, occurredAt }: LoggedEvent,
  headers: Record<string, string>,
  json: string,
): OutgoingMessage {
  const key = `${tenantSlug}/${aggregateId}`;
  const value = Buffer.from(json, 'utf8');
  let bytes = RECORD_BYTES + key.length + value.length;
  for (const name in headers) bytes += HEADER_BYTES + name.length + Buffer.byteLength(headers[name] as string);
  // Brokers refuse times ahead of their own; `ce_time` has the event's, whatever our clocks say.
  const timestamp = String(Math.min(occurredAt.getTime(), Date.now()));
  return { topic, bytes, message: { key, value, headers, timestamp } };
}
