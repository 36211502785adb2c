import type { Id } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { FoundDifference } from './reconciliation.js';
import type { SettlementId, SettlementRefusal } from './settlement.js';

export type DifferenceId = Id<'settlement-difference'>;

/** A difference that somebody has to explain. */
export interface Difference extends FoundDifference {
  readonly id: DifferenceId;
  readonly settlementId: SettlementId;
  readonly currency: string;
  readonly status: 'open' | 'explained';
  readonly reason: string | null;
  readonly explainedBy: string | null;
  readonly explainedAt: Date | null;
  readonly foundAt: Date;
  readonly version: number;
}

/** Why a difference counts as explained that was no longer found. */
export const MATCHED_LATER = 'matched later';

/** Says why there is a difference. @throws Refusal `settlement_difference_explained`. */
export function explain(difference: Difference, reason: string, by: string, at: Date): Difference {
  if (difference.status === 'explained')
    throw new Refusal<SettlementRefusal>('settlement_difference_explained', { differenceId: difference.id });
  const version = difference.version + 1;
  return { ...difference, status: 'explained', reason, explainedBy: by, explainedAt: at, version };
}

/** Takes an explanation back. @throws Refusal `settlement_difference_open`. */
export function reopen(difference: Difference): Difference {
  if (difference.status === 'open')
    throw new Refusal<SettlementRefusal>('settlement_difference_open', { differenceId: difference.id });
  const version = difference.version + 1;
  return { ...difference, status: 'open', reason: null, explainedBy: null, explainedAt: null, version };
}

/** What a further look changes: what is new, what reads otherwise, and what is no more. */
export interface DifferenceUpdate {
  readonly added: readonly FoundDifference[];
  readonly changed: readonly Difference[];
}

/**
 * Compares what is found now with what was found before. The same again changes nothing; an explanation stays as long as the amounts do;
 * an open difference that is no longer found counts as explained.
 */
export function updateDifferences(
  before: readonly Difference[],
  found: readonly FoundDifference[],
  { by, at }: { readonly by: string; readonly at: Date },
): DifferenceUpdate {
  const known = new Map(before.map((difference) => [difference.source, difference]));
  const now = new Map(found.map((difference) => [difference.source, difference]));
  const changed = before.flatMap((difference): Difference[] => {
    const same = now.get(difference.source);
    if (same === undefined) return difference.status === 'open' ? [explain(difference, MATCHED_LATER, by, at)] : [];
    if (same.kind === difference.kind && same.expected === difference.expected && same.found === difference.found)
      return difference.reason === MATCHED_LATER ? [reopen(difference)] : [];
    const open = difference.status === 'open' ? { ...difference, version: difference.version + 1 } : reopen(difference);
    return [{ ...open, ...same }];
  });
  return { added: found.filter(({ source }) => !known.has(source)), changed };
}
