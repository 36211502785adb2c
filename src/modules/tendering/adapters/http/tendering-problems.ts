import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { TenderingRefusal } from '../../domain/tendering-refusal.js';

/** How the refusals of this module look to a caller. */
export const tenderingProblems: ProblemTable<TenderingRefusal> = {
  tender_invalid: {
    status: 422,
    title: 'The tender cannot be taken like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Set a surcharge of 40 percent for the tender card.',
  },
  tender_not_found: {
    status: 404,
    title: 'There are no such settings',
    detail: 'The tender has no settings of its own there: it is taken as the tenant says, or as it is built in.',
  },
  payment_provider_unavailable: {
    status: 503,
    title: 'The payment provider is away',
    detail: 'Nothing was begun. Try again when Retry-After says, or pay with another tender.',
    cause: 'The last calls to the provider failed, so it is left alone for a while; or it is not configured any more.',
    tellTheCashier: 'Card and mobile money are away for the moment; take cash.',
    retryable: true,
    retryAfterSeconds: 10,
  },
  charge_not_found: {
    status: 404,
    title: 'There is no such charge',
    detail: 'Only payments that a provider collects have one.',
  },
  charge_amount_invalid: {
    status: 422,
    title: 'The amount cannot have come in',
    detail: 'Name more than nothing, in the currency of the charge.',
  },
  payment_not_in_doubt: {
    status: 409,
    title: 'The payment is not in doubt',
    detail: ({ status }) => `Its charge is ${String(status)}. Only one that is unknown is resolved by a person.`,
    example: { status: 'captured' },
    howToProvoke: 'Resolve a charge that was captured.',
  },
  unallocated_payment_not_found: {
    status: 404,
    title: 'There is no such unallocated money',
    detail: 'Check the id; GET …/unallocated-payments lists what there is.',
  },
  unallocated_payment_settled: {
    status: 409,
    title: 'Somebody has decided about this money already',
    detail: ({ status }) => `It is ${String(status)}.`,
    example: { status: 'allocated' },
  },
  unallocated_payment_not_refundable: {
    status: 409,
    title: 'The provider cannot be asked to give it back',
    detail: 'It is not configured any more. Give the money back by hand, and write it off here.',
  },
  provider_refund_not_found: {
    status: 404,
    title: 'There is no such refund of a provider',
    detail: 'Check the id; GET …/provider-refunds lists what there is.',
  },
  provider_refund_settled: {
    status: 409,
    title: 'The refund does not wait for anybody',
    detail: ({ status }) => `It is ${String(status)}. Only one that failed or is unknown is handled by a person.`,
    example: { status: 'done' },
  },
  payout_not_found: {
    status: 404,
    title: 'There is no such payout',
    detail: 'Check the id; GET …/payouts lists what there is.',
  },
  payout_invalid: {
    status: 422,
    title: 'This cannot be paid out',
    detail: 'errors[] names each bad place.',
  },
};
