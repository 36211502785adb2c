import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { LoyaltyRefusal } from '../../domain/loyalty-refusal.js';

/** How the refusals of this module look to a caller. */
export const loyaltyProblems: ProblemTable<LoyaltyRefusal> = {
  loyalty_not_configured: {
    status: 409,
    title: 'There is no loyalty programme',
    detail: 'Set one with PUT …/loyalty/programme, with `active: true`.',
    tellTheCashier: 'Points cannot be used here now; take another tender.',
  },
  loyalty_programme_invalid: {
    status: 422,
    title: 'A loyalty programme cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Set a programme that earns 0 points.',
  },
  loyalty_member_invalid: {
    status: 422,
    title: 'A member cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Enrol a customer with a blank id.',
  },
  loyalty_not_enrolled: {
    status: 404,
    title: 'The customer does not take part',
    detail: ({ customerId }) => `Enrol the customer ${String(customerId)} first.`,
    tellTheCashier: 'Enrol the customer, or take another tender.',
  },
  loyalty_member_exists: {
    status: 409,
    title: 'The customer takes part already',
    detail: ({ customerId }) => `GET …/loyalty/members/${String(customerId)} shows the membership.`,
  },
  loyalty_member_closed: {
    status: 409,
    title: 'The membership is closed',
    detail: 'Points stay, but cannot be spent until it is active again.',
    tellTheCashier: 'The membership is closed; take another tender.',
  },
  loyalty_points_too_low: {
    status: 422,
    title: 'There are not enough points',
    detail: ({ balance, needed }) =>
      typeof needed !== 'number'
        ? 'The loyalty service says so; show the balance with GET …/loyalty/members/{customerId}.'
        : `${String(needed)} points are needed, ${String(balance)} are there.`,
    tellTheCashier: 'There are not enough points; pay the rest another way.',
  },
  loyalty_burn_unknown: {
    status: 409,
    title: 'No points were taken for this payment',
    detail: 'Where points are kept by a loyalty service, take them there first and name that in `reference`.',
  },
  loyalty_currency: {
    status: 422,
    title: 'Points are not worth anything in this currency',
    detail: ({ expected, actual }) => `The programme is in ${String(expected)}, the order in ${String(actual)}.`,
    tellTheCashier: 'Points cannot be used here; take another tender.',
  },
  loyalty_burn_not_needed: {
    status: 409,
    title: 'Points are taken with the sale',
    detail: 'They are kept here: pay the order with the tender `loyalty`, without a reference.',
  },
  loyalty_burn_not_found: {
    status: 404,
    title: 'There is no such burn',
    detail: 'POST …/loyalty/burns answers the reference that this path takes.',
  },
  loyalty_kept_elsewhere: {
    status: 409,
    title: 'That is for the loyalty service to change',
    detail: 'A loyalty service keeps points, groups and entitlements; what is here is a copy.',
    howToProvoke: 'Give points by hand where LOYALTY_URL is set.',
  },
  loyalty_service_away: {
    status: 503,
    title: 'The loyalty service does not answer',
    detail: 'What was asked for is done as soon as it does. Repeat the request with the same key to see.',
    retryable: true,
    retryAfterSeconds: 5,
    tellTheCashier: 'Points are not available right now; go on with the sale.',
  },
  loyalty_movement_refused: {
    status: 422,
    title: 'The loyalty service said no',
    detail: ({ reason }) => `Its word is ${String(reason)}.`,
    example: { reason: 'too_many_today' },
    tellTheCashier: 'Points cannot be used now; take another tender.',
  },
};
