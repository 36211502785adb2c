import type { Finding } from '../checker.js';
import type { EventRecord, MessageRecord } from './event-records.js';

/** What must hold, in the words of GUARANTEES G5. */
export const CHECKS = {
  lost: 'every committed event is in its topic',
  extra: 'every message is a committed event',
  order: 'the events of an aggregate come in order',
  place: 'the events of an aggregate are in one partition of their topic, under one key',
  twice: 'what comes twice is the same to the byte',
  content: 'a message says what the database says',
  dead: 'no event became a dead letter',
} as const;

const DEAD_LETTERS = 'pos.dlq';
const SHOWN_MAX = 10;

/**
 * Compares what was committed with what a plain consumer saw. It shares no code with the service. Repetition is allowed, and
 * so is an old event after a newer one, if it is a repetition: what counts is where each comes first.
 */
export function checkEvents(events: readonly EventRecord[], messages: readonly MessageRecord[]): Finding[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const dead = messages.filter(({ topic }) => topic === DEAD_LETTERS);
  const sent = messages.filter(({ topic }) => topic !== DEAD_LETTERS);
  return [
    ...shown(CHECKS.lost, lost(events, sent)),
    ...shown(CHECKS.extra, sent.filter(({ headers }) => !byId.has(headers['ce_id'] ?? '')).map(nameOf)),
    ...shown(
      CHECKS.content,
      sent.flatMap((message) => differences(message, byId.get(message.headers['ce_id'] ?? ''))),
    ),
    ...shown(CHECKS.twice, unequalTwins(sent)),
    ...shown(CHECKS.order, [...streams(sent).values()].flatMap(disorder)),
    ...shown(CHECKS.place, scattered(sent)),
    ...shown(CHECKS.dead, dead.map(nameOf)),
  ];
}

/** How many messages were repetitions. */
export function countRepeats(messages: readonly MessageRecord[]): number {
  return messages.length - new Set(messages.map(({ headers }) => headers['ce_id'])).size;
}

function shown(check: string, details: readonly string[]): Finding[] {
  return details.slice(0, SHOWN_MAX).map((detail) => ({ check, detail: `${detail} (one of ${details.length})` }));
}

function lost(events: readonly EventRecord[], messages: readonly MessageRecord[]): string[] {
  const seen = new Set(messages.map(({ headers }) => headers['ce_id']));
  return events
    .filter(({ id }) => !seen.has(id))
    .map(({ type, aggregateId, sequence, id }) => `${type} ${aggregateId}#${sequence}, id ${id}`);
}

function differences(message: MessageRecord, event: EventRecord | undefined): string[] {
  if (event === undefined) return [];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['topic', message.topic, `pos.${event.aggregate}`],
    ['key', message.key, `${event.tenantSlug}/${event.aggregateId}`],
    ['subject', message.headers['ce_subject'], `${event.aggregate}/${event.aggregateId}`],
    ['sequence', message.headers['ce_sequence'], String(event.sequence)],
    ['type', message.headers['ce_type'], event.type],
    ['body', message.bodyHash, event.bodyHash],
  ];
  return pairs
    .filter(([, is, should]) => is !== should)
    .map(([what, is, should]) => `${nameOf(message)} has ${what} ${String(is)}, the database ${String(should)}`);
}

function unequalTwins(messages: readonly MessageRecord[]): string[] {
  const first = new Map<string, string>();
  const wrong: string[] = [];
  for (const message of messages) {
    const id = message.headers['ce_id'] ?? '';
    const text = textOf(message);
    const before = first.get(id);
    if (before === undefined) first.set(id, text);
    else if (before !== text) wrong.push(`${nameOf(message)} came first as ${before}, then as ${text}`);
  }
  // The same place in a history under two ids is a twin that a consumer cannot recognise.
  const places = new Map<string, string>();
  for (const message of messages) {
    const { ce_id: id = '', ce_sequence: sequence = '' } = message.headers;
    const place = `${message.key}#${sequence}`;
    const before = places.get(`${message.topic} ${place}`);
    if (before === undefined) places.set(`${message.topic} ${place}`, id);
    else if (before !== id) wrong.push(`${place} came under the ids ${before} and ${id}`);
  }
  return wrong;
}

function textOf({ key, headers, bodyHash }: MessageRecord): string {
  const names = Object.keys(headers).sort();
  return [key, ...names.map((name) => `${name}=${headers[name]}`), bodyHash].join(' ');
}

/** The messages of each aggregate within each partition, as they lie there. */
function streams(messages: readonly MessageRecord[]): Map<string, MessageRecord[]> {
  const found = new Map<string, MessageRecord[]>();
  for (const message of messages) {
    const name = `${message.topic} ${message.partition} ${message.key}`;
    const stream = found.get(name);
    if (stream === undefined) found.set(name, [message]);
    else stream.push(message);
  }
  for (const stream of found.values()) stream.sort((one, other) => one.offset - other.offset);
  return found;
}

function disorder(stream: readonly MessageRecord[]): string[] {
  const seen = new Set<string>();
  let highest = 0;
  const wrong: string[] = [];
  for (const message of stream) {
    const { ce_id: id = '', ce_sequence: sequence = '' } = message.headers;
    if (seen.has(id)) continue;
    seen.add(id);
    if (Number(sequence) !== highest + 1) wrong.push(`${nameOf(message)} comes first after #${highest}`);
    highest = Math.max(highest, Number(sequence));
  }
  return wrong;
}

function scattered(messages: readonly MessageRecord[]): string[] {
  const places = new Map<string, Set<string>>();
  for (const { topic, partition, key, headers } of messages) {
    const subject = `${headers['ce_tenant'] ?? ''} ${headers['ce_subject'] ?? ''}`;
    const found = places.get(subject) ?? new Set<string>();
    places.set(subject, found.add(`${topic}/${partition} under ${key}`));
  }
  return [...places]
    .filter(([, found]) => found.size > 1)
    .map(([subject, found]) => `${subject} is in ${[...found].join(' and ')}`);
}

function nameOf({ topic, partition, offset, headers }: MessageRecord): string {
  const { ce_type: type, ce_subject: subject, ce_sequence: sequence, ce_id: id } = headers;
  return `${type ?? 'a message'} ${subject ?? ''}#${sequence ?? '?'} (${id ?? 'no id'}) at ${topic}/${partition}@${offset}`;
}
