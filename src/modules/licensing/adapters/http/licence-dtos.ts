import type { MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import { moneyDto } from '../../../../platform/http/values.js';
import { FEATURES } from '../../domain/feature.js';
import type { PlanRequest } from '../../domain/plan-request.js';
import type { UsageSnapshot } from '../../domain/usage.js';
import type { ShownLicence } from '../../application/show-licence.js';
import { UNLIMITED_TERMS } from '../../domain/plan.js';
import { termsDto, type PlanCode, type PlanCount, type PlanTermsDto } from './plan-dtos.js';

/**
 * Why; somebody else will read it.
 * @minLength 1
 * @maxLength 500
 */
export type LicenceReason = string;

export type LicenceStatus =
  'unlimited' | 'trial' | 'active' | 'past_due' | 'grace' | 'expired' | 'revoked' | 'cancelled';

/** Gives a business a plan. */
export interface AssignPlanRequest {
  plan: PlanCode;
  /** Left out: the trial of the plan where it has one and the business is new, else without end. Null: without end. */
  paidUntil?: Timestamp | null;
  reason?: LicenceReason | null;
}

/** Prolongs the paid time. */
export interface ExtendLicenceRequest {
  paidUntil: Timestamp;
  reason?: LicenceReason | null;
}

/** What is done needs a reason. */
export interface LicenceReasonRequest {
  reason: LicenceReason;
}

/** Gives something to one business, or takes it, beside its plan. It takes the place of what was given under the name before. */
export interface LicenceOverrideRequest {
  /**
   * A feature, or a thing that is limited.
   * @example "devices"
   */
  name: string;
  /** Of a feature whether it is there; of a thing the most of it, null for no limit. */
  value: boolean | PlanCount | null;
  reason: LicenceReason;
  /** Left out or null: until it is taken back. */
  endsAt?: Timestamp | null;
}

export interface LicenceOverrideDto {
  name: string;
  value: boolean | PlanCount | null;
  reason: string;
  endsAt: Timestamp | null;
}

/** Switches by their names. */
export interface LicenceFlagsDto {
  [flag: string]: boolean;
}

/** Features by their names: whether the business has them. */
export interface LicenceFeaturesDto {
  [feature: string]: boolean;
}

export interface LicenceFlagsRequest {
  /** Those left out stay as they are. */
  flags: LicenceFlagsDto;
}

/** How much of a thing is used. */
export interface LicenceEntitlementDto {
  thing: 'outlets' | 'devices' | 'staff' | 'integrations';
  /** @isInt */
  used: number;
  /** Null: no limit. */
  limit: PlanCount | null;
}

/** Orders of the calendar month so far, by UTC. */
export interface LicenceMonthDto {
  /** The first day. */
  from: string;
  /** @isInt */
  orders: number;
  included: PlanCount | null;
  /** What those beyond cost until now. */
  overage: MoneyDto;
}

/** The licence of a business. */
export interface LicenceResponse {
  /** Null where nothing is limited because no plans are sold. */
  plan: PlanTermsDto | null;
  status: LicenceStatus;
  since: Timestamp | null;
  paidUntil: Timestamp | null;
  /** Until when orders are taken after the paid time. */
  graceUntil: Timestamp | null;
  /** From then on no new orders; null: no end is known. */
  ordersUntil: Timestamp | null;
  revokedAt: Timestamp | null;
  revokedReason: string | null;
  cancelledAt: Timestamp | null;
  cancelledReason: string | null;
  entitlements: LicenceEntitlementDto[];
  features: LicenceFeaturesDto;
  flags: LicenceFlagsDto;
  overrides: LicenceOverrideDto[];
  month: LicenceMonthDto;
  source: 'local' | 'remote';
  /** When the subscription service was heard last. */
  lastHeardAt: Timestamp | null;
  /** It was not heard for a day or more; its last word holds. */
  stale: boolean;
  /** @isInt */
  version: number;
}

/** Asks for another plan. */
export interface PlanChangeRequest {
  plan: PlanCode;
  note?: LicenceReason | null;
}

export interface PlanChangeResponse {
  id: Uuid;
  plan: string;
  note: string | null;
  requestedAt: Timestamp;
}

/** What a business asked for. */
export interface PlanRequestResponse extends PlanChangeResponse {
  /** Slug of the business. */
  business: string;
  requestedBy: string;
  status: 'open' | 'closed';
  closedAt: Timestamp | null;
  answer: string | null;
  /** @isInt */
  version: number;
}

/** What was used on a day, by UTC. */
export interface LicenceUsageDto {
  day: string;
  /** @isInt */
  orders: number;
  /** @isInt */
  outlets: number;
  /** @isInt */
  devices: number;
  /** @isInt */
  staff: number;
  /** @isInt */
  integrations: number;
  /**
   * All orders up to the end of the day: what stands for the storage in use.
   * @isInt
   */
  storedOrders: number;
  takenAt: Timestamp;
}

/** Shows a licence. */
export function toLicenceResponse(shown: ShownLicence): LicenceResponse {
  const { licence, status, features, entitlements, month, stale } = shown;
  const { terms, version, flags, overrides, source, revoked, cancelled } = licence;
  const isUnlimited = version === 0 && terms.code === UNLIMITED_TERMS.code;
  return {
    ...{ plan: isUnlimited ? null : termsDto(terms), status: isUnlimited ? 'unlimited' : status },
    ...{ since: version === 0 ? null : text(licence.since), paidUntil: text(licence.paidUntil) },
    ...{ graceUntil: text(licence.graceUntil), ordersUntil: text(shown.ordersUntil) },
    ...{ revokedAt: text(revoked?.at ?? null), revokedReason: revoked?.reason ?? null },
    ...{ cancelledAt: text(cancelled?.at ?? null), cancelledReason: cancelled?.reason ?? null },
    ...{ entitlements: entitlements.map((one) => ({ ...one })), flags: { ...flags } },
    features: Object.fromEntries(FEATURES.map((feature) => [feature, features?.has(feature) ?? true])),
    overrides: overrides.map(({ name, value, reason, endsAt }) => ({ name, value, reason, endsAt: text(endsAt) })),
    month: { ...month, overage: moneyDto(month.overage) },
    ...{ source, lastHeardAt: text(licence.lastHeardAt), stale, version },
  };
}

/** Shows what a business asked for. */
export function toPlanRequestResponse(request: PlanRequest): PlanRequestResponse {
  const { id, businessSlug, plan, note, requestedBy, requestedAt, status, closedAt, answer, version } = request;
  return {
    ...{ id, business: businessSlug, plan, note, requestedBy, requestedAt: requestedAt.toISOString(), status },
    ...{ closedAt: text(closedAt), answer, version },
  };
}

/** Shows a day. */
export function toUsageDto({ takenAt, ...rest }: UsageSnapshot): LicenceUsageDto {
  return { ...rest, takenAt: takenAt.toISOString() };
}

function text(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
