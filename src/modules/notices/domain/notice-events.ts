import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Notice, NoticeId, NoticeParams } from './notice.js';

/** A notice as events show it. */
export interface NoticeSnapshot {
  readonly id: NoticeId;
  readonly kind: string;
  readonly severity: string;
  readonly status: string;
  readonly outletId: OutletId | null;
  /** What it is about, as events name it: `payments/0197…`. */
  readonly subject: string;
  readonly params: NoticeParams;
  /** @format date-time */
  readonly occurredAt: string;
  /** @format date-time */
  readonly raisedAt: string;
  readonly acknowledgedBy: string | null;
  /** @format date-time */
  readonly acknowledgedAt: string | null;
  readonly note: string | null;
  /** @asType integer */
  readonly version: number;
}

/** A notice after what happened to it. */
export interface NoticeChanged {
  readonly notice: NoticeSnapshot;
}

/** The data of a notice's events by their types. */
export interface NoticeEvents {
  /** Something calls for a person. */
  'pos.notice.raised': NoticeChanged;
  /** Somebody has seen it, with a note or without. */
  'pos.notice.acknowledged': NoticeChanged;
  /** It was not dealt with after all. */
  'pos.notice.reopened': NoticeChanged;
}

export type NoticeEvent = {
  [Type in keyof NoticeEvents]: DomainEvent<Type, NoticeEvents[Type]>;
}[keyof NoticeEvents];

/** The event of a notice that is as shown afterwards. */
export function noticeEvent(type: NoticeEvent['type'], notice: Notice): NoticeEvent {
  const { id, eventSequence: sequence, outletId } = notice;
  return { type, aggregate: 'notices', aggregateId: id, sequence, outletId, data: { notice: snapshotOf(notice) } };
}

function snapshotOf(notice: Notice): NoticeSnapshot {
  const { id, kind, severity, status, outletId, subject, params, version } = notice;
  const seen = notice.status === 'acknowledged' ? notice : undefined;
  return {
    ...{ id, kind, severity, status, outletId, subject, params },
    ...{ occurredAt: notice.occurredAt.toISOString(), raisedAt: notice.raisedAt.toISOString() },
    ...{ acknowledgedBy: seen?.acknowledgedBy ?? null, note: seen?.note ?? null },
    ...{ acknowledgedAt: seen?.acknowledgedAt.toISOString() ?? null, version },
  };
}
