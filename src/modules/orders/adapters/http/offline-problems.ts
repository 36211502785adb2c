import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { SaleRefusal } from '../../application/sale-refusal.js';

/** Codes that came with sales that devices ring up by themselves. */
export type OfflineProblem = Extract<
  SaleRefusal,
  'receipt_number_taken' | 'sale_does_not_add_up' | 'tender_needs_network'
>;

/** How refusals of sales that devices rang up by themselves look to a caller. */
export const offlineProblems: ProblemTable<OfflineProblem> = {
  receipt_number_taken: {
    status: 409,
    title: 'The receipt number was used for another order',
    detail: ({ receiptNumber }) =>
      `${String(receiptNumber)} is on another order of this outlet. Go on with the next number.`,
    howToProvoke: 'Place two orders with the same receiptNumber at one outlet.',
  },
  sale_does_not_add_up: {
    status: 422,
    title: 'What was charged is not what was priced',
    detail: 'Pricing the sale again from what the device priced it from gives other lines or totals.',
  },
  tender_needs_network: {
    status: 422,
    title: 'This tender needs the network',
    detail: ({ tender }) =>
      `${typeof tender === 'string' ? tender : 'It'} is collected, or taken from an account of ours, while somebody is online.`,
  },
};
