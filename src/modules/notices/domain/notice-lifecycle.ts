import { Refusal } from '../../../kernel/refusal.js';
import { halted, type Delivery } from './delivery.js';
import type { AcknowledgedNotice, Notice, NoticeRefusal, OpenNotice } from './notice.js';
import { noticeEvent, type NoticeEvent } from './notice-events.js';

/** What a command makes of a notice. */
export interface NoticeDecision<State extends Notice = Notice> {
  readonly state: State;
  readonly events: readonly NoticeEvent[];
}

/** What a notice is made of. */
export type NoticeDraft = Omit<OpenNotice, 'status' | 'version' | 'eventSequence'>;

/** Raises a notice. */
export function raise(draft: NoticeDraft): NoticeDecision<OpenNotice> {
  const state: OpenNotice = { ...draft, status: 'open', version: 1, eventSequence: 1 };
  return { state, events: [noticeEvent('pos.notice.raised', state)] };
}

/**
 * Somebody has seen it. What was not sent so far is not sent any more.
 * @param by whom, as the audit names callers. @throws Refusal `notice_already_acknowledged`.
 */
export function acknowledge(
  notice: Notice,
  by: string,
  note: string | null,
  at: Date,
): NoticeDecision<AcknowledgedNotice> {
  if (notice.status === 'acknowledged')
    throw new Refusal<NoticeRefusal>('notice_already_acknowledged', { noticeId: notice.id });
  const seen = { ...{ acknowledgedBy: by, acknowledgedAt: at, note }, delivery: halted(notice.delivery) };
  const state: AcknowledgedNotice = { ...notice, ...seen, ...next(notice), status: 'acknowledged' };
  return { state, events: [noticeEvent('pos.notice.acknowledged', state)] };
}

/** It was not dealt with after all. It is not sent again. @throws Refusal `notice_not_acknowledged`. */
export function reopen(notice: Notice): NoticeDecision<OpenNotice> {
  if (notice.status === 'open') throw new Refusal<NoticeRefusal>('notice_not_acknowledged', { noticeId: notice.id });
  const { acknowledgedBy: _by, acknowledgedAt: _at, note: _note, ...rest } = notice;
  const state: OpenNotice = { ...rest, ...next(notice), status: 'open' };
  return { state, events: [noticeEvent('pos.notice.reopened', state)] };
}

/** The notice after a try to send it; nothing is told of that. */
export function delivered(notice: Notice, delivery: Delivery): Notice {
  return { ...notice, delivery, version: notice.version + 1 };
}

function next({ version, eventSequence }: Notice): Pick<Notice, 'version' | 'eventSequence'> {
  return { version: version + 1, eventSequence: eventSequence + 1 };
}
