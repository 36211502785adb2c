import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Plan, PlanTerms } from './plan.js';

/** @asType integer */
export type PlanNumber = number;

/** The most of each thing; null sets no limit. */
export interface LimitsSnapshot {
  readonly outlets: PlanNumber | null;
  readonly devices: PlanNumber | null;
  readonly staff: PlanNumber | null;
  readonly integrations: PlanNumber | null;
}

/** A plan's terms as JSON shows them. Prices are minor units of the currency for a month. */
export interface TermsSnapshot {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  /** @asType integer */
  readonly basePrice: number;
  /** @asType integer */
  readonly outletPrice: number;
  readonly limits: LimitsSnapshot;
  readonly ordersIncluded: PlanNumber | null;
  /**
   * For each hundred orders beyond.
   * @asType integer
   */
  readonly overagePrice: number;
  /** Null: all. */
  readonly features: readonly string[] | null;
  readonly rateLimitPerMinute: PlanNumber | null;
  /** @asType integer */
  readonly graceDays: number;
  /** @asType integer */
  readonly trialDays: number;
}

/** A plan as JSON shows it. */
export interface PlanSnapshot {
  readonly id: string;
  readonly terms: TermsSnapshot;
  readonly archived: boolean;
  /** @asType integer */
  readonly version: number;
}

/** The data of plans' events by their types. They are events of the vendor's own tenant. */
export interface PlanEvents {
  /** A plan can be sold from now on. */
  'pos.plan.created': { readonly plan: PlanSnapshot; readonly before: PlanSnapshot | null };
  /** What a plan promises or costs is another, for whoever gets it from now on. */
  'pos.plan.changed': { readonly plan: PlanSnapshot; readonly before: PlanSnapshot | null };
  /** A plan is not sold any more. */
  'pos.plan.archived': { readonly plan: PlanSnapshot; readonly before: PlanSnapshot | null };
}

export type PlanEvent = { [Type in keyof PlanEvents]: DomainEvent<Type, PlanEvents[Type]> }[keyof PlanEvents];

/** The event of a plan, placed in its own history. */
export function planEvent(type: PlanEvent['type'], plan: Plan, before: Plan | null): PlanEvent {
  return {
    ...{ type, aggregate: 'plans', aggregateId: plan.id, sequence: plan.eventSequence, outletId: null },
    data: { plan: snapshotOf(plan), before: before && snapshotOf(before) },
  };
}

/** Terms as JSON shows them. */
export function termsSnapshot(terms: PlanTerms): TermsSnapshot {
  const { code, name, currency, basePrice, outletPrice, ordersIncluded, overagePrice, features } = terms;
  const { outlets, devices, staff, integrations } = terms.limits;
  const { rateLimitPerMinute, graceDays, trialDays } = terms;
  return {
    ...{ code, name, currency, basePrice, outletPrice, limits: { outlets, devices, staff, integrations } },
    ...{ ordersIncluded, overagePrice, features, rateLimitPerMinute, graceDays, trialDays },
  };
}

function snapshotOf({ id, terms, archived, version }: Plan): PlanSnapshot {
  return { id, terms: termsSnapshot(terms), archived, version };
}
