import { isCurrency } from '../../../kernel/currencies.js';
import type { Id } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { FEATURES } from './feature.js';
import type { LicensingRefusal } from './licensing-refusal.js';
import { LIMITED_THINGS, type LimitedThing } from './limited-thing.js';

/** Most of each thing; null sets no limit. */
export type Limits = Readonly<Record<LimitedThing, number | null>>;

/** What a plan promises and costs. A subscription keeps a copy. Prices are minor units of `currency` for a month. */
export interface PlanTerms {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly basePrice: number;
  readonly outletPrice: number;
  readonly limits: Limits;
  /** Orders in a calendar month that the price includes; null: all. */
  readonly ordersIncluded: number | null;
  /** For each hundred orders beyond, begun ones counted as whole. */
  readonly overagePrice: number;
  /** Null: all that there are. */
  readonly features: readonly string[] | null;
  /** Requests in a minute; null: what the installation allows. */
  readonly rateLimitPerMinute: number | null;
  /** Days after the paid time in which orders are still taken. */
  readonly graceDays: number;
  /** Days that a new business may try it; 0: none. */
  readonly trialDays: number;
}

export type PlanId = Id<'plan'>;

export interface Plan {
  readonly id: PlanId;
  readonly terms: PlanTerms;
  /** It is sold to nobody any more; who has it keeps it. */
  readonly archived: boolean;
  readonly version: number;
  readonly eventSequence: number;
}

const none = {
  ordersIncluded: null,
  overagePrice: 0,
  features: null,
  rateLimitPerMinute: null,
  graceDays: 14,
} as const;

/** Stands for what a business may that never was given a plan. Not for sale. */
export const UNLIMITED_TERMS: PlanTerms = {
  ...{ code: 'unlimited', name: 'Unlimited', currency: 'USD', basePrice: 0, outletPrice: 0, trialDays: 0, ...none },
  limits: { outlets: null, devices: null, staff: null, integrations: null },
};

const BUILT_IN: readonly PlanTerms[] = [
  {
    ...{ code: 'free', name: 'Free', currency: 'USD', basePrice: 0, outletPrice: 0, graceDays: 14, trialDays: 0 },
    limits: { outlets: 1, devices: 2, staff: 5, integrations: 1 },
    ...{ ordersIncluded: 500, overagePrice: 0, features: [], rateLimitPerMinute: 1_200 },
  },
  {
    ...{ code: 'standard', name: 'Standard', currency: 'USD', basePrice: 0, outletPrice: 2_900, graceDays: 14 },
    limits: { outlets: 3, devices: 5, staff: 50, integrations: 5 },
    ...{ ordersIncluded: 5_000, overagePrice: 100, rateLimitPerMinute: 6_000, trialDays: 30 },
    features: ['pricebooks', 'promotions', 'gift_cards', 'loyalty', 'webhooks', 'payment_providers'],
  },
  {
    ...{ code: 'pro', name: 'Pro', currency: 'USD', basePrice: 4_900, outletPrice: 5_900, ...none, trialDays: 30 },
    limits: { outlets: null, devices: null, staff: null, integrations: null },
    ...{ ordersIncluded: 50_000, overagePrice: 50 },
  },
];

/** Plans that exist without anybody having made them, until somebody changes them. */
export const BUILT_IN_PLANS: readonly Plan[] = BUILT_IN.map((terms, index) => ({
  id: `00000000-0000-7000-8000-00000000f00${index}` as PlanId,
  ...{ terms, archived: false, version: 1, eventSequence: 0 },
}));

const CODE = /^[a-z][a-z0-9_-]{0,59}$/;
const MOST = 1_000_000_000;
const DAYS_MAX = 366;

/** The terms, if a plan can be like that. @throws Refusal `plan_invalid` with a pointer for each bad place. */
export function checkedTerms(terms: PlanTerms): PlanTerms {
  const name = terms.name.trim();
  const fields = [...textProblems(terms, name), ...numberProblems(terms), ...featureProblems(terms.features)];
  if (fields.length > 0) throw new Refusal<LicensingRefusal>('plan_invalid', {}, fields);
  const features = terms.features && [...new Set(terms.features)];
  return { ...terms, name, features };
}

function textProblems({ code, currency }: PlanTerms, name: string): RefusedField[] {
  const fields: RefusedField[] = [];
  if (!CODE.test(code) || code === UNLIMITED_TERMS.code)
    fields.push({
      pointer: '/code',
      message: 'must be a word in lower case of at most 60 characters, and not "unlimited"',
    });
  if (name === '' || name.length > 100) fields.push({ pointer: '/name', message: 'must have 1 to 100 characters' });
  if (!isCurrency(currency)) fields.push({ pointer: '/currency', message: 'must be a currency of ISO 4217' });
  return fields;
}

function numberProblems(terms: PlanTerms): RefusedField[] {
  const { basePrice, outletPrice, overagePrice, ordersIncluded, rateLimitPerMinute, graceDays, trialDays } = terms;
  const bounds: readonly (readonly [pointer: string, value: number | null, least: number, most: number])[] = [
    ['/basePrice', basePrice, 0, MOST],
    ['/outletPrice', outletPrice, 0, MOST],
    ['/overagePrice', overagePrice, 0, MOST],
    ['/ordersIncluded', ordersIncluded, 0, MOST],
    ['/rateLimitPerMinute', rateLimitPerMinute, 1, MOST],
    ['/graceDays', graceDays, 0, DAYS_MAX],
    ['/trialDays', trialDays, 0, DAYS_MAX],
    ...LIMITED_THINGS.map((thing) => [`/limits/${thing}`, terms.limits[thing], 0, MOST] as const),
  ];
  return bounds
    .filter(([, value, least, most]) => value !== null && (!Number.isInteger(value) || value < least || value > most))
    .map(([pointer, , least, most]) => ({ pointer, message: `must be an integer from ${least} to ${most}` }));
}

function featureProblems(features: readonly string[] | null): RefusedField[] {
  const known: readonly string[] = FEATURES;
  return (features ?? []).flatMap((feature, index) =>
    known.includes(feature)
      ? []
      : [{ pointer: `/features/${index}`, message: `must be one of ${FEATURES.join(', ')}` }],
  );
}
