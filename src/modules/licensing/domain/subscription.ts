import type { LicenceStanding } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import { isLimitedThing, LIMITED_THINGS, type LimitedThing } from './limited-thing.js';
import type { Limits, PlanTerms } from './plan.js';

export const STATUSES = ['trial', 'active', 'past_due', 'grace', 'expired', 'revoked', 'cancelled'] as const;
export type SubscriptionStatus = (typeof STATUSES)[number];

/** Something given to one business, or taken from it, beside its plan. One for each name. */
export interface Override {
  /** A feature, or a thing that is limited. */
  readonly name: string;
  /** Of a feature whether it is there, of a thing the most of it; null: no limit. */
  readonly value: boolean | number | null;
  readonly reason: string;
  /** Null: until it is taken back. */
  readonly endsAt: Date | null;
}

/** Since when, and why. */
export interface Ending {
  readonly at: Date;
  readonly reason: string;
}

/** What a business has subscribed to. One for each business; without one nothing is limited, or by the default plan. */
export interface Subscription {
  readonly businessId: TenantId;
  /** A copy: changing the plan changes nobody's licence. */
  readonly terms: PlanTerms;
  /** As it was when somebody looked last; `statusAt` says how it is. */
  readonly status: SubscriptionStatus;
  readonly trial: boolean;
  readonly since: Date;
  /** Null: no end. */
  readonly paidUntil: Date | null;
  readonly graceUntil: Date | null;
  readonly revoked: Ending | null;
  readonly cancelled: Ending | null;
  readonly overrides: readonly Override[];
  /** Switches that were set; one that was not is off. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** `remote`: the subscription service decides, and its last word holds until it says another. */
  readonly source: 'local' | 'remote';
  /** When the service was heard last. */
  readonly lastHeardAt: Date | null;
  readonly version: number;
  readonly eventSequence: number;
}

export const DAY_MS = 86_400_000;
/** For the first day after the paid time nothing but the name changes: payments take a day. */
const PAST_DUE_MS = DAY_MS;

/**
 * How a licence stands at a time. Of a remote one our clock decides nothing: the last word holds, however long ago it was said,
 * because silence stops nothing (DOMAIN.md "Licensing").
 */
export function statusAt(licence: Subscription, at: Date): SubscriptionStatus {
  if (licence.source === 'remote') return licence.status;
  const { revoked, cancelled, paidUntil, graceUntil, trial } = licence;
  if (revoked !== null) return 'revoked';
  if (cancelled !== null) return at < endOf(licence, cancelled) ? 'cancelled' : 'expired';
  if (paidUntil === null) return 'active';
  if (at < paidUntil) return trial ? 'trial' : 'active';
  if (graceUntil === null || at >= graceUntil) return 'expired';
  return at.getTime() < paidUntil.getTime() + PAST_DUE_MS ? 'past_due' : 'grace';
}

/** From then on no new orders; null: no end is known. */
export function ordersUntil(licence: Subscription): Date | null {
  const { source, status, lastHeardAt, cancelled, paidUntil, graceUntil, since } = licence;
  if (source === 'remote') return status === 'expired' ? (lastHeardAt ?? since) : null;
  if (cancelled !== null) return endOf(licence, cancelled);
  return paidUntil === null ? null : (graceUntil ?? paidUntil);
}

/** When our clock changes something next; null: never. */
export function nextTurn(licence: Subscription, at: Date): Date | null {
  const { paidUntil, graceUntil, cancelled, overrides, source } = licence;
  const ends = overrides.map(({ endsAt }) => endsAt);
  const pastDue = paidUntil && new Date(paidUntil.getTime() + PAST_DUE_MS);
  const own = [paidUntil, pastDue, graceUntil, cancelled && endOf(licence, cancelled)];
  const turns = [...ends, ...(source === 'remote' ? [] : own)].filter((turn) => turn !== null && turn > at);
  return turns.length === 0 ? null : new Date(Math.min(...turns.map((turn) => (turn as Date).getTime())));
}

/** What the plan and the overrides together include at a time. */
export interface Entitlements {
  /** Null: all. */
  readonly features: ReadonlySet<string> | null;
  readonly limits: Limits;
}

/** @param known all features that there are: where one is taken from a plan that has all. */
export function entitlementsAt(
  { terms, overrides }: Pick<Subscription, 'terms' | 'overrides'>,
  at: Date,
  known: readonly string[],
): Entitlements {
  const limits: Record<LimitedThing, number | null> = { ...terms.limits };
  let features = terms.features && new Set(terms.features);
  for (const { name, value, endsAt } of overrides) {
    if (endsAt !== null && endsAt <= at) continue;
    if (isLimitedThing(name)) {
      if (typeof value !== 'boolean') limits[name] = value;
    } else if (value === true) features?.add(name);
    else if (value === false) {
      features ??= new Set(known);
      features.delete(name);
    }
  }
  return { features, limits };
}

/** What every request has to know of it. */
export function standingAt(licence: Subscription, at: Date, known: readonly string[]): LicenceStanding {
  const { terms, revoked } = licence;
  const { features } = entitlementsAt(licence, at, known);
  return {
    ...{ plan: terms.code, ordersUntil: ordersUntil(licence), revokedAt: revoked?.at ?? null, features },
    rateLimitPerMinute: terms.rateLimitPerMinute,
  };
}

/** Whether nothing of it limits anything, so that there is nothing to count. */
export function isUnlimited({ limits }: Entitlements): boolean {
  return LIMITED_THINGS.every((thing) => limits[thing] === null);
}

function endOf({ paidUntil }: Subscription, cancelled: Ending): Date {
  return paidUntil ?? cancelled.at;
}
