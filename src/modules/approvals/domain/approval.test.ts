import { Refusal } from '../../../kernel/refusal.js';
import { approvals, AT, CASHIER, draft, MANAGER, minutesLater, use } from './approval.examples.js';
import { ask, deny, expire, grant, grantBeforehand, withdraw } from './approval-lifecycle.js';
import type { ApprovalRefusal } from './approval-refusal.js';
import { statusAt, type Approval, type ApprovalStatus } from './approval.js';
import { whyInvalid, type ApprovalUse, type WhyInvalid } from './approval-use.js';
import { ACTIONS } from './act.js';
import { PERMISSION_OF } from './permission-of.js';

const entries = <Name extends string, Value>(record: Record<Name, Value>): [Name, Value][] =>
  Object.entries(record) as [Name, Value][];
const manager = { actor: MANAGER, permissions: new Set(['orders:refund']), note: 'seen' };

const commands = {
  grant: (approval: Approval) => grant(approval, manager, AT).state.status,
  deny: (approval: Approval) => deny(approval, manager, AT).state.status,
  withdraw: (approval: Approval) => withdraw(approval, CASHIER, AT).state.status,
  expireInTime: (approval: Approval) => expire(approval, AT)?.state.status ?? 'left alone',
  expireLater: (approval: Approval) => expire(approval, minutesLater(11))?.state.status ?? 'left alone',
  use: (approval: Approval) => whyInvalid(approval, use) ?? 'stands',
};
type Outcome = ApprovalStatus | ApprovalRefusal | 'left alone' | 'stands' | WhyInvalid;

const NOT_OPEN = 'approval_not_open';
const LEFT = 'left alone';
// prettier-ignore
const outcomes: Record<keyof typeof commands, Record<ApprovalStatus, Outcome>> = {
  grant:        { asked: 'granted',   granted: NOT_OPEN,    denied: NOT_OPEN, used: NOT_OPEN, expired: NOT_OPEN,  withdrawn: NOT_OPEN },
  deny:         { asked: 'denied',    granted: NOT_OPEN,    denied: NOT_OPEN, used: NOT_OPEN, expired: NOT_OPEN,  withdrawn: NOT_OPEN },
  withdraw:     { asked: 'withdrawn', granted: 'withdrawn', denied: NOT_OPEN, used: NOT_OPEN, expired: NOT_OPEN,  withdrawn: NOT_OPEN },
  expireInTime: { asked: LEFT,        granted: LEFT,        denied: LEFT,     used: LEFT,     expired: LEFT,      withdrawn: LEFT },
  expireLater:  { asked: 'expired',   granted: 'expired',   denied: LEFT,     used: LEFT,     expired: LEFT,      withdrawn: LEFT },
  use:          { asked: 'asked',     granted: 'stands',    denied: 'denied', used: 'used',   expired: 'expired', withdrawn: 'withdrawn' },
};

describe.each(entries(outcomes))('%s', (command, row) => {
  test.each(entries(row))('an approval that is %s: %s', (status, outcome) => {
    expect(outcomeOf(() => commands[command](approvals[status]))).toBe(outcome);
  });
});

test('every change is an event at its own place in the history', () => {
  expect(ask(draft, CASHIER, AT).events).toMatchObject([{ type: 'pos.approval.asked', sequence: 1 }]);
  expect(grant(approvals.asked, manager, AT).events).toMatchObject([{ type: 'pos.approval.granted', sequence: 2 }]);
  expect(deny(approvals.asked, manager, AT).events).toMatchObject([{ type: 'pos.approval.denied', sequence: 2 }]);
  expect(expire(approvals.granted, minutesLater(2))?.events).toMatchObject([
    { type: 'pos.approval.expired', sequence: 3, data: { approval: { status: 'expired', decidedBy: MANAGER } } },
  ]);
});

test('what is asked waits ten minutes, what is granted holds two', () => {
  const { state } = ask(draft, CASHIER, AT);
  expect(state.expiresAt).toEqual(minutesLater(10));
  expect(statusAt(state, minutesLater(9.99))).toBe('asked');
  expect(statusAt(state, minutesLater(10))).toBe('expired');
  const granted = grant(state, manager, minutesLater(9)).state;
  expect(granted).toMatchObject({ decidedBy: MANAGER, note: 'seen', expiresAt: minutesLater(11), version: 2 });
  expect(outcomeOf(() => grant(state, manager, minutesLater(10)).state.status)).toBe(NOT_OPEN);
});

test('nobody decides on their own act, or on one that they may not do', () => {
  const own = { ...manager, actor: CASHIER };
  const lacking = { ...manager, permissions: new Set(['approvals:grant']) };
  for (const decide of [grant, deny]) {
    expect(outcomeOf(() => decide(approvals.asked, own, AT).state.status)).toBe('approval_of_own_act');
    expect(outcomeOf(() => decide(approvals.asked, lacking, AT).state.status)).toBe('permission_missing');
  }
  expect(outcomeOf(() => grantBeforehand(draft, MANAGER, manager, AT).state.status)).toBe('approval_of_own_act');
  expect(outcomeOf(() => grantBeforehand(draft, CASHIER, lacking, AT).state.status)).toBe('permission_missing');
});

test('granted beforehand it holds at once, for the one who was named', () => {
  const { state, events } = grantBeforehand(draft, CASHIER, manager, AT);
  expect(state).toMatchObject({ status: 'granted', askedBy: CASHIER, decidedBy: MANAGER, expiresAt: minutesLater(2) });
  expect(events).toMatchObject([{ type: 'pos.approval.granted', sequence: 1 }]);
  expect(whyInvalid(state, use)).toBeNull();
});

test('who asked and who granted may withdraw, and nobody else', () => {
  expect(withdraw(approvals.granted, MANAGER, AT).state.status).toBe('withdrawn');
  expect(outcomeOf(() => withdraw(approvals.asked, 'user:other', AT).state.status)).toBe('approval_of_another');
});

test.each<[string, Partial<ApprovalUse>, WhyInvalid | null]>([
  ['less money', { amount: { amount: 1, currency: 'KES' } }, null],
  ['no money', { amount: null }, null],
  ['as much below nothing', { amount: { amount: -5000, currency: 'KES' } }, null],
  ['more below nothing', { amount: { amount: -5001, currency: 'KES' } }, 'amount_too_high'],
  ['more money', { amount: { amount: 5001, currency: 'KES' } }, 'amount_too_high'],
  ['another currency', { amount: { amount: 1, currency: 'USD' } }, 'amount_too_high'],
  ['another act', { action: 'order.void' }, 'other_action'],
  ['another target', { targetId: 'order-2' }, 'other_target'],
  ['another outlet', { outletId: 'outlet-2' as ApprovalUse['outletId'] }, 'other_outlet'],
  ['another person', { actor: MANAGER }, 'other_person'],
  ['the last moment', { at: new Date(minutesLater(2).getTime() - 1) }, null],
  ['a moment later', { at: minutesLater(2) }, 'expired'],
])('an approval is used for %s: %j', (_, change, why) => {
  expect(whyInvalid(approvals.granted, { ...use, ...change })).toBe(why);
});

test('an approval without an amount stands for no money, and one that is not there for nothing', () => {
  expect(whyInvalid({ ...approvals.granted, amount: null }, use)).toBe('amount_too_high');
  expect(whyInvalid(undefined, use)).toBe('unknown');
});

test('every act has a right', () => {
  expect(Object.keys(PERMISSION_OF).sort()).toEqual([...ACTIONS].sort());
});

function outcomeOf<Result>(work: () => Result): Result | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
