import type { LicenceStanding } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import { GOES_ON } from './goes-on.js';

/** What a plan can include or leave out. What exists of it goes on; making more of it is refused. */
export const FEATURES = [
  'pricebooks',
  'promotions',
  'gift_cards',
  'loyalty',
  'house_accounts',
  'webhooks',
  'payment_providers',
  'custom_roles',
  'audit_log',
  'settlements',
] as const;

export type Feature = (typeof FEATURES)[number];

/** The one table of what a route's permission takes of a plan. What is sold, paid, refunded and closed is never in it. */
export const FEATURE_OF_PERMISSION: Readonly<Record<string, Feature>> = {
  'pricebooks:write': 'pricebooks',
  'promotions:write': 'promotions',
  'gift_cards:issue': 'gift_cards',
  'gift_cards:manage': 'gift_cards',
  'loyalty:enrol': 'loyalty',
  'loyalty:manage': 'loyalty',
  'house_accounts:manage': 'house_accounts',
  'webhooks:write': 'webhooks',
  'providers:write': 'payment_providers',
  'roles:manage': 'custom_roles',
  'audit:read': 'audit_log',
  'settlements:write': 'settlements',
};

/**
 * @param operation its method and the path of its route, such as `POST /v1/:tenant/pos/promotions/:promotionId/end`.
 * @throws Refusal `feature_not_in_plan`, where the plan leaves out what the permission is for.
 */
export function assertInPlan({ plan, features }: LicenceStanding, permission: string, operation: string): void {
  if (features === null) return;
  const feature = FEATURE_OF_PERMISSION[permission];
  if (feature === undefined || features.has(feature) || GOES_ON.has(operation)) return;
  throw new Refusal('feature_not_in_plan', { feature, plan });
}
