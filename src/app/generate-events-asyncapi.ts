import type { CloudEventAttributes } from '../platform/cloudevents/envelope.js';
import { CHANNEL_TEXTS, DEAD_LETTER_HEADERS, ENVELOPE, INTRODUCTION, KAFKA_HEADERS } from './generate-events-texts.js';
import type { EventSchema } from './generate-events-schemas.js';

/** A real event, as one JSON document. */
export type EventExample = CloudEventAttributes & { readonly data: object };

export interface EventContract {
  /** Of the contract as a whole; events and routes have one number. */
  readonly version: string;
  readonly schemas: ReadonlyMap<string, EventSchema>;
  readonly aggregateOf: Readonly<Record<string, string>>;
  readonly examples: ReadonlyMap<string, EventExample>;
}

const KAFKA_BINDING = '0.5.0';
const KAFKA = [{ $ref: '#/servers/kafka' }];
const API = [{ $ref: '#/servers/api' }];

/** The AsyncAPI 3.0 document: topics with their messages, and the two ways of the same events over HTTP. */
export function asyncApiDocument(contract: EventContract): object {
  const { schemas, aggregateOf, version } = contract;
  const types = [...schemas.keys()];
  const aggregates = [...new Set(types.map((type) => aggregateNamed(type, aggregateOf)))].sort();
  const channels = aggregates.map((name) => {
    const ofChannel = types.filter((type) => aggregateOf[type] === name);
    return { name, types: ofChannel };
  });
  return {
    asyncapi: '3.0.0',
    info: { title: 'pos-service events', version, description: INTRODUCTION },
    defaultContentType: 'application/json',
    servers: servers(),
    channels: {
      ...Object.fromEntries(channels.map(({ name, types: ofChannel }) => [name, topic(name, ofChannel)])),
      deadLetters: deadLetterTopic(),
      ...httpChannels(),
    },
    operations: {
      ...Object.fromEntries(channels.map(({ name, types: ofChannel }) => operation(name, ofChannel))),
      ...Object.fromEntries(
        ['deadLetters', 'stream', 'outletStream', 'webhook'].map((name) => operation(name, ['any'])),
      ),
    },
    components: {
      messages: {
        ...Object.fromEntries(types.map((type) => [type, message(type, contract)])),
        deadLetter: deadLetter(),
        structured: structuredMessage(),
      },
      schemas: { KafkaHeaders: KAFKA_HEADERS, DeadLetterHeaders: DEAD_LETTER_HEADERS, Envelope: ENVELOPE },
    },
  };
}

function aggregateNamed(type: string, aggregateOf: EventContract['aggregateOf']): string {
  const aggregate = aggregateOf[type];
  if (aggregate === undefined) throw new Error(`${type}: src/app/event-aggregates.ts does not say where it belongs`);
  return aggregate;
}

function servers(): object {
  return {
    kafka: {
      host: '{broker}',
      protocol: 'kafka',
      description: 'The brokers of KAFKA_BROKERS; TLS and SASL as the installation has them.',
      variables: { broker: { description: 'host:port' } },
    },
    api: {
      host: '{service}',
      protocol: 'https',
      description:
        'The service itself, for live streams; webhooks go the other way, to addresses that tenants register.',
      variables: { service: { description: 'host of the service' } },
    },
  };
}

function topic(aggregate: string, types: readonly string[]): object {
  return {
    address: `pos.${aggregate}`,
    title: `pos.${aggregate}`,
    description: `Events of the aggregate \`${aggregate}\`, in order for each of them. Kafka, binary content mode.`,
    servers: KAFKA,
    messages: Object.fromEntries(types.map((type) => [type, { $ref: `#/components/messages/${type}` }])),
    bindings: { kafka: { topic: `pos.${aggregate}`, bindingVersion: KAFKA_BINDING } },
  };
}

function deadLetterTopic(): object {
  return {
    address: 'pos.dlq',
    title: 'pos.dlq',
    description: CHANNEL_TEXTS.deadLetters,
    servers: KAFKA,
    messages: { any: { $ref: '#/components/messages/deadLetter' } },
    bindings: { kafka: { topic: 'pos.dlq', bindingVersion: KAFKA_BINDING } },
  };
}

function httpChannels(): object {
  const messages = { any: { $ref: '#/components/messages/structured' } };
  const tenant = { description: 'Short name of the tenant.' };
  const outletId = { description: 'Id of the outlet.' };
  return {
    stream: {
      address: '/v1/{tenant}/pos/stream',
      title: 'Live stream of a tenant',
      description: CHANNEL_TEXTS.stream,
      servers: API,
      parameters: { tenant },
      messages,
    },
    outletStream: {
      address: '/v1/{tenant}/pos/outlets/{outletId}/stream',
      title: 'Live stream of an outlet',
      description: CHANNEL_TEXTS.stream,
      servers: API,
      parameters: { tenant, outletId },
      messages,
    },
    webhook: { address: null, title: 'Webhooks', description: CHANNEL_TEXTS.webhook, messages },
  };
}

function operation(channel: string, types: readonly string[]): [string, object] {
  const name = `send${channel.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())}`;
  const messages = types.map((type) => ({ $ref: `#/channels/${channel}/messages/${type}` }));
  return [name, { action: 'send', channel: { $ref: `#/channels/${channel}` }, messages }];
}

function message(type: string, { schemas, aggregateOf, examples }: EventContract): object {
  const schema = schemas.get(type) as EventSchema;
  const example = examples.get(type);
  const constants = { ce_type: { const: type }, ce_dataschema: { const: schema.$id } };
  return {
    name: type,
    title: type,
    summary: schema.description,
    contentType: 'application/json',
    headers: { allOf: [{ $ref: '#/components/schemas/KafkaHeaders' }, { type: 'object', properties: constants }] },
    payload: { $ref: schemaFile(type) },
    bindings: { kafka: { key: keyOf(aggregateNamed(type, aggregateOf)), bindingVersion: KAFKA_BINDING } },
    ...(example === undefined ? {} : { examples: [messageExample(example)] }),
  };
}

/** Where the schema lies, seen from the document: the same in the folder and where both are served. */
export function schemaFile(type: string): string {
  return `./schemas/events/${type}/1.json`;
}

function keyOf(aggregate: string): object {
  return {
    type: 'string',
    description: `\`tenant/id\`: the tenant's short name and the id of the ${aggregate} entry.`,
  };
}

function messageExample({ data, ...attributes }: EventExample): object {
  const { datacontenttype, traceparent, ...rest } = attributes;
  const headers = Object.entries(rest).map(([name, value]) => [`ce_${name}`, value] as const);
  return {
    headers: {
      ...Object.fromEntries(headers),
      'content-type': datacontenttype,
      ...(traceparent === undefined ? {} : { traceparent }),
    },
    payload: data,
  };
}

function deadLetter(): object {
  return {
    name: 'deadLetter',
    title: 'An event that could not be delivered',
    contentType: 'application/json',
    headers: {
      allOf: [{ $ref: '#/components/schemas/KafkaHeaders' }, { $ref: '#/components/schemas/DeadLetterHeaders' }],
    },
    payload: {
      description: "The event's data, as its `ce_dataschema` describes it; empty where it is too large for the broker.",
    },
    bindings: { kafka: { key: keyOf('event'), bindingVersion: KAFKA_BINDING } },
  };
}

function structuredMessage(): object {
  return {
    name: 'structured',
    title: 'Any event as one JSON document (structured content mode)',
    contentType: 'application/cloudevents+json',
    payload: { $ref: '#/components/schemas/Envelope' },
  };
}
