import type { TenantId } from '../../../kernel/ids.js';
import { BUILT_IN_PLANS, type PlanTerms } from './plan.js';
import { implicit } from './subscription-lifecycle.js';
import { DAY_MS, type Subscription } from './subscription.js';

export const BUSINESS = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' as TenantId;
export const NOW = new Date('2026-11-01T12:00:00.000Z');

/** So many days after the beginning. */
export const onDay = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);

/** The built-in plan of the code. */
export function termsOf(code: string): PlanTerms {
  const plan = BUILT_IN_PLANS.find(({ terms }) => terms.code === code);
  if (plan === undefined) throw new Error(`there is no plan ${code}`);
  return plan.terms;
}

/** A paid licence: ten days paid, then 14 days of grace. */
export function paidLicence(changes: Partial<Subscription> = {}): Subscription {
  const paid = { paidUntil: onDay(10), graceUntil: onDay(24), version: 1, eventSequence: 1 };
  return { ...implicit(BUSINESS, termsOf('standard'), NOW), ...paid, ...changes };
}
