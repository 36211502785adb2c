import { toMajorUnits, type Money } from '../../../../kernel/money.js';
import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { RefusalFacts } from '../../../../kernel/refusal.js';
import type { GiftCardRefusal } from '../../domain/gift-card.js';

/** Refusals of codes that a caller sent. */
type CodeRefusal = Extract<
  GiftCardRefusal,
  | 'gift_card_not_found'
  | 'gift_card_unknown'
  | 'gift_card_code_mistyped'
  | 'gift_card_code_invalid'
  | 'gift_card_code_taken'
  | 'card_data_not_allowed'
  | 'gift_card_too_many_attempts'
>;

const codeProblems: ProblemTable<CodeRefusal> = {
  gift_card_not_found: {
    status: 404,
    title: 'There is no such gift card',
    detail: 'Check the id; a card is found by its code with POST …/gift-cards/lookup.',
  },
  gift_card_unknown: {
    status: 422,
    title: 'No card has this code',
    detail: 'Check the code, and whether it is a gift card or a voucher.',
    tellTheCashier: 'This card is not known here.',
    howToProvoke: 'Look up the code 2345-6789-ABCD.',
  },
  gift_card_code_mistyped: {
    status: 422,
    title: 'The code is mistyped',
    detail: 'Its last character does not fit the others: one is wrong, or two have changed places. Read it again.',
    tellTheCashier: 'The code is not right; type it again.',
    howToProvoke: 'Look up a code with one character changed.',
  },
  gift_card_code_invalid: {
    status: 422,
    title: 'A card cannot have such a code',
    detail: 'Codes have 8 to 32 letters and digits; short ones can be guessed. errors[] names the place.',
  },
  gift_card_code_taken: {
    status: 409,
    title: 'Another card has this code',
    detail: 'errors[] names the place. No card was issued.',
    howToProvoke: 'Issue two cards with the same code.',
  },
  card_data_not_allowed: {
    status: 422,
    title: 'This looks like the number of a payment card',
    detail: 'Numbers of payment cards must not be sent here; nothing was kept. errors[] names the place.',
    tellTheCashier: 'Never type the number of a bank card here.',
    howToProvoke: 'Issue a gift card with the code 4111 1111 1111 1111.',
  },
  gift_card_too_many_attempts: {
    status: 429,
    title: 'Too many codes that lead nowhere',
    detail: 'No code of this caller is looked at for a while. Wait as Retry-After says.',
    cause: 'Within a minute the caller has tried 20 codes that no card has.',
    tellTheCashier: 'Too many wrong codes; try again in a minute.',
    retryable: true,
    retryAfterSeconds: 60,
  },
};

/** How the refusals of this module look to a caller. */
export const giftCardProblems: ProblemTable<GiftCardRefusal> = {
  ...codeProblems,
  gift_card_issue_invalid: {
    status: 422,
    title: 'Cards cannot be issued like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Issue a card that is active at once, without an amount.',
  },
  gift_card_amount_invalid: { status: 422, title: 'The amount is nothing', detail: 'Name what is to move.' },
  gift_card_currency: {
    status: 422,
    title: 'The card holds another currency',
    detail: ({ expected, actual }) => `The card holds ${String(expected)}, the amount is in ${String(actual)}.`,
    example: { expected: 'KES', actual: 'USD' },
    tellTheCashier: 'This card is for another currency.',
  },
  gift_card_not_active: {
    status: 409,
    title: 'The card is not active',
    detail: 'It was never sold. Sell it, or activate it with a reason.',
    tellTheCashier: 'This card holds nothing yet.',
  },
  gift_card_already_active: { status: 409, title: 'The card is active already', detail: 'Reload it instead.' },
  gift_card_blocked: {
    status: 409,
    title: 'The card is blocked',
    detail: 'It can be used again when somebody who may unblocks it.',
    tellTheCashier: 'This card is blocked; call the office.',
  },
  gift_card_not_blocked: { status: 409, title: 'The card is not blocked', detail: 'There is nothing to unblock.' },
  gift_card_expired: {
    status: 409,
    title: 'The card has expired',
    detail: 'Its date can be extended by somebody who may.',
    tellTheCashier: 'This card has run out.',
  },
  gift_card_closed: {
    status: 409,
    title: 'The card is closed',
    detail: 'It was used up, emptied onto another card, or its sale was refunded. Issue another one.',
    tellTheCashier: 'This card is used up.',
  },
  gift_card_balance_too_low: {
    status: 422,
    title: 'There is less on the card than that',
    detail: (facts) => `${balanceOf(facts)} is on the card.`,
    example: { balance: { amount: 1000, currency: 'USD' } },
    tellTheCashier: 'There is not enough on the card; pay the rest otherwise.',
    howToProvoke: 'Pay 12.00 with a card that holds 10.00.',
  },
  gift_card_refund_too_high: {
    status: 422,
    title: 'More would be given back than moved',
    detail: 'A refund is never more than what is left of what it refunds.',
  },
  gift_card_expiry_invalid: {
    status: 422,
    title: 'The date is not later',
    detail: ({ expiresAt }) =>
      typeof expiresAt === 'string'
        ? `The card runs out at ${expiresAt}; name a later time that is still to come, or null.`
        : 'The card never runs out.',
    example: { expiresAt: '2026-12-31T23:59:59.000Z' },
  },
  gift_card_transfer_invalid: {
    status: 422,
    title: 'Value cannot move between these cards',
    detail: 'They must be two, of the same kind, and both or neither for a single use.',
  },
};

function balanceOf({ balance }: RefusalFacts): string {
  const { amount, currency } = balance as Money;
  return `${currency} ${toMajorUnits({ amount, currency })}`;
}
