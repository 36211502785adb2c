import type { Id } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { PromotionDetails } from './promotion-details.js';

/** A promotion as events show it. */
export interface PromotionSnapshot {
  readonly id: Id<'promotion'>;
  readonly activation: 'automatic' | 'code';
  readonly status: 'draft' | 'active' | 'paused' | 'ended';
  /** The number of the version that `details` are. */
  readonly ruleVersion: number;
  readonly details: PromotionDetails;
}

/** A promotion whose state has changed. */
export interface PromotionData {
  readonly promotion: PromotionSnapshot;
}

/** A promotion whose details have changed. */
export interface PromotionChange extends PromotionData {
  /** What it was before. */
  readonly before: PromotionDetails;
}

/** Codes that were made in one go; the codes themselves are told by no event. */
export interface CodesIssued {
  readonly promotionId: Id<'promotion'>;
  readonly batchId: Id<'code-batch'>;
  readonly count: number;
  readonly usesMax: number | null;
  readonly usesPerCustomerMax: number | null;
  /** @format date-time */
  readonly validTo: string | null;
}

/** A code that was switched off or on. */
export interface CodeSwitched {
  readonly promotionId: Id<'promotion'>;
  readonly codeId: Id<'promotion-code'>;
  readonly active: boolean;
}

/** A promotion that has reached a limit. */
export interface PromotionExhausted {
  readonly promotionId: Id<'promotion'>;
  readonly name: string;
  readonly uses: number;
  readonly usesMax: number | null;
  readonly spent: Money | null;
  readonly budget: Money | null;
}

/** The data of a promotion's events by their types. */
export interface PromotionEvents {
  /** A promotion was drafted. */
  'pos.promotion.created': PromotionData;
  /** The details of a promotion were changed: a new version was made, which holds at once where it is active. */
  'pos.promotion.changed': PromotionChange;
  /** A promotion was put in force, for the first time or again. */
  'pos.promotion.activated': PromotionData;
  /** A promotion was taken out of force until it is activated again. */
  'pos.promotion.paused': PromotionData;
  /** A promotion was ended for good. */
  'pos.promotion.ended': PromotionData;
  /** Codes were made that bring a promotion. */
  'pos.promotion.codes_issued': CodesIssued;
  /** A code was switched off, or on again. */
  'pos.promotion.code_switched': CodeSwitched;
  /** A sale took the last use of a promotion, or the last of its budget. It may be told again when a use was given back. */
  'pos.promotion.exhausted': PromotionExhausted;
}

export type PromotionEvent = {
  [Type in keyof PromotionEvents]: DomainEvent<Type, PromotionEvents[Type]>;
}[keyof PromotionEvents];
