import type { Decision } from '../../../kernel/decision.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type { Action } from './act.js';
import { ruleChanged, type ApprovalRuleChanged } from './approval-events.js';
import type { ApprovalRefusal } from './approval-refusal.js';
import type { ApprovalRule, ApprovalRuleDraft, ApprovalRuleId } from './approval-rule.js';

const REASONS_MAX = 50;
const REASON_LENGTH_MAX = 200;

/** Who sets a rule, and what they saw of it. */
export interface RuleSaid {
  readonly by: string;
  readonly at: Date;
  /** 0: that there was none. */
  readonly expectedVersion: number | undefined;
}

/**
 * Sets the rule of an act. The same again changes nothing. @param fresh the id of a rule that is the first of its act.
 * @throws Refusal `approval_rule_invalid`, `version_mismatch`.
 */
export function setRule(
  before: ApprovalRule | undefined,
  action: Action,
  draft: ApprovalRuleDraft,
  fresh: ApprovalRuleId,
  said: RuleSaid,
): Decision<ApprovalRule, ApprovalRuleChanged> {
  const currentVersion = before?.version ?? 0;
  if (said.expectedVersion !== undefined && said.expectedVersion !== currentVersion) {
    throw new Refusal('version_mismatch', { currentVersion });
  }
  const fields = faultsOf(draft);
  if (fields.length > 0) throw new Refusal<ApprovalRefusal>('approval_rule_invalid', {}, fields);
  if (before !== undefined && isSame(before, draft)) return { state: before, events: [] };
  const state = {
    ...draft,
    ...{ id: before?.id ?? fresh, action, changedBy: said.by, changedAt: said.at, version: currentVersion + 1 },
  };
  return { state, events: [ruleChanged(state, before)] };
}

function faultsOf({ secondPerson, limits, reasons }: ApprovalRuleDraft): RefusedField[] {
  const faults: RefusedField[] = [];
  if (secondPerson === 'over' && limits.length === 0) faults.push({ pointer: '/limits', message: 'must name a limit' });
  for (const [index, { amount, currency }] of limits.entries()) {
    if (amount < 0) faults.push({ pointer: `/limits/${index}/amount`, message: 'must not be less than zero' });
    if (limits.findIndex((limit) => limit.currency === currency) !== index) {
      faults.push({ pointer: `/limits/${index}/currency`, message: 'must be there once' });
    }
  }
  if (reasons.length > REASONS_MAX) faults.push({ pointer: '/reasons', message: `must be at most ${REASONS_MAX}` });
  for (const [index, reason] of reasons.entries()) {
    const pointer = `/reasons/${index}`;
    if (reason.trim() === '' || reason.length > REASON_LENGTH_MAX) {
      faults.push({ pointer, message: `must have 1 to ${REASON_LENGTH_MAX} characters` });
    } else if (reasons.indexOf(reason) !== index) faults.push({ pointer, message: 'must be there once' });
  }
  return faults;
}

function isSame(rule: ApprovalRuleDraft, draft: ApprovalRuleDraft): boolean {
  const told = ({ secondPerson, limits, reasonRequired, reasons }: ApprovalRuleDraft): string =>
    JSON.stringify([secondPerson, limits.map(({ amount, currency }) => [amount, currency]), reasonRequired, reasons]);
  return told(rule) === told(draft);
}
