import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { LicensingRefusal } from './licensing-refusal.js';
import { planEvent, type PlanEvent } from './plan-events.js';
import { checkedTerms, type Plan, type PlanId, type PlanTerms } from './plan.js';

type PlanDecision = Decision<Plan, PlanEvent>;

/** Makes a plan. @throws Refusal `plan_invalid`. */
export function createPlan(id: PlanId, terms: PlanTerms): PlanDecision {
  const state = { id, terms: checkedTerms(terms), archived: false, version: 1, eventSequence: 1 };
  return { state, events: [planEvent('pos.plan.created', state, null)] };
}

/** Changes what is sold from now on; who has the plan keeps the terms of the day they got it. @throws Refusal `plan_invalid`. */
export function changePlan(plan: Plan, changes: Partial<Omit<PlanTerms, 'code'>>): PlanDecision {
  const terms = checkedTerms({ ...plan.terms, ...changes });
  if (JSON.stringify(terms) === JSON.stringify(plan.terms)) return { state: plan, events: [] };
  const state = next({ ...plan, terms });
  return { state, events: [planEvent('pos.plan.changed', state, plan)] };
}

/** Stops or resumes selling it. @throws Refusal `plan_archived`, `plan_not_archived` when it is so already. */
export function archivePlan(plan: Plan, archived: boolean): PlanDecision {
  if (plan.archived === archived)
    throw new Refusal<LicensingRefusal>(archived ? 'plan_archived' : 'plan_not_archived', { plan: plan.terms.code });
  const state = next({ ...plan, archived });
  return { state, events: [planEvent(archived ? 'pos.plan.archived' : 'pos.plan.changed', state, plan)] };
}

function next(plan: Plan): Plan {
  return { ...plan, version: plan.version + 1, eventSequence: plan.eventSequence + 1 };
}
