import type { IHeaders, KafkaMessage } from 'kafkajs';
import { eventFrom, MalformedEvent, type InboundEvent } from '../inbox/inbound-event.js';
import { DEAD_LETTER_TOPIC, type OutgoingMessage } from './event-message.js';

const STRUCTURED = /^application\/cloudevents\+json\s*(?:;|$)/i;
const HEADERS_MAX = 16_384;
const REASON_MAX = 1_000;

/** The sibling whose topic it is: the word before the first full stop. */
export function siblingOf(topic: string): string {
  return topic.split('.', 1)[0] as string;
}

/** The event's type as far as it can be told without reading the value: in binary mode. */
export function typeOf({ headers }: Pick<KafkaMessage, 'headers'>): string | undefined {
  return headers === undefined ? undefined : textOf(headers['ce_type']);
}

/** Reads a CloudEvent, in binary or structured mode. @throws MalformedEvent. */
export function inboundEventFrom(
  topic: string,
  { headers = {}, value }: Pick<KafkaMessage, 'headers' | 'value'>,
): InboundEvent {
  const source = siblingOf(topic);
  const attributes = attributesOf(headers);
  if (STRUCTURED.test(textOf(headers['content-type']) ?? '')) return eventFrom(parsed(value, {}), { source });
  if (attributes['specversion'] === undefined)
    throw new MalformedEvent([{ pointer: '', message: 'must be a CloudEvent, in binary or structured mode' }]);
  // A value that is no JSON is told together with whose event it is.
  const { id, type, tenant } = attributes;
  const told = { ...(id && { id }), ...(type && { type }), ...(tenant && { tenantSlug: tenant }) };
  return eventFrom({ ...attributes, data: parsed(value, told) }, { source });
}

/** What is kept of a message that could not be read. */
export function envelopeOf({ headers = {}, value }: Pick<KafkaMessage, 'headers' | 'value'>): string {
  const shown = Object.fromEntries(Object.keys(headers).map((name) => [name, textOf(headers[name])]));
  const text = JSON.stringify(shown).slice(0, HEADERS_MAX);
  return `${text}\n${value?.toString('utf8') ?? ''}`;
}

/** The message as `pos.dlq` shows it: as it came, with what went wrong. One too large goes without its value. */
export function deadMessageOf(
  topic: string,
  { key, value, headers = {} }: Pick<KafkaMessage, 'key' | 'value' | 'headers'>,
  { reason, attempts }: { readonly reason: string; readonly attempts: number },
  maxBytes: number,
): OutgoingMessage {
  const size = (value?.length ?? 0) + (key?.length ?? 0) + Buffer.byteLength(JSON.stringify(headers)) + REASON_MAX * 4;
  const marks = { pos_reason: reason.slice(0, REASON_MAX), pos_attempts: String(attempts), pos_origin_topic: topic };
  const fits = size <= maxBytes;
  const message = { key, value: fits ? value : null, headers: fits ? { ...headers, ...marks } : marks };
  return { topic: DEAD_LETTER_TOPIC, bytes: fits ? size : 0, message };
}

function attributesOf(headers: IHeaders): Record<string, string | undefined> {
  const attributes: Record<string, string | undefined> = {};
  for (const name of Object.keys(headers)) {
    if (name.startsWith('ce_')) attributes[name.slice('ce_'.length)] = textOf(headers[name]);
  }
  attributes['datacontenttype'] ??= textOf(headers['content-type']);
  attributes['traceparent'] ??= textOf(headers['traceparent']);
  return attributes;
}

function parsed(value: Buffer | null, told: MalformedEvent['told']): unknown {
  if (value === null || value.length === 0) return null;
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    throw new MalformedEvent([{ pointer: '/data', message: 'must be JSON' }], told);
  }
}

function textOf(header: IHeaders[string]): string | undefined {
  const one = Array.isArray(header) ? header[0] : header;
  return one?.toString();
}
