import { randomUUID } from 'node:crypto';
import { checkEvents, CHECKS, countRepeats } from './event-checker.js';
import { hashOfBody, type EventRecord, type MessageRecord } from './event-records.js';

// A checker that finds nothing has to be able to find something: each test plants one fault in what would be in order.

const ORDERS: readonly string[] = [randomUUID(), randomUUID(), randomUUID()];
const EVENTS_OF_EACH = 4;

function committed(): EventRecord[] {
  return ORDERS.flatMap((aggregateId) =>
    Array.from({ length: EVENTS_OF_EACH }, (_, index) => ({
      tenantSlug: 'shop',
      aggregate: 'orders',
      aggregateId,
      sequence: index + 1,
      id: randomUUID(),
      type: index === 0 ? 'pos.order.created' : 'pos.order.changed',
      bodyHash: hashOfBody(`${aggregateId} ${index}`),
    })),
  );
}

function messageOf(event: EventRecord, offset: number): MessageRecord {
  return {
    topic: `pos.${event.aggregate}`,
    partition: ORDERS.indexOf(event.aggregateId) % 2,
    offset,
    key: `${event.tenantSlug}/${event.aggregateId}`,
    headers: {
      ce_id: event.id,
      ce_type: event.type,
      ce_subject: `${event.aggregate}/${event.aggregateId}`,
      ce_sequence: String(event.sequence),
      ce_tenant: event.tenantSlug,
    },
    bodyHash: event.bodyHash,
  };
}

/** Each event once, interleaved as batches of several orders are. */
function sent(events: readonly EventRecord[]): MessageRecord[] {
  return [...events].sort((one, other) => one.sequence - other.sequence).map(messageOf);
}

function at(messages: readonly MessageRecord[], index: number): MessageRecord {
  return messages[index] as MessageRecord;
}

function broken(events: readonly EventRecord[], messages: readonly MessageRecord[]): string[] {
  return [...new Set(checkEvents(events, messages).map(({ check }) => check))];
}

test('all events once and in order are in order', () => {
  const events = committed();
  expect(checkEvents(events, sent(events))).toEqual([]);
});

test('a batch that was sent again is in order, and counted', () => {
  const events = committed();
  const messages = sent(events);
  const again = messages.slice(2, 7).map((message, index) => ({ ...message, offset: messages.length + index }));
  expect(checkEvents(events, [...messages, ...again])).toEqual([]);
  expect(countRepeats([...messages, ...again])).toBe(5);
});

test('the order in which partitions are read does not matter, that of offsets does', () => {
  const events = committed();
  expect(checkEvents(events, sent(events).reverse())).toEqual([]);
});

type Plant = (messages: MessageRecord[]) => MessageRecord[];

const PLANTS: readonly (readonly [string, Plant, string])[] = [
  ['the last event of an order is lost', (messages) => messages.slice(0, -1), CHECKS.lost],
  ['an event in the middle is lost', (messages) => messages.filter((_, index) => index !== 4), CHECKS.lost],
  [
    'an event in the middle is lost, which is also a gap',
    (messages) => messages.filter((_, index) => index !== 4),
    CHECKS.order,
  ],
  [
    'two events of an order are swapped',
    (messages) => {
      const [one, other] = [at(messages, 0), at(messages, ORDERS.length)];
      return messages.map((message) =>
        message === one
          ? { ...other, offset: one.offset }
          : message === other
            ? { ...one, offset: other.offset }
            : message,
      );
    },
    CHECKS.order,
  ],
  [
    'an event comes again under another id',
    (messages) => {
      const copy = at(messages, 3);
      return [...messages, { ...copy, offset: messages.length, headers: { ...copy.headers, ce_id: randomUUID() } }];
    },
    CHECKS.twice,
  ],
  [
    'an event comes again with another body',
    (messages) => [...messages, { ...at(messages, 3), offset: messages.length, bodyHash: hashOfBody('other') }],
    CHECKS.twice,
  ],
  [
    'an event comes again with another header',
    (messages) => {
      const copy = at(messages, 3);
      return [...messages, { ...copy, offset: messages.length, headers: { ...copy.headers, ce_time: 'later' } }];
    },
    CHECKS.twice,
  ],
  [
    'the body of an event was changed on its way',
    (messages) =>
      messages.map((message, index) => (index === 5 ? { ...message, bodyHash: hashOfBody('other') } : message)),
    CHECKS.content,
  ],
  [
    'an event is in the topic of another aggregate',
    (messages) => messages.map((message, index) => (index === 5 ? { ...message, topic: 'pos.items' } : message)),
    CHECKS.content,
  ],
  [
    'an event is under the key of another order',
    (messages) => messages.map((message, index) => (index === 5 ? { ...message, key: at(messages, 0).key } : message)),
    CHECKS.content,
  ],
  [
    'an event is in another partition than those before it',
    (messages) => messages.map((message, index) => (index === 5 ? { ...message, partition: 7 } : message)),
    CHECKS.place,
  ],
  [
    'something is sent that was never committed',
    (messages) => {
      const stranger = { aggregateId: randomUUID(), headers: { ...at(messages, 0).headers, ce_id: randomUUID() } };
      return [...messages, { ...at(messages, 0), key: stranger.aggregateId, headers: stranger.headers, offset: 99 }];
    },
    CHECKS.extra,
  ],
  [
    'an event was given up',
    (messages) => [...messages, { ...at(messages, 0), topic: 'pos.dlq', offset: 0 }],
    CHECKS.dead,
  ],
];

test.each(PLANTS)('%s: found', (_name, plant, check) => {
  const events = committed();
  expect(broken(events, plant(sent(events)))).toContain(check);
});
