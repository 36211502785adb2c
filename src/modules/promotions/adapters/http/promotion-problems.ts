import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { CodeRefusal } from '../../domain/promo-code.js';
import type { PromotionRefusal } from '../../domain/promotion.js';

/** How the refusals of this module look to a caller. */
export const promotionProblems: ProblemTable<PromotionRefusal | CodeRefusal> = {
  promotion_not_found: {
    status: 404,
    title: 'There is no such promotion',
    detail: 'Check the id; GET …/promotions lists all.',
  },
  promotion_version_not_found: {
    status: 404,
    title: 'The promotion has no such version',
    detail: 'GET …/promotions/{promotionId}/versions lists all.',
  },
  promotion_invalid: {
    status: 422,
    title: 'A promotion cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Draft a promotion that takes 101 percent off.',
  },
  promotion_id_taken: {
    status: 409,
    title: 'The id belongs to another promotion',
    detail: 'Make a fresh UUIDv7 for a new promotion, or change the one that is there with PATCH.',
  },
  promotion_status_conflict: {
    status: 409,
    title: 'The promotion is not in the state for that',
    detail: ({ status }) => `It is ${String(status)}. Drafts and paused ones can be activated, active ones paused.`,
    example: { status: 'draft' },
    howToProvoke: 'Pause a draft.',
  },
  promotion_has_ended: {
    status: 409,
    title: 'The promotion has ended',
    detail: 'It was ended, or its time is over. Draft a new one with the same rule.',
    howToProvoke: 'Activate a promotion that was ended.',
  },
  too_many_active_promotions: {
    status: 409,
    title: 'Too many promotions are active',
    detail: ({ most }) => `At most ${String(most)}: end those whose time is over.`,
    example: { most: 1000 },
  },
  promo_code_not_found: {
    status: 404,
    title: 'The promotion has no such code',
    detail: 'Check the id; GET …/promotions/{promotionId}/codes lists all.',
  },
  promo_code_taken: {
    status: 409,
    title: 'The business has this code already',
    detail: ({ code }) =>
      `Choose another text than ${String(code)}. GET …/promotions?code= tells which promotion has it.`,
    example: { code: 'WELCOME10' },
    howToProvoke: 'Issue one code twice.',
  },
  promo_codes_invalid: {
    status: 422,
    title: 'Codes cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Issue codes of four random characters.',
  },
  promotion_takes_no_codes: {
    status: 409,
    title: 'The promotion applies by itself',
    detail: 'Draft it with activation code, where codes are to bring it.',
    howToProvoke: 'Issue codes for an automatic promotion.',
  },
  too_many_codes: {
    status: 409,
    title: 'The promotion has too many codes',
    detail: ({ most }) => `At most ${String(most)}: draft another promotion with the same rule.`,
    example: { most: 1_000_000 },
  },
};
