import { toMajorUnits, type Money } from '../../../../kernel/money.js';
import type { RefusalFacts } from '../../../../kernel/refusal.js';
import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { HouseAccountRefusal } from '../../domain/house-account.js';

type OpeningRefusal = Extract<
  HouseAccountRefusal,
  | 'house_account_not_found'
  | 'house_account_unknown'
  | 'house_account_id_taken'
  | 'house_account_number_invalid'
  | 'house_account_number_taken'
  | 'house_account_customer_taken'
  | 'house_account_outlets_invalid'
>;

const openingProblems: ProblemTable<OpeningRefusal> = {
  house_account_not_found: {
    status: 404,
    title: 'There is no such house account',
    detail: 'Check the id; an account is found by its number with GET …/house-accounts?number=.',
  },
  house_account_unknown: {
    status: 422,
    title: 'No house account has this number here',
    detail:
      'Check the number, and whether the account is for this outlet. Without a number, the customer has no account.',
    tellTheCashier: 'This account is not known here.',
    howToProvoke: 'Pay an order with the tender house_account and a number that no account has.',
  },
  house_account_id_taken: {
    status: 409,
    title: 'Another account has this id',
    detail: 'Send the id with the same body as before, or another id.',
  },
  house_account_number_invalid: {
    status: 422,
    title: 'An account cannot have such a number',
    detail: 'Numbers have 1 to 32 letters and digits, with . / - or spaces between them.',
  },
  house_account_number_taken: {
    status: 409,
    title: 'Another account has this number',
    detail: 'Numbers are of one account for ever, closed ones too.',
    howToProvoke: 'Open two accounts with the same number.',
  },
  house_account_customer_taken: {
    status: 409,
    title: 'The customer has an account already',
    detail: 'A customer has one account in a currency: close the other one first.',
  },
  house_account_outlets_invalid: {
    status: 422,
    title: 'The account cannot be for these outlets',
    detail: 'Outlets must exist and be outlets that you act for; whoever is bound to outlets must name them.',
  },
};

/** How the refusals of this module look to a caller. */
export const houseAccountProblems: ProblemTable<HouseAccountRefusal> = {
  ...openingProblems,
  house_account_amount_invalid: { status: 422, title: 'The amount is not above zero', detail: 'Name what is to move.' },
  house_account_currency: {
    status: 422,
    title: 'The account is in another currency',
    detail: ({ expected, actual }) => `The account is in ${String(expected)}, the amount in ${String(actual)}.`,
    example: { expected: 'EUR', actual: 'USD' },
    tellTheCashier: 'This account is in another currency.',
  },
  house_account_blocked: {
    status: 409,
    title: 'The account is blocked',
    detail: 'Nothing can be bought on it until somebody who may unblocks it. It can be paid.',
    tellTheCashier: 'This account is blocked; call the office.',
  },
  house_account_not_blocked: {
    status: 409,
    title: 'The account is not blocked',
    detail: 'There is nothing to unblock.',
  },
  house_account_closed: {
    status: 409,
    title: 'The account is closed',
    detail: 'Open it again, or open another one.',
    tellTheCashier: 'This account is closed.',
  },
  house_account_not_closed: { status: 409, title: 'The account is not closed', detail: 'There is nothing to reopen.' },
  house_account_not_settled: {
    status: 409,
    title: 'The account is not settled',
    detail: (facts) => `${moneyIn(facts, 'balance')} is owed on it. It can be closed at zero.`,
    example: { balance: { amount: 1250, currency: 'USD' } },
  },
  house_account_limit_exceeded: {
    status: 422,
    title: 'More would be owed than the limit',
    detail: (facts) => `${moneyIn(facts, 'balance')} is owed, and the limit is ${moneyIn(facts, 'limit')}.`,
    example: { balance: { amount: 9800, currency: 'USD' }, limit: { amount: 10000, currency: 'USD' } },
    tellTheCashier: 'This goes above the limit of the account; pay otherwise, or call the office.',
    howToProvoke: 'Buy for 7.00 on an account with a limit of 100.00 on which 98.00 is owed.',
  },
  house_account_payment_too_high: {
    status: 422,
    title: 'Less than that is owed',
    detail: (facts) => `${moneyIn(facts, 'balance')} is owed.`,
    example: { balance: { amount: 9800, currency: 'USD' } },
    tellTheCashier: 'Less than that is owed on the account.',
  },
  house_account_refund_too_high: {
    status: 422,
    title: 'More would be given back than was charged',
    detail: 'A refund is never more than what is left of what it refunds.',
  },
  house_account_drawer_needed: {
    status: 422,
    title: 'It is not clear which drawer the money goes into',
    detail: 'Cash names an open drawer session, or an outlet that keeps no drawers; nothing else goes into a drawer.',
    tellTheCashier: 'Open your drawer first.',
  },
  house_account_statement_invalid: {
    status: 422,
    title: 'There is no statement of such a period',
    detail: ({ entriesMax }) => `It must end after it begins, with at most ${String(entriesMax)} entries.`,
    example: { entriesMax: 5000 },
  },
};

function moneyIn(facts: RefusalFacts, name: string): string {
  const { amount, currency } = facts[name] as Money;
  return `${currency} ${toMajorUnits({ amount, currency })}`;
}
