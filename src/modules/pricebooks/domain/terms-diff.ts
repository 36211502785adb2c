import { describeEffect, type EffectSnapshot, type Rule } from './price-effect.js';
import type { Terms } from './pricebook.js';
import type { Scope } from './scope.js';

/** What of the scope or priority differs between two versions. */
export type TermChange = {
  [Member in keyof Scope | 'priority']: {
    readonly member: Member;
    readonly before: (Scope & Terms)[Member];
    readonly after: (Scope & Terms)[Member];
  };
}[keyof Scope | 'priority'];

/** What becomes of the rule for a category, or with `null` for everything. */
export interface RuleChange {
  readonly category: string | null;
  readonly before: EffectSnapshot | null;
  readonly after: EffectSnapshot | null;
}

/** The differences of two versions but for their entries. */
export function diffTerms(before: Terms, after: Terms): { readonly terms: TermChange[]; readonly rules: RuleChange[] } {
  const [a, b] = [
    { priority: before.priority, ...before.scope },
    { priority: after.priority, ...after.scope },
  ];
  const members = ['priority', 'outletIds', 'channels', 'customerGroups', 'schedule'] as const;
  const terms = members
    .filter((member) => JSON.stringify(a[member]) !== JSON.stringify(b[member]))
    .map((member) => ({ member, before: a[member], after: b[member] }) as TermChange);
  return { terms, rules: diffRules(before.rules, after.rules) };
}

function diffRules(before: readonly Rule[], after: readonly Rule[]): RuleChange[] {
  const [old, fresh] = [before, after].map(
    (rules) => new Map(rules.map(({ category, effect }) => [category, describeEffect(effect)])),
  ) as [Map<string | null, EffectSnapshot>, Map<string | null, EffectSnapshot>];
  const categories = [...new Set([...old.keys(), ...fresh.keys()])].sort((x, y) => ((x ?? '') < (y ?? '') ? -1 : 1));
  return categories
    .map((category) => ({ category, before: old.get(category) ?? null, after: fresh.get(category) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
