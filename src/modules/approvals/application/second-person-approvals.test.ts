import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId, TenantId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Act } from '../domain/act.js';
import { NO_RULE, type ApprovalRule, type ApprovalRuleDraft, type ApprovalRuleId } from '../domain/approval-rule.js';
import { approvals, AT, draft, MANAGER } from '../domain/approval.examples.js';
import type { Approval } from '../domain/approval.js';
import type { ApprovalRepository } from '../ports/approval-repository.js';
import type { ApprovalRules } from '../ports/approval-rules.js';
import { SecondPersonApprovals } from './second-person-approvals.js';

const tx = {} as Tx;
const act: Act = {
  ...{
    action: 'order.refund',
    permission: 'orders:refund',
    targetId: draft.targetId,
    outletId: 'outlet-1' as OutletId,
  },
  ...{ amount: { amount: 5000, currency: 'KES' }, reason: 'cold', approvalId: undefined },
};

function contextOf(permissions: readonly string[]): RequestContext {
  return {
    ...{ tenantId: 't' as TenantId, tenantSlug: 't', requestId: 'r', at: AT },
    principal: { kind: 'user', id: 'cashier', permissions: new Set(permissions), test: false },
  };
}

/** The facade over one rule and one approval; `asked` is what it wanted to know of the database. */
function facade(rule: Partial<ApprovalRuleDraft> = {}, kept?: Approval) {
  const asked: string[] = [];
  const events: DomainEvent[] = [];
  const told = { id: 'rule' as ApprovalRuleId, action: 'order.refund', changedBy: MANAGER, changedAt: AT, version: 1 };
  const rules = {
    known: () => Promise.resolve(new Map([['order.refund', { ...NO_RULE, ...told, ...rule } as ApprovalRule]])),
  } as Partial<ApprovalRules> as ApprovalRules;
  const repository = {
    use: () => (asked.push('use'), Promise.resolve(kept?.status === 'granted' ? { ...kept, version: 3 } : undefined)),
    find: () => (asked.push('find'), Promise.resolve(kept)),
  } as Partial<ApprovalRepository> as ApprovalRepository;
  const outbox = { append: (_: Tx, more: readonly DomainEvent[]) => void events.push(...more) };
  return { asked, events, approvals: new SecondPersonApprovals(repository, rules, outbox) };
}

test('who has the right and no rule against it needs no approval, and nothing is asked of the database', async () => {
  const {
    approvals: desk,
    asked,
    events,
  } = facade({ secondPerson: 'over', limits: [{ amount: 5000, currency: 'KES' }] });
  expect(await desk.authorise(tx, contextOf(['orders:refund']), act)).toEqual({ approvedBy: null });
  const unneeded = { ...act, approvalId: draft.id };
  expect(await desk.authorise(tx, contextOf(['orders:refund']), unneeded)).toEqual({ approvedBy: null });
  expect([asked, events]).toEqual([[], []]);
});

test.each<[string, readonly string[], Partial<ApprovalRuleDraft>, Partial<Act>, object]>([
  ['the right is missing', [], {}, {}, { code: 'permission_missing', facts: { permission: 'orders:refund' } }],
  [
    'the right is missing, and the reason',
    [],
    { reasonRequired: true },
    { reason: null },
    { code: 'permission_missing' },
  ],
  ['the reason is missing', ['orders:refund'], { reasonRequired: true }, { reason: null }, { code: 'reason_required' }],
  [
    'a rule wants a second person',
    ['orders:refund'],
    { secondPerson: 'over', limits: [{ amount: 4999, currency: 'KES' }] },
    {},
    {
      code: 'approval_required',
      facts: { action: 'order.refund', limit: { amount: 4999, currency: 'KES' } },
    },
  ],
  ['the approval is not there', [], {}, { approvalId: 'x' }, { code: 'approval_invalid', facts: { why: 'unknown' } }],
])('refused: %s', async (_, rights, rule, change, refusal) => {
  const { approvals: desk, events } = facade(rule);
  await expect(desk.authorise(tx, contextOf(rights), { ...act, ...change })).rejects.toMatchObject(refusal);
  expect(events).toEqual([]);
});

test('with an approval the one who granted it stands beside the act', async () => {
  const { approvals: desk, events } = facade({ secondPerson: 'always' }, approvals.granted);
  expect(await desk.authorise(tx, contextOf([]), { ...act, approvalId: draft.id })).toEqual({ approvedBy: MANAGER });
  expect(events).toMatchObject([{ type: 'pos.approval.used', sequence: 3 }]);
});

test('an approval that somebody else used meanwhile is told of as such', async () => {
  const { approvals: desk } = facade({}, approvals.used);
  const attempt = desk.authorise(tx, contextOf([]), { ...act, approvalId: draft.id });
  await expect(attempt).rejects.toMatchObject({ code: 'approval_invalid', facts: { why: 'used' } });
});
