import { toMajorUnits, type Money } from '../../../../kernel/money.js';
import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { ApprovalRefusal } from '../../domain/approval-refusal.js';

/** How the refusals of this module look to a caller. */
export const approvalProblems: ProblemTable<ApprovalRefusal> = {
  approval_required: {
    status: 403,
    title: 'A second person is needed',
    detail: ({ action, limit }) =>
      `${limitText(limit)}Ask with POST …/approvals for ${String(action)}; once it is granted send the request again, ` +
      'under a new Idempotency-Key, with approvalId.',
    example: { action: 'order.refund', limit: { amount: 5000, currency: 'USD' } },
    cause: 'The business wants a second person for this act: PUT …/approval-rules/{action}.',
    tellTheCashier: 'Ask a manager to approve this.',
    howToProvoke: 'Set the rule of order.refund to always and refund a sale.',
  },
  approval_invalid: {
    status: 409,
    title: 'The approval does not stand for this act',
    detail: ({ why }) => `${WHY[String(why)] ?? 'It is of another act.'} Ask for another one.`,
    example: { why: 'expired' },
    cause:
      'An approval is bound to action, target, outlet, amount and person, is used once, and holds for two minutes.',
    tellTheCashier: 'The approval cannot be used for this; ask again.',
    howToProvoke: 'Use one approval for two refunds.',
  },
  approval_not_found: { status: 404, title: 'There is no such approval', detail: 'Check the id.' },
  approval_not_open: {
    status: 409,
    title: 'The approval waits for nothing any more',
    detail: ({ status }) => `It is ${String(status)}.`,
    example: { status: 'expired' },
    howToProvoke: 'Grant an approval twice.',
  },
  approval_of_own_act: {
    status: 409,
    title: 'Nobody approves what they do themselves',
    detail: 'Another person has to decide.',
    tellTheCashier: 'Somebody else has to approve this.',
    howToProvoke: 'Ask for an approval and grant it with the same key.',
  },
  approval_of_another: {
    status: 403,
    title: 'Only who asked or granted may withdraw',
    detail: 'Deny it instead, or wait until its time has passed.',
  },
  approval_id_taken: { status: 409, title: 'There is an approval with this id', detail: 'Send a new id, or none.' },
  approval_rule_invalid: {
    status: 422,
    title: 'The rule makes no sense',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Set secondPerson to over without a limit.',
  },
  reason_required: {
    status: 422,
    title: 'A reason is needed',
    detail: ({ action }) => `The business wants a reason for ${String(action)}.`,
    example: { action: 'drawer.no_sale' },
    tellTheCashier: 'Say why.',
  },
  reason_not_listed: {
    status: 422,
    title: 'The reason is not one of those that count',
    detail: ({ reasons }) => `Say one of: ${(reasons as readonly string[]).join(', ')}.`,
    example: { reasons: ['wrong item', 'cold'] },
    tellTheCashier: 'Choose a reason from the list.',
  },
};

const WHY: Readonly<Record<string, string>> = {
  unknown: 'There is none of that id.',
  asked: 'Nobody has granted it yet.',
  denied: 'It was denied.',
  withdrawn: 'It was withdrawn.',
  expired: 'Its time has passed.',
  used: 'It was used before.',
  other_action: 'It is for another action.',
  other_target: 'It is for something else.',
  other_outlet: 'It is for another outlet.',
  other_person: 'It is for another person.',
  amount_too_high: 'It is for less, or for another currency.',
};

function limitText(limit: unknown): string {
  if (typeof limit !== 'object' || limit === null) return '';
  const { amount, currency } = limit as Money;
  return `${currency} ${toMajorUnits({ amount, currency })} can be done alone. `;
}
