export {
  PromotionsFacade,
  type Candidate,
  type PromotionQuestion,
  type PromotionUse,
  type RefusedUse,
  type RejectedCode,
} from './application/promotions-facade.js';
export { PromotionCopies, type CopiedPromotion } from './application/promotion-copies.js';
export type { ItemSelector, PromotionEffect, PromotionRule, QuantityTier } from './domain/promotion-rule.js';
export { readPromotionRule } from './domain/read-rule.js';
export { normalCodeOf } from './domain/promo-code.js';
export type {
  ConditionsDraft,
  EffectDraft,
  OfferDraft,
  PartDraft,
  RuleDraft,
  SelectorDraft,
  TierDraft,
} from './domain/rule-draft.js';
export type { PromotionEvent, PromotionEvents } from './domain/promotion-events.js';
