import type { RuleDraft } from './rule-draft.js';
import { FOR_ALL, WITHOUT_LIMIT, type PromotionDetails } from './promotion-details.js';
import { draftPromotion, type Making, type Promotion, type PromotionId } from './promotion.js';

export const AT = new Date('2026-11-21T10:00:00Z');
export const PROMOTION = '0197a3c2-7b1e-7000-8000-00000000000a' as PromotionId;

/** An amount in US dollars, in cents. */
export const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Ten percent off everything. */
export const tenPercent: RuleDraft = { name: 'Ten percent', effect: { kind: 'percent_off', rate: '10' } };

export const details: PromotionDetails = {
  ...tenPercent,
  scope: FOR_ALL,
  validFrom: null,
  validTo: null,
  limits: WITHOUT_LIMIT,
};
export const making: Making = { id: PROMOTION, activation: 'automatic', by: 'ann', at: AT };

export const draft: Promotion = draftPromotion(details, making).state;
export const active: Promotion = { ...draft, status: 'active' };
export const paused: Promotion = { ...draft, status: 'paused' };
export const ended: Promotion = { ...draft, status: 'ended' };
/** Active, but its time is over. */
export const over: Promotion = { ...active, details: { ...details, validTo: '2026-11-21T09:59:59.999Z' } };
