import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { ChargebackRefusal } from '../../domain/chargeback.js';
import type { SettlementRefusal } from '../../domain/settlement.js';

/** How the refusals of this module look to a caller. */
export const settlementProblems: ProblemTable<SettlementRefusal | ChargebackRefusal> = {
  settlement_not_found: { status: 404, title: 'There is no such settlement', detail: 'Check the id.' },
  settlement_invalid: {
    status: 422,
    title: 'A settlement cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Post a settlement whose periodTo is before its periodFrom.',
  },
  settlement_differs: {
    status: 409,
    title: 'The provider has told something else under this name',
    detail: ({ reference }) =>
      `There is a settlement ${String(reference)} with other content. A correction has a name of its own.`,
    example: { reference: 'S-2026-11-20' },
  },
  settlement_file_unreadable: {
    status: 422,
    title: 'The file cannot be read',
    detail: ({ row, message }) => `Line ${String(row)}: ${String(message)}.`,
    example: { row: 1, message: 'the header must be paymentReference,kind,amount,fee' },
  },
  settlement_difference_not_found: { status: 404, title: 'There is no such difference', detail: 'Check the id.' },
  settlement_difference_explained: {
    status: 409,
    title: 'The difference is explained already',
    detail: 'Reopen it first, if the explanation was wrong.',
  },
  settlement_difference_open: {
    status: 409,
    title: 'The difference is open',
    detail: 'There is nothing to take back.',
  },
  chargeback_not_found: { status: 404, title: 'There is no such chargeback', detail: 'Check the id.' },
  chargeback_exists: {
    status: 409,
    title: 'The payment has a chargeback already',
    detail: 'A payment is taken back once. Add evidence to the chargeback that there is.',
  },
  chargeback_closed: {
    status: 409,
    title: 'The chargeback has ended',
    detail: ({ status }) => `It was ${String(status)}.`,
    example: { status: 'lost' },
  },
  chargeback_payment_unknown: {
    status: 404,
    title: 'There is no such captured payment',
    detail: 'A chargeback is of a payment that a provider has collected. Check the id.',
  },
  chargeback_exceeds_payment: {
    status: 422,
    title: 'More would be taken back than was paid',
    detail: 'Name an amount of the payment’s currency, at most what was captured.',
  },
  chargeback_evidence_full: {
    status: 409,
    title: 'There is too much evidence',
    detail: ({ limit }) => `At most ${String(limit)} notes.`,
    example: { limit: 50 },
  },
};
