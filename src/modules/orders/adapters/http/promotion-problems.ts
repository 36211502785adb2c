import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { SaleRefusal } from '../../application/sale-refusal.js';

/** Why a promotion code brings nothing. */
export const promotionProblems = {
  promo_code_unknown: { status: 422, title: 'There is no such promotion code', detail: 'Leave the code out.' },
  promo_code_expired: { status: 422, title: 'The promotion code has expired', detail: 'Leave the code out.' },
  promo_code_not_here: {
    status: 422,
    title: 'The promotion code does not count here',
    detail: 'It is for another outlet, channel or group of customers. Leave the code out.',
  },
  promo_code_needs_customer: {
    status: 422,
    title: 'The promotion code is for known customers',
    detail: 'Place the order with a customerId, or leave the code out.',
  },
  promo_code_exhausted: {
    status: 422,
    title: 'The promotion code has been used up',
    detail: 'Leave the code out.',
    tellTheCashier: 'This code has been used up.',
  },
  promo_code_not_on_order: { status: 404, title: 'The order does not have this promotion code' },
  promotion_exhausted: { status: 422, title: 'The promotion has been used up', detail: 'Leave its code out.' },
  promotion_budget_exhausted: {
    status: 422,
    title: 'The promotion has spent its budget',
    detail: 'Leave its code out.',
  },
  promotion_customer_limit: {
    status: 422,
    title: 'The customer has used the promotion as often as allowed',
    detail: 'Leave its code out.',
  },
} satisfies ProblemTable<Extract<SaleRefusal, `promo${string}`>>;
