import { followAnnounced } from './announced-member.js';
import { heldUntil, isOpen, keyOf, type Intent, type IntentId, type IntentKind, type IntentStatus } from './intent.js';
import { expire, intend, NOT_ENROLLED, NOTHING_TO_UNDO, settle, use, type Outcome } from './intent-lifecycle.js';
import type { MemberId } from './membership.js';

const at = new Date('2026-01-01T10:00:00Z');
const USD = (amount: number) => ({ amount, currency: 'USD' });
const later = (ms: number): Date => new Date(at.getTime() + ms);
const DAY = 24 * 3_600_000;

function intent(kind: IntentKind, changes: Partial<Intent> = {}): Intent {
  const wish = { id: 'i' as IntentId, kind, customerId: 'anna', amount: USD(500), source: 's' };
  return { ...intend(wish, at), ...changes };
}

const burns: Record<Exclude<IntentStatus, 'done'>, Intent> = {
  pending: intent('burn'),
  held: intent('burn', { status: 'held', points: 500, reference: 'm-1', nextTryAt: later(15 * 60_000) }),
  used: intent('burn', {
    status: 'used',
    points: 500,
    reference: 'm-1',
    nextTryAt: null,
    orderId: 'o',
    paymentId: 'p',
  }),
  reversing: intent('burn', { status: 'reversing', points: 500, reference: 'm-1' }),
  reversed: intent('burn', { status: 'reversed', points: 500, reference: 'm-1', nextTryAt: null }),
  refused: intent('burn', { status: 'refused', nextTryAt: null, error: 'points_too_low' }),
};
const payment = { orderId: 'o2', paymentId: 'p2', customerId: 'anna', amount: USD(500) };
const answers: Record<string, Outcome> = {
  moved: { kind: 'moved', reference: 'm-2', points: 500, balance: 0 },
  refused: { kind: 'refused', code: 'points_too_low' },
  unknown: { kind: 'unknown', error: 'loyalty did not answer in time' },
};
const commands: Record<string, (burn: Intent) => Intent | undefined> = {
  ...Object.fromEntries(Object.entries(answers).map(([name, one]) => [name, (burn) => settle(burn, one, at, 0).state])),
  'unknown for days': (burn) => settle(burn, answers['unknown'] as Outcome, later(3 * DAY), 0).state,
  use: (burn) => use(burn, payment),
  'expire early': (burn) => expire(burn, later(15 * 60_000 - 1)),
  expire: (burn) => expire(burn, later(15 * 60_000)),
};
const stays = {
  pending: 'pending',
  held: 'held',
  used: 'used',
  reversing: 'reversing',
  reversed: 'reversed',
  refused: 'refused',
};
const outcomes: Record<string, Record<keyof typeof burns, string>> = {
  moved: { ...stays, pending: 'held', reversing: 'reversed' },
  refused: { ...stays, pending: 'refused', reversing: 'refused' },
  unknown: stays,
  'unknown for days': { ...stays, pending: 'refused', reversing: 'refused' },
  use: { ...none(), held: 'used' },
  'expire early': stays,
  expire: { ...stays, held: 'reversing' },
};
function none(): Record<keyof typeof burns, string> {
  return { pending: 'no', held: 'no', used: 'no', reversing: 'no', reversed: 'no', refused: 'no' };
}
describe.each(Object.entries(outcomes))('%s', (command, row) => {
  test.each(Object.entries(row))('of a burn that is %s: %s', (status, outcome) => {
    const state = commands[command]?.(burns[status as keyof typeof burns]);
    expect(state?.status ?? 'no').toBe(outcome);
    if (state === undefined) return;
    // What is waited for has a time, and nothing else has.
    expect(state.nextTryAt !== null).toBe(isOpen(state) || state.status === 'held');
  });
});

