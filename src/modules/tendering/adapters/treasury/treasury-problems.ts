import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { TreasuryRefusal } from './treasury-announcements.js';

/** How refusals of what the treasury tells look to it. */
export const treasuryProblems: ProblemTable<TreasuryRefusal> = {
  treasury_event_invalid: {
    status: 422,
    title: 'This is no event of a payment',
    detail: 'errors[] names each bad place. The same event will be refused again.',
    howToProvoke: 'Send the signed callback treasury.payment_captured with an empty data.',
  },
};
