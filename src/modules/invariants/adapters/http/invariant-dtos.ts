import type { Timestamp } from '../../../../platform/http/values.js';
import type { InvariantReport } from '../../application/check-invariants.js';
import { INVARIANTS, type InvariantFinding } from '../../domain/invariant.js';

/**
 * A business day of the outlet, in its own time zone.
 * @pattern ^\d{4}-\d{2}-\d{2}$ must be a date as YYYY-MM-DD
 * @example "2026-01-31"
 */
export type InvariantDay = string;

/** One thing that breaks a rule. */
export interface InvariantViolation {
  /** What kind of thing it is, and its id. */
  subject: string;
  /** Amounts are in minor units. */
  expected: string;
  actual: string;
}

/** A rule, and how what is kept keeps to it. */
export interface InvariantResult {
  code: string;
  title: string;
  /** Where to look first when it is broken. */
  advice: string;
  /**
   * How many things were looked at.
   * @isInt
   */
  checked: number;
  /** @isInt */
  violations: number;
  /** At most 20. */
  examples: InvariantViolation[];
}

export interface InvariantsResponse {
  checkedAt: Timestamp;
  invariants: InvariantResult[];
  /**
   * Of all rules together: 0 when all is well.
   * @isInt
   */
  violations: number;
}

/** Shows what was found. */
export function toInvariants({ checkedAt, findings }: InvariantReport): InvariantsResponse {
  return {
    checkedAt: checkedAt.toISOString(),
    invariants: findings.map(toResult),
    violations: findings.reduce((sum, { violations }) => sum + violations, 0),
  };
}

function toResult({ code, checked, violations, examples }: InvariantFinding): InvariantResult {
  const rule = INVARIANTS.find((one) => one.code === code);
  if (rule === undefined) throw new Error(`there is no invariant ${code}`);
  return { code, title: rule.title, advice: rule.advice, checked, violations, examples: [...examples] };
}
