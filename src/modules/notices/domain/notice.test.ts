import { NOT_SENT, toBeSent } from './delivery.js';
import type { Notice, NoticeRefusal } from './notice.js';
import { noticeDraft } from './notice.examples.js';
import { acknowledge, delivered, raise, reopen } from './notice-lifecycle.js';

const AT = new Date('2026-11-21T11:00:00Z');
const open = raise(noticeDraft()).state;
const seen = acknowledge(open, 'user:ann', 'called the bank', AT).state;

const COMMANDS = {
  acknowledge: (notice: Notice) => acknowledge(notice, 'user:bob', null, AT).state.status,
  reopen: (notice: Notice) => reopen(notice).state.status,
};
const OUTCOMES: Record<keyof typeof COMMANDS, Record<Notice['status'], Notice['status'] | NoticeRefusal>> = {
  acknowledge: { open: 'acknowledged', acknowledged: 'notice_already_acknowledged' },
  reopen: { open: 'notice_not_acknowledged', acknowledged: 'open' },
};
const CELLS = Object.entries(OUTCOMES).flatMap(([command, outcomes]) =>
  Object.entries(outcomes).map(([status, outcome]) => [command, status, outcome] as const),
);

test.each(CELLS)('%s, when it is %s: %s', (command, status, outcome) => {
  const run = () => COMMANDS[command as keyof typeof COMMANDS](status === 'open' ? open : seen);
  if (outcome.startsWith('notice_')) expect(run).toThrow(outcome);
  else expect(run()).toBe(outcome);
});

test('each change is told of, in order, with the state after it', () => {
  const decisions = [raise(noticeDraft()), acknowledge(open, 'user:ann', 'called the bank', AT), reopen(seen)];
  const events = decisions.flatMap((decision) => decision.events);
  expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
    ['pos.notice.raised', 1],
    ['pos.notice.acknowledged', 2],
    ['pos.notice.reopened', 3],
  ]);
  expect(events[1]?.data.notice).toMatchObject({
    ...{ status: 'acknowledged', acknowledgedBy: 'user:ann', note: 'called the bank', version: 2 },
    acknowledgedAt: AT.toISOString(),
  });
  expect(events[2]?.data.notice).toMatchObject({ status: 'open', acknowledgedBy: null, note: null, version: 3 });
});

test('what somebody has seen is not sent any more', () => {
  const waiting = raise(noticeDraft({ delivery: toBeSent(AT) })).state;
  expect(acknowledge(waiting, 'user:ann', null, AT).state.delivery).toEqual(NOT_SENT);
  const sent = { state: 'sent', tries: 1, sentAt: AT } as const;
  expect(acknowledge({ ...waiting, delivery: sent }, 'user:ann', null, AT).state.delivery).toEqual(sent);
});

test('a try is a version, and no event', () => {
  const after = delivered(open, { state: 'sent', tries: 1, sentAt: AT });
  expect([after.version, after.eventSequence]).toEqual([2, 1]);
});
