import { afterTry, halted, NOT_SENT, toBeSent, type Delivery, type SendAnswer } from './delivery.js';

const RAISED = new Date('2026-11-21T10:00:00Z');
const later = (ms: number) => new Date(RAISED.getTime() + ms);
const YES: SendAnswer = { kind: 'accepted' };
const NO: SendAnswer = { kind: 'refused', code: 'template_unknown' };
const SILENCE: SendAnswer = { kind: 'unanswered', error: 'did not answer in time' };

const STATES: Record<Delivery['state'], Delivery> = {
  none: NOT_SENT,
  pending: toBeSent(RAISED),
  sent: { state: 'sent', tries: 1, sentAt: RAISED },
  failed: { state: 'failed', tries: 3, error: 'x' },
};
const OUTCOMES: Record<Delivery['state'], Record<SendAnswer['kind'], Delivery['state']>> = {
  none: { accepted: 'none', refused: 'none', unanswered: 'none' },
  pending: { accepted: 'sent', refused: 'failed', unanswered: 'pending' },
  sent: { accepted: 'sent', refused: 'sent', unanswered: 'sent' },
  failed: { accepted: 'failed', refused: 'failed', unanswered: 'failed' },
};
const CELLS = Object.entries(OUTCOMES).flatMap(([state, outcomes]) =>
  [YES, NO, SILENCE].map((answer) => [state as Delivery['state'], answer.kind, answer, outcomes[answer.kind]] as const),
);

test.each(CELLS)('%s, then %s', (state, _kind, answer, outcome) => {
  expect(afterTry(STATES[state], answer, RAISED, later(1_000), 0.5).state).toBe(outcome);
});

test('waits grow to an hour, and after three days it is given up', () => {
  let [delivery, at] = [toBeSent(RAISED), RAISED];
  const waits: number[] = [];
  while (delivery.state === 'pending') {
    delivery = afterTry(delivery, SILENCE, RAISED, at, 0.5);
    if (delivery.state !== 'pending') break;
    waits.push((delivery.nextTryAt.getTime() - at.getTime()) / 1_000);
    at = delivery.nextTryAt;
  }
  expect(waits.slice(0, 7)).toEqual([10, 30, 90, 270, 810, 2_430, 3_600]);
  expect(Math.max(...waits)).toBe(3_600);
  expect(delivery).toEqual({ state: 'failed', tries: waits.length + 1, error: 'did not answer in time' });
  expect(at.getTime()).toBeGreaterThan(later(3 * 86_400_000 - 3_600_001).getTime());
});

test.each(Object.keys(STATES) as Delivery['state'][])('halted when %s', (state) => {
  expect(halted(STATES[state]).state).toBe(state === 'pending' ? 'none' : state);
});
