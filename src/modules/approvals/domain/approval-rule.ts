import type { Id } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Act, Action } from './act.js';
import type { ApprovalRefusal } from './approval-refusal.js';

export type ApprovalRuleId = Id<'approval-rule'>;
export type SecondPerson = 'never' | 'always' | 'over';

/** What a business says of one act. */
export interface ApprovalRuleDraft {
  /** `over`: when the act is about more than the limit of its currency; where that has none, always. */
  readonly secondPerson: SecondPerson;
  /** At most one for each currency. */
  readonly limits: readonly Money[];
  readonly reasonRequired: boolean;
  /** Where there are some, the reason must be one of them. */
  readonly reasons: readonly string[];
}

export interface ApprovalRule extends ApprovalRuleDraft {
  readonly id: ApprovalRuleId;
  readonly action: Action;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly version: number;
}

/** What holds for an act of which nobody has said anything. */
export const NO_RULE: ApprovalRuleDraft = { secondPerson: 'never', limits: [], reasonRequired: false, reasons: [] };

/** Whether a rule wants a second person for an amount, of whatever sign, and above which limit; `undefined` when it does not. */
export function secondPersonFor(
  { secondPerson, limits }: ApprovalRuleDraft,
  amount: Money | null,
): { readonly limit: Money | null } | undefined {
  if (secondPerson === 'never') return undefined;
  if (secondPerson === 'always') return { limit: null };
  if (amount === null) return undefined;
  const limit = limits.find(({ currency }) => currency === amount.currency);
  if (limit === undefined) return { limit: null };
  return Math.abs(amount.amount) > limit.amount ? { limit } : undefined;
}

/** @throws Refusal `reason_required`, `reason_not_listed` (facts: the list). */
export function assertReason(
  { reasonRequired, reasons }: ApprovalRuleDraft,
  act: Pick<Act, 'action' | 'reason'>,
): void {
  const given = act.reason !== null && act.reason.trim() !== '';
  if (!given && (reasonRequired || reasons.length > 0)) {
    throw new Refusal<ApprovalRefusal>('reason_required', { action: act.action });
  }
  if (given && reasons.length > 0 && !reasons.includes(act.reason)) {
    throw new Refusal<ApprovalRefusal>('reason_not_listed', { action: act.action, reasons });
  }
}
