import type { Money } from '../../../../sdk/src/money.js';
import type { Till, TillPerson } from '../till.js';

/** What somebody wants to do that takes a right, and perhaps somebody else. */
export interface WantedAct {
  readonly permission: string;
  /** As the rules of the business name it; `null`: nobody can stand for it, it takes the right of who does it. */
  readonly action: string | null;
  /** In words, for the person who is asked. */
  readonly what: string;
  /** What it is about, where it is about money. */
  readonly amount: Money | null;
  readonly reason?: string | undefined;
  /** What it is done to: an order's id, a drawer session's. */
  readonly targetId: string;
}

/** Who did something: the cashier alone, or with somebody who stood for it. `undefined`: nobody may. */
export type Standing = { readonly approver: TillPerson | null } | undefined;

/** Makes sure that something may be done: by one's own right within the business's rule for it, or by somebody who enters a PIN. */
export async function standFor(
  till: Till,
  { permission, action, what, amount, reason, targetId }: WantedAct,
): Promise<Standing> {
  if (till.may(permission) && !needsSecond(till, action, amount)) return { approver: null };
  if (action === null) {
    till.say(till.t('sell.ownRightOnly', { what }));
    return undefined;
  }
  const asked = { action, targetId, ...(reason !== undefined && { reason }), ...(amount !== null && { amount }) };
  const approval = await till.askManager(permission, what, asked);
  return approval === null ? undefined : { approver: approval.approver };
}

/** The reasons that the business lists for an act; empty: any. */
export function listedReasons(till: Till, action: string | null): readonly string[] {
  return ruleOf(till, action)?.reasons ?? [];
}

function needsSecond(till: Till, action: string | null, amount: Money | null): boolean {
  const rule = ruleOf(till, action);
  if (rule === undefined || rule.secondPerson === 'never') return false;
  if (rule.secondPerson === 'always' || amount === null) return true;
  const limit = rule.limits.find(({ currency }) => currency === amount.currency);
  return limit === undefined || Math.abs(amount.amount) > limit.amount;
}

type ApprovalRule = ReturnType<NonNullable<Till['book']['value']>['approvalRules']['get']>;

function ruleOf(till: Till, action: string | null): ApprovalRule {
  return action === null ? undefined : till.book.value?.approvalRules.get(action);
}
