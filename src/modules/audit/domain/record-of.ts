import type { PublishedEvent } from '../../../kernel/outbox.js';
import { isAudited } from './audited-acts.js';
import type { ActRecord } from './entry.js';

type Data = Readonly<Record<string, unknown>>;

/** Longer lists are left out of entries: the event has them, by its id. */
const LIST_MAX = 50;
const DEPTH_MAX = 8;
/** An order in an entry: which one, and where it stands. The event has the rest. */
const OF_ORDER = ['id', 'number', 'status', 'businessDate', 'totals', 'taxExemption', 'serviceChargeWaived', 'version'];
/** Members that stand in the entry by themselves. */
const TOLD_APART = new Set(['reason', 'before', 'approvedBy']);

/** The record of an event; `undefined` for one that is not audited. @param recordedAt now. */
export function recordOf(event: PublishedEvent, recordedAt: Date): ActRecord | undefined {
  const data = event.data as Data;
  if (!isAudited(event.type, data)) return undefined;
  const refused = event.type === 'pos.access.refused';
  return {
    ...{ eventId: event.id, at: event.occurredAt, recordedAt, actor: event.actor, outletId: event.outletId },
    deviceId: event.deviceId ?? textOf(data['deviceId']),
    action: event.type,
    target: (refused ? textOf(data['target']) : null) ?? `${event.aggregate}/${event.aggregateId}`,
    outcome: refused || event.type === 'pos.session.sign_in_failed' ? 'refused' : 'allowed',
    reason: refused ? textOf(data['code']) : said(data, 'reason'),
    approvedBy: approverOf(event, data),
    before: beforeOf(data),
    after: afterOf(data),
    requestId: event.requestId,
  };
}

/** The second person. Who grants is the actor themselves, unless they did so on the spot, where somebody else is signed in. */
function approverOf({ type, actor }: PublishedEvent, data: Data): string | null {
  const granted = type === 'pos.approval.granted';
  if (!granted && type !== 'pos.approval.used') return said(data, 'approvedBy');
  const decidedBy = said(data, 'decidedBy');
  return granted && decidedBy === actor ? null : decidedBy;
}

/** What an event says under a name, itself or in one of the things it tells of. */
function said(data: Data, name: string): string | null {
  const own = textOf(data[name]);
  if (own !== null) return own;
  for (const member of Object.values(data)) {
    const told = Array.isArray(member) ? (member[0] as unknown) : member;
    const text = isObject(told) ? textOf(told[name]) : null;
    if (text !== null) return text;
  }
  return null;
}

/** `before`, or all members like `versionBefore` and `expiredBefore`. */
function beforeOf(data: Data): unknown {
  if (data['before'] !== undefined) return small('before', data['before'], DEPTH_MAX);
  const told = Object.entries(data).filter(([name]) => name.endsWith('Before'));
  if (told.length === 0) return null;
  return small('before', Object.fromEntries(told.map(([name, value]) => [name.slice(0, -6), value])), DEPTH_MAX);
}

function afterOf(data: Data): unknown {
  const told = Object.entries(data).filter(([name]) => !TOLD_APART.has(name) && !name.endsWith('Before'));
  return small('after', Object.fromEntries(told), DEPTH_MAX);
}

function small(name: string, value: unknown, depth: number): unknown {
  if (Array.isArray(value)) {
    if (value.length > LIST_MAX || depth === 0) return `${value.length} entries`;
    return value.map((entry) => small('', entry, depth - 1));
  }
  if (!isObject(value)) return value;
  if (depth === 0) return null;
  const members = Object.entries(value).filter(([member]) => name !== 'order' || OF_ORDER.includes(member));
  return Object.fromEntries(members.map(([member, inner]) => [member, small(member, inner, depth - 1)]));
}

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
