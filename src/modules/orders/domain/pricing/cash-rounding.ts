import { add, roundToStep, subtract, zero, type Money } from '../../../../kernel/money.js';
import type { Step } from './explanation.js';

/** An outlet's rule for the smallest coin. `up` and `down` are away from and towards zero. */
export interface CashRounding {
  /** The smallest coin in minor units: 5 for 0.05 of a currency with two digits. */
  readonly stepMinor: number;
  readonly mode: 'half-up' | 'down' | 'up';
}

/**
 * What rounding adds to an amount settled in cash: positive when the guest pays more (DOMAIN P6). Of a negative amount it is
 * the mirror image.
 * @param rule `null` for an outlet that does not round; the difference is then zero.
 */
export function roundCash(due: Money, rule: CashRounding | null): Money {
  if (rule === null) return zero(due.currency);
  return subtract(roundToStep(due, rule.stepMinor, rule.mode), due);
}

/** The last step of an explanation: how the cash part of a bill became payable in coins. */
export function explainCashRounding(due: Money, rule: CashRounding): Step {
  const difference = roundCash(due, rule);
  return {
    rule: 'cash_rounding',
    base: due,
    rounding: rule.mode,
    amount: add(due, difference),
    adds: difference,
    detail: `the part settled in cash, to a multiple of ${rule.stepMinor} minor units`,
  };
}
