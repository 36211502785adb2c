import type { LoggedEvent } from '../../kernel/outbox.js';

/** CloudEvents 1.0 attributes of an event, the same on Kafka, webhooks and streams. `tenant`, `outlet`, `sequence` are extensions. */
export interface CloudEventAttributes {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly tenant: string;
  readonly outlet?: string;
  /** The aggregate's own count. A string, as the CloudEvents extension of that name has it. */
  readonly sequence: string;
  readonly traceparent?: string;
}

/** Where the schemas of events are published; the URI is an identifier first and an address second. */
export const EVENT_SCHEMA_BASE = 'https://pos-service.dev/schemas/events/';

/** A changed meaning of an event's data is a new number (UX.md §1). All are at their first. */
export const EVENT_SCHEMA_VERSION = 1;

/** The schema that an event's data adheres to. */
export function dataSchemaOf(type: string): string {
  return `${EVENT_SCHEMA_BASE}${type}/${EVENT_SCHEMA_VERSION}.json`;
}

/** The attributes of the envelope, in the order in which they are written. */
export function attributesOf(event: LoggedEvent): CloudEventAttributes {
  const { id, type, tenantSlug, outletId, aggregate, aggregateId, sequence, occurredAt, traceParent } = event;
  return {
    specversion: '1.0',
    id,
    source: outletId === null ? `/${tenantSlug}/pos` : `/${tenantSlug}/pos/outlets/${outletId}`,
    type,
    subject: `${aggregate}/${aggregateId}`,
    time: occurredAt.toISOString(),
    datacontenttype: 'application/json',
    dataschema: dataSchemaOf(type),
    tenant: tenantSlug,
    ...(outletId === null ? {} : { outlet: outletId }),
    sequence: String(sequence),
    ...(traceParent === null ? {} : { traceparent: traceParent }),
  };
}

/** The event as one JSON document (structured mode). Its data is the text that was committed, so it is the same every time. */
export function structured(event: LoggedEvent): string {
  return `${JSON.stringify(attributesOf(event)).slice(0, -1)},"data":${event.json}}`;
}

/** The event as one JSON document without its data: that it happened, and to what. */
export function withoutData(event: LoggedEvent): string {
  const { datacontenttype: _type, dataschema: _schema, ...attributes } = attributesOf(event);
  return JSON.stringify(attributes);
}
