import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import {
  assertReason,
  NO_RULE,
  secondPersonFor,
  type ApprovalRuleDraft,
  type ApprovalRuleId,
} from './approval-rule.js';
import { setRule } from './set-rule.js';

const KES = (amount: number): Money => ({ amount, currency: 'KES' });
const USD = (amount: number): Money => ({ amount, currency: 'USD' });
const ID = 'rule-1' as ApprovalRuleId;
const said = { by: 'user:owner', at: new Date('2026-11-20T12:00:00Z'), expectedVersion: undefined };
const over: ApprovalRuleDraft = { ...NO_RULE, secondPerson: 'over', limits: [KES(1000)] };

test.each<[string, ApprovalRuleDraft, Money | null, { limit: Money | null } | undefined]>([
  ['never', NO_RULE, KES(1_000_000), undefined],
  ['always', { ...NO_RULE, secondPerson: 'always' }, null, { limit: null }],
  ['at the limit', over, KES(1000), undefined],
  ['over the limit', over, KES(1001), { limit: KES(1000) }],
  ['short by more than the limit', over, KES(-1001), { limit: KES(1000) }],
  ['in a currency without a limit', over, USD(1), { limit: null }],
  ['over a limit, about no money', over, null, undefined],
])('a second person is wanted: %s', (_, rule, amount, wanted) => {
  expect(secondPersonFor(rule, amount)).toEqual(wanted);
});

test.each<[string, Partial<ApprovalRuleDraft>, string | null, string | null]>([
  ['nothing is asked, none given', {}, null, null],
  ['one is asked, none given', { reasonRequired: true }, null, 'reason_required'],
  ['one is asked, blanks given', { reasonRequired: true }, '  ', 'reason_required'],
  ['one is asked and given', { reasonRequired: true }, 'cold', null],
  ['there is a list, none given', { reasons: ['cold'] }, null, 'reason_required'],
  ['there is a list, another given', { reasons: ['cold'] }, 'warm', 'reason_not_listed'],
  ['there is a list, one of it given', { reasons: ['cold'] }, 'cold', null],
])('reasons: %s', (_, rule, reason, code) => {
  const check = () => assertReason({ ...NO_RULE, ...rule }, { action: 'order.refund', reason });
  if (code === null) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code }));
});

test('a rule is set, set anew, and the same again changes nothing', () => {
  const first = setRule(undefined, 'order.refund', over, ID, { ...said, expectedVersion: 0 });
  expect(first.state).toMatchObject({ id: ID, action: 'order.refund', version: 1, changedBy: 'user:owner' });
  expect(first.events).toMatchObject([{ type: 'pos.approval_rule.changed', sequence: 1, data: { before: null } }]);
  const again = setRule(first.state, 'order.refund', over, 'other' as ApprovalRuleId, said);
  expect(again).toEqual({ state: first.state, events: [] });
  const second = setRule(first.state, 'order.refund', NO_RULE, 'other' as ApprovalRuleId, said);
  expect(second.events).toMatchObject([
    { aggregateId: ID, sequence: 2, data: { rule: { secondPerson: 'never' }, before: { secondPerson: 'over' } } },
  ]);
});

test.each<[string, Partial<ApprovalRuleDraft>, string]>([
  ['over no limit', { secondPerson: 'over' }, '/limits'],
  ['a limit below nothing', { limits: [KES(-1)] }, '/limits/0/amount'],
  ['a currency twice', { limits: [KES(1), KES(2)] }, '/limits/1/currency'],
  ['a reason of blanks', { reasons: [' '] }, '/reasons/0'],
  ['a reason twice', { reasons: ['a', 'a'] }, '/reasons/1'],
  ['too many reasons', { reasons: Array.from({ length: 51 }, (_, n) => `r${n}`) }, '/reasons'],
])('%s is no rule', (_, change, pointer) => {
  try {
    setRule(undefined, 'order.refund', { ...NO_RULE, ...change }, ID, said);
    throw new Error('it was taken');
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({ code: 'approval_rule_invalid', fields: [{ pointer }] });
  }
});

test('a rule that somebody else has changed meanwhile is told of', () => {
  const { state } = setRule(undefined, 'order.refund', over, ID, said);
  expect(() => setRule(state, 'order.refund', NO_RULE, ID, { ...said, expectedVersion: 0 })).toThrow(
    expect.objectContaining({ code: 'version_mismatch', facts: { currentVersion: 1 } }),
  );
});
