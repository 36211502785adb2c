import {
  redrive,
  type DeadLetter,
  type DeadLetterId,
  type DeadLetterRefusal,
  type DeadLetterStatus,
} from './dead-letter.js';

const letter: DeadLetter = {
  ...{
    id: '0197a3c2-7b1e-7000-8000-000000000001' as DeadLetterId,
    sink: 'kafka',
    eventId: 'e',
    type: 'pos.order.created',
  },
  ...{ subject: 'orders/o', sequence: 1, outletId: null, reason: 'too large', attempts: 8, deadAt: new Date(0) },
  ...{ status: 'dead', redrives: 0, queuedBy: null, redrivenAt: null },
};

const outcomes: Record<DeadLetterStatus, { outcome: DeadLetterStatus | DeadLetterRefusal; events: number }> = {
  dead: { outcome: 'queued', events: 1 },
  queued: { outcome: 'queued', events: 0 },
  redriven: { outcome: 'dead_letter_already_redriven', events: 0 },
};

test.each(Object.entries(outcomes))('redriving a letter that is %s', (status, { outcome, events }) => {
  const attempt = () => redrive({ ...letter, status: status as DeadLetterStatus }, 'user:ada');
  if (outcome === 'dead_letter_already_redriven') {
    expect(attempt).toThrow(outcome);
    return;
  }
  expect(attempt().state.status).toBe(outcome);
  expect(attempt().events).toHaveLength(events);
});

test('each request is one event in the history of the letter, with who asked on the letter', () => {
  const first = redrive(letter, 'user:ada');
  const second = redrive({ ...first.state, status: 'dead' }, 'user:bob');
  expect([...first.events, ...second.events].map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(second.state).toMatchObject({ queuedBy: 'user:bob', redrives: 2 });
});
