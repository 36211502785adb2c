import type { OutletId } from '../../../../kernel/ids.js';
import type { Delivery } from '../../domain/delivery.js';
import type { Notice, NoticeId, NoticeParams, Severity } from '../../domain/notice.js';

/** The table of this module, for kysely. */
export interface NoticeTables {
  notices: NoticeRow & { tenant_id: string };
}

export interface NoticeRow {
  id: string;
  event_id: string;
  kind: string;
  severity: Severity;
  outlet_id: string | null;
  subject: string;
  params: NoticeParams;
  status: Notice['status'];
  acknowledged_by: string | null;
  acknowledged_at: Date | null;
  note: string | null;
  occurred_at: Date;
  raised_at: Date;
  send_status: Delivery['state'];
  tries: number;
  next_try_at: Date | null;
  sent_at: Date | null;
  send_error: string | null;
  version: number;
  event_sequence: number;
}

// prettier-ignore
export const COLUMNS = [
  'id', 'event_id', 'kind', 'severity', 'outlet_id', 'subject', 'params', 'status', 'acknowledged_by', 'acknowledged_at', 'note',
  'occurred_at', 'raised_at', 'send_status', 'tries', 'next_try_at', 'sent_at', 'send_error', 'version', 'event_sequence',
] as const;

const ERROR_MAX = 200;

/** The notice that a row tells of. A row that contradicts itself is a defect. */
export function toNotice(row: NoticeRow): Notice {
  const base = {
    ...{ id: row.id as NoticeId, eventId: row.event_id, kind: row.kind, severity: row.severity },
    ...{ outletId: row.outlet_id as OutletId | null, subject: row.subject, params: row.params },
    ...{ occurredAt: row.occurred_at, raisedAt: row.raised_at, delivery: deliveryOf(row) },
    ...{ version: row.version, eventSequence: row.event_sequence },
  };
  const { acknowledged_by: acknowledgedBy, acknowledged_at: acknowledgedAt, note } = row;
  if (row.status === 'open') return { ...base, status: 'open' };
  if (acknowledgedBy === null || acknowledgedAt === null) throw contradiction(row);
  return { ...base, status: 'acknowledged', acknowledgedBy, acknowledgedAt, note };
}

/** The row of a notice. */
export function fromNotice(notice: Notice): NoticeRow {
  const { id, eventId, kind, severity, outletId, subject, params, occurredAt, raisedAt } = notice;
  return {
    ...{ id, event_id: eventId, kind, severity, outlet_id: outletId, subject, params },
    ...{ occurred_at: occurredAt, raised_at: raisedAt },
    ...changesOf(notice),
  };
}

/** The columns that a change of a notice writes. */
export function changesOf(notice: Notice) {
  const { status, delivery, version, eventSequence } = notice;
  const seen = notice.status === 'acknowledged' ? notice : undefined;
  const error = delivery.state === 'pending' || delivery.state === 'failed' ? delivery.error : null;
  return {
    ...{ status, acknowledged_by: seen?.acknowledgedBy ?? null, acknowledged_at: seen?.acknowledgedAt ?? null },
    ...{ note: seen?.note ?? null, send_status: delivery.state, tries: delivery.tries },
    next_try_at: delivery.state === 'pending' ? delivery.nextTryAt : null,
    sent_at: delivery.state === 'sent' ? delivery.sentAt : null,
    send_error: error?.slice(0, ERROR_MAX) ?? null,
    ...{ version, event_sequence: eventSequence },
  };
}

function deliveryOf(row: NoticeRow): Delivery {
  const { send_status: state, tries, next_try_at: nextTryAt, sent_at: sentAt, send_error: error } = row;
  if (state === 'none') return { state, tries };
  if (state === 'pending' && nextTryAt !== null) return { state, tries, nextTryAt, error };
  if (state === 'sent' && sentAt !== null) return { state, tries, sentAt };
  if (state === 'failed' && error !== null) return { state, tries, error };
  throw contradiction(row);
}

function contradiction({ id }: NoticeRow): Error {
  return new Error(`the row of the notice ${id} contradicts itself`);
}