test('a burn pays for what it was made for, and for one payment only', () => {
  expect(use(burns.held, { ...payment, customerId: 'ben' })).toBeUndefined();
  expect(use(burns.held, { ...payment, amount: USD(499) })).toBeUndefined();
  expect(use(burns.held, { ...payment, amount: { amount: 500, currency: 'EUR' } })).toBeUndefined();
  expect(use(intent('earn', { status: 'done' }), payment)).toBeUndefined();
  const used = use(burns.held, payment) as Intent;
  expect(used).toMatchObject({ orderId: 'o2', paymentId: 'p2' });
  expect(use(used, payment)).toBe(used);
  expect(use(used, { ...payment, paymentId: 'p3' })).toBeUndefined();
});

test('taking a burn back is a call of its own', () => {
  expect([keyOf(burns.pending), keyOf(burns.reversing)]).toEqual(['i', 'i-reversal']);
  const { state } = settle(burns.reversing, answers['moved'] as Outcome, at, 0);
  expect(state).toMatchObject({ status: 'reversed', reference: 'm-1' });
});

test('a burn whose answer came late is held to the same end', () => {
  const { state } = settle(burns.pending, answers['moved'] as Outcome, later(DAY), 0);
  expect(state.nextTryAt).toEqual(heldUntil(burns.pending));
  expect(expire(state, later(DAY)).status).toBe('reversing');
});

test.each([
  [0, 500, 1_000],
  [1, 1_000, 2_000],
  [4, 8_000, 16_000],
  [5, 15_000, 30_000],
  [5_000, 15_000, 30_000],
])('after %d tries the next comes in %d to %d ms', (tries, least, most) => {
  const outcome = answers['unknown'] as Outcome;
  const waits = [0, 1].map((chance) => {
    const { nextTryAt } = settle(intent('earn', { tries }), outcome, at, chance).state;
    return (nextTryAt?.getTime() ?? 0) - at.getTime();
  });
  expect(waits).toEqual([least, most]);
});

const told: [kind: IntentKind, status: IntentStatus, code: string, isTold: boolean][] = [
  ['earn', 'pending', NOT_ENROLLED, false],
  ['earn', 'pending', 'rules_changed', true],
  ['earn_reversal', 'pending', 'movement_not_found', true],
  ['earn_reversal', 'pending', NOTHING_TO_UNDO, false],
  ['burn_reversal', 'pending', 'member_not_found', true],
  ['burn', 'pending', 'points_too_low', false],
  ['burn', 'reversing', 'movement_not_found', true],
  ['enrol', 'pending', 'blocked', false],
];
test.each(told)('%s that is %s and refused as %s: told of: %s', (kind, status, code, isTold) => {
  const { state, events } = settle(intent(kind, { status }), { kind: 'refused', code }, at, 0);
  expect(state).toMatchObject({ status: 'refused', error: code, nextTryAt: null });
  const event = { type: 'pos.loyalty.movement_failed', sequence: 1, data: { movement: { kind, error: code } } };
  expect(events).toMatchObject(isTold ? [event] : []);
});

test('silence for days is told of, whatever it was', () => {
  for (const kind of ['earn', 'burn', 'enrol', 'burn_reversal'] as const)
    expect(settle(intent(kind), answers['unknown'] as Outcome, later(3 * DAY), 0).events).toHaveLength(1);
});

test('an announced member is taken in, followed, and left alone when nothing is new', () => {
  const announced = { customerId: 'anna', groups: ['gold'], entitlements: [], balance: 7, status: 'active' } as const;
  const taken = followAnnounced(undefined, announced, 'm' as MemberId, at);
  expect(taken.state).toMatchObject({ ...announced, version: 1 });
  expect(taken.events).toMatchObject([{ type: 'pos.loyalty.enrolled', data: { member: { balance: 7 } } }]);
  expect(followAnnounced(taken.state, announced, 'x' as MemberId, at)).toEqual({ state: taken.state, events: [] });
  const closed = followAnnounced(taken.state, { ...announced, status: 'closed' }, 'x' as MemberId, at);
  expect(closed.state).toMatchObject({ id: 'm', status: 'closed', version: 2 });
  expect(closed.events).toMatchObject([{ type: 'pos.loyalty.member_changed', sequence: 2 }]);
  const bad = { ...announced, groups: [''] };
  expect(() => followAnnounced(taken.state, bad, 'x' as MemberId, at)).toThrow('loyalty_member_invalid');
});
