import type { Decision } from '../../../kernel/decision.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import { problemsOfRules, type LabelRule } from './gs1/label.js';
import { RULES_OF_PRESET, type LabelPreset } from './gs1/label-presets.js';

export type LabelRulesId = Id<'label_rules'>;

/** How an outlet reads the labels of its scales. */
export interface LabelRules {
  readonly id: LabelRulesId;
  readonly outletId: OutletId;
  /** The country whose rules these are; `null` when they are the outlet's own. */
  readonly preset: LabelPreset | null;
  readonly rules: readonly LabelRule[];
  /** Id of the key or person. */
  readonly changedBy: string;
  /** @format date-time */
  readonly changedAt: string;
  readonly version: number;
}

export type LabelRulesRefusal = 'label_rules_invalid';

/** What may be said: a country's rules, or one's own. */
export interface LabelRulesDraft {
  readonly preset: LabelPreset | null;
  readonly rules: readonly LabelRule[];
}

/** The data of the events of label rules. */
export interface LabelRulesEvents {
  /** An outlet reads the labels of its scales by other rules from now on. */
  'pos.catalog.label_rules_changed': { readonly labelRules: LabelRules; readonly before: LabelRules | null };
}

export type LabelRulesEvent = DomainEvent<
  'pos.catalog.label_rules_changed',
  LabelRulesEvents['pos.catalog.label_rules_changed']
>;

/** Makes rules what the draft says. @throws Refusal `version_mismatch`, `label_rules_invalid`. */
export function sayLabelRules(
  before: LabelRules | undefined,
  place: Pick<LabelRules, 'id' | 'outletId'>,
  draft: LabelRulesDraft,
  { by, at, expectedVersion }: { readonly by: string; readonly at: Date; readonly expectedVersion?: number },
): Decision<LabelRules, LabelRulesEvent> {
  const currentVersion = before?.version ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== currentVersion)
    throw new Refusal('version_mismatch', { currentVersion });
  const rules = draft.preset === null ? draft.rules : RULES_OF_PRESET[draft.preset];
  const fields = problemsOfRules(rules);
  if (fields.length > 0) throw new Refusal<LabelRulesRefusal>('label_rules_invalid', {}, fields);
  if (before !== undefined && before.preset === draft.preset && isSameRules(before.rules, rules))
    return { state: before, events: [] };
  const said = { preset: draft.preset, rules, changedBy: by, changedAt: at.toISOString() };
  const state: LabelRules = { ...(before ?? place), ...said, version: currentVersion + 1 };
  const { id, outletId, version } = state;
  const event: LabelRulesEvent = {
    type: 'pos.catalog.label_rules_changed',
    ...{ aggregate: 'label_rules', aggregateId: id, sequence: version, outletId },
    data: { labelRules: state, before: before ?? null },
  };
  return { state, events: [event] };
}

function isSameRules(a: readonly LabelRule[], b: readonly LabelRule[]): boolean {
  const members = Object.keys(a[0] ?? {}) as (keyof LabelRule)[];
  return (
    a.length === b.length && a.every((rule, index) => members.every((member) => rule[member] === b[index]?.[member]))
  );
}
