import type { RefusedField } from '../../kernel/refusal.js';
import { isStorable } from '../http/body.js';

/** The ways in. */
export type Door = 'kafka' | 'callback';

/** How an event came. */
export interface Delivery {
  readonly via: Door;
  /** What the door calls it: topic, partition and offset, or the id of the signed message. */
  readonly name: string;
  /** Of the request that brought it, so that its log lines and its effects can be joined. */
  readonly requestId?: string;
}

/** An event of a sibling, in our words. */
export interface InboundEvent {
  /** The sibling that tells it: `auth`, `treasury`, … Its types begin with this. */
  readonly source: string;
  /** The sibling's own id of the event: the same whichever way and however often it comes. */
  readonly id: string;
  readonly type: string;
  readonly tenantSlug: string;
  readonly subject?: string;
  readonly time?: Date;
  /** Position in the subject's history, where the sibling counts. */
  readonly sequence?: number;
  readonly traceParent?: string;
  /** Whatever was sent: nobody has looked at it yet. */
  readonly data: unknown;
}

/** What came is no event of that sibling. Trying again cannot help. */
export class MalformedEvent extends Error {
  constructor(
    readonly fields: readonly RefusedField[],
    /** What could be read all the same, for whoever looks after it. */
    readonly told: { readonly id?: string; readonly type?: string; readonly tenantSlug?: string } = {},
  ) {
    super(`not an event: ${fields.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}`);
    this.name = 'MalformedEvent';
  }
}

/** Attributes and data as JSON has them. */
export type EventDocument = Readonly<Record<string, unknown>>;

export interface Expectation {
  readonly source: string;
  /** Whose event it must be, where the door knows; else the event has to say. */
  readonly tenantSlug?: string;
}

const TEXT_MAX = 255;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const SEQUENCE = /^\d{1,15}$/;
const TRACE_PARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * Reads a CloudEvent of version 1.0 from its document (structured mode). Attributes that we do not know are passed over.
 * @throws MalformedEvent that names each bad place.
 */
export function eventFrom(document: unknown, expected: Expectation): InboundEvent {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new MalformedEvent([{ pointer: '', message: 'must be one JSON object' }]);
  const event = document as EventDocument;
  const tenantSlug = event['tenant'] ?? expected.tenantSlug;
  const fields = problemsOf(event, tenantSlug, expected);
  const data = dataOf(event, fields);
  if (fields.length > 0) throw new MalformedEvent(fields, toldBy(event));
  const { subject, time, sequence, traceparent } = event;
  return {
    source: expected.source,
    id: event['id'] as string,
    type: event['type'] as string,
    tenantSlug: tenantSlug as string,
    ...(subject === undefined ? {} : { subject: subject as string }),
    ...(time === undefined ? {} : { time: new Date(time as string) }),
    ...(SEQUENCE.test(String(sequence)) ? { sequence: Number(sequence) } : {}),
    ...(typeof traceparent === 'string' && TRACE_PARENT.test(traceparent) ? { traceParent: traceparent } : {}),
    data,
  };
}

/** The event as one document, so that it can be read again. */
export function documentOf(event: InboundEvent): EventDocument {
  const { source, id, type, tenantSlug, subject, time, sequence, traceParent, data } = event;
  return {
    specversion: '1.0',
    id,
    source: `/${source}`,
    type,
    subject,
    time: time?.toISOString(),
    tenant: tenantSlug,
    sequence: sequence === undefined ? undefined : String(sequence),
    traceparent: traceParent,
    data,
  };
}

function problemsOf(
  event: EventDocument,
  tenantSlug: unknown,
  { source, tenantSlug: own }: Expectation,
): RefusedField[] {
  const { specversion, id, type, subject, time } = event;
  const checks: [pointer: string, holds: boolean, message: string][] = [
    ['/specversion', specversion === '1.0', 'must be "1.0"'],
    ['/id', isText(id), `must be 1 to ${TEXT_MAX} characters`],
    ['/source', isText(event['source']), `must be 1 to ${TEXT_MAX} characters`],
    ['/type', isText(type) && type.startsWith(`${source}.`), `must begin with "${source}."`],
    ['/tenant', typeof tenantSlug === 'string' && SLUG.test(tenantSlug), 'must be the slug of a business'],
    ['/tenant', own === undefined || tenantSlug === own, 'must be the business in the path'],
    ['/subject', subject === undefined || isText(subject), `must be 1 to ${TEXT_MAX} characters`],
    ['/time', time === undefined || isTime(time), 'must be a time of RFC 3339'],
  ];
  return checks.filter(([, holds]) => !holds).map(([pointer, , message]) => ({ pointer, message }));
}

function dataOf(event: EventDocument, fields: RefusedField[]): unknown {
  const { datacontenttype, data, data_base64: packed } = event;
  if (datacontenttype !== undefined && !(typeof datacontenttype === 'string' && JSON_TYPE.test(datacontenttype))) {
    fields.push({ pointer: '/datacontenttype', message: 'must be application/json' });
    return undefined;
  }
  if (packed === undefined) return data ?? null;
  try {
    return JSON.parse(Buffer.from(packed as string, 'base64').toString('utf8')) as unknown;
  } catch {
    fields.push({ pointer: '/data_base64', message: 'must be JSON in Base64' });
    return undefined;
  }
}

function toldBy({ id, type, tenant }: EventDocument): MalformedEvent['told'] {
  return {
    ...(isText(id) ? { id } : {}),
    ...(isText(type) ? { type } : {}),
    ...(typeof tenant === 'string' && SLUG.test(tenant) ? { tenantSlug: tenant } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_MAX && isStorable(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value));
}
