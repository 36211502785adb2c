const UUID = { type: 'string', format: 'uuid' };

export const INTRODUCTION = `What the service tells the world: one CloudEvents 1.0 envelope, three ways out.

- **Kafka**: a topic for each aggregate, binary content mode, key \`tenant/id\`.
- **Live streams** (server-sent events): structured content mode, resumable by \`Last-Event-ID\`.
- **Webhooks**: structured content mode, signed as Standard Webhooks.

An event is sent at least once and after the change has committed; nothing that committed is left out. For one aggregate events
come in order, and their \`sequence\` counts from 1 without gaps: drop what is not above the last you saw, and remember \`id\` for
7 days. Data carries the state after the change, so that nobody has to ask back. New fields and new types may appear: read what
you know. A changed meaning is a new schema number.`;

export const CHANNEL_TEXTS = {
  deadLetters:
    'Events that the broker did not take in their own topic after all tries, with the reason. They are kept in the ' +
    'database as well, where they can be listed and sent again (`posctl outbox`).',
  stream:
    "Server-sent events: `id` is a position to resume from, `event` the event's type, `data` the structured CloudEvent. " +
    '`?topics=` and `?types=` choose; the permissions of the caller limit. With `Last-Event-ID` nothing is lost and nothing ' +
    'comes twice for 24 hours at least; a position from longer ago is answered by an event `reset`. A comment line comes ' +
    'every 15 seconds at least.',
  webhook:
    'POST to an address that the tenant has registered, the structured CloudEvent as its body, with `webhook-id` (the id of ' +
    'the event), `webhook-timestamp` and `webhook-signature: v1,<base64>` (HMAC-SHA256, two while a secret rotates; 5 minutes ' +
    'tolerance). Any 2xx within 15 s is success. Tries: at once, then after 10 s, 5 min, 1 h, 11 h and 60 h, then parked. 410 ' +
    'and 5 days without one success disable the endpoint.',
} as const;

/** The attributes of the envelope but its content type, as both modes have them. */
const ATTRIBUTES = {
  specversion: { const: '1.0' },
  id: { ...UUID, description: 'The same over all tries and on all three ways.' },
  source: {
    type: 'string',
    format: 'uri-reference',
    description:
      'Where it happened: `/<tenant>/pos/outlets/<outlet>`, or `/<tenant>/pos` for what belongs to no outlet.',
  },
  type: { type: 'string', pattern: '^(pos|outlet)\\.' },
  subject: { type: 'string', description: 'The aggregate that it is about: `orders/<id>`.' },
  time: { type: 'string', format: 'date-time', description: "When it was committed, by the service's clock, in UTC." },
  dataschema: { type: 'string', format: 'uri', description: 'The schema that the data adheres to.' },
  tenant: { type: 'string', description: "The tenant's short name." },
  outlet: { ...UUID, description: 'Absent for what belongs to no outlet.' },
  sequence: { type: 'string', pattern: '^\\d+$', description: "The aggregate's own count, from 1 without gaps." },
};
const TRACEPARENT = { type: 'string', description: 'W3C trace context, when the change was traced.' };
const REQUIRED = Object.keys(ATTRIBUTES).filter((name) => name !== 'outlet');

/** The envelope in structured content mode. */
export const ENVELOPE = {
  type: 'object',
  description: 'A CloudEvent 1.0 as one JSON document.',
  properties: {
    ...ATTRIBUTES,
    datacontenttype: { const: 'application/json' },
    traceparent: TRACEPARENT,
    test: { const: true, description: 'Only in webhooks that test an endpoint: this has not happened.' },
    data: { type: 'object', description: 'As `dataschema` describes it.' },
  },
  required: [...REQUIRED, 'datacontenttype', 'data'],
};

/** The same attributes as headers of a Kafka message (binary content mode). */
export const KAFKA_HEADERS = {
  type: 'object',
  description: 'The CloudEvents attributes in binary content mode; the data is the value of the message.',
  properties: {
    ...Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, schema]) => [`ce_${name}`, schema])),
    'content-type': { const: 'application/json' },
    traceparent: TRACEPARENT,
  },
  required: [...REQUIRED.map((name) => `ce_${name}`), 'content-type'],
};

/** What a dead letter has beside the headers that the event would have had. */
export const DEAD_LETTER_HEADERS = {
  type: 'object',
  description: 'Why the event is here.',
  required: ['pos_reason', 'pos_attempts', 'pos_origin_topic'],
  properties: {
    pos_reason: { type: 'string', description: 'Why the last try failed, the first 1,000 characters.' },
    pos_attempts: { type: 'string', pattern: '^\\d+$', description: 'How often it was tried.' },
    pos_origin_topic: { type: 'string', description: 'The topic it was meant for.' },
  },
};
