import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { LicensingRefusal } from '../../domain/licensing-refusal.js';

/** How the refusals of this module look to a caller. */
export const licensingProblems: ProblemTable<LicensingRefusal> = {
  plan_not_found: {
    status: 404,
    title: 'There is no such plan',
    detail: ({ plan }) => `List the plans; ${String(plan)} is none of them.`,
    example: { plan: 'gold' },
  },
  plan_code_taken: {
    status: 409,
    title: 'The code belongs to another plan',
    detail: ({ plan }) => `Choose another code than ${String(plan)}, or change the plan that is there with PATCH.`,
    example: { plan: 'standard' },
  },
  plan_invalid: {
    status: 422,
    title: 'A plan cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Make a plan with a feature that does not exist.',
  },
  plan_archived: {
    status: 409,
    title: 'The plan is not sold any more',
    detail: ({ plan }) => `Choose another plan than ${String(plan)}. Whoever has it keeps it.`,
    example: { plan: 'standard' },
  },
  plan_not_archived: {
    status: 409,
    title: 'The plan is on sale already',
    detail: 'There is nothing to take back.',
  },
  licence_business_unknown: {
    status: 404,
    title: 'There is no such business',
    detail: 'Check the slug. A business in a region that the caller does not act for looks absent, too.',
  },
  licence_invalid: { status: 422, title: 'A licence cannot be like that', detail: 'errors[] names each bad place.' },
  licence_state_conflict: {
    status: 409,
    title: 'The licence is in another state',
    detail: ({ what, status }) => `A licence that is ${String(status)} cannot be ${String(what)}.`,
    example: { what: 'extended', status: 'revoked' },
    howToProvoke: 'Revoke a licence twice.',
  },
  licence_kept_elsewhere: {
    status: 409,
    title: 'The subscription service keeps the licences',
    detail: 'Change it there: here is a copy, which follows.',
  },
  licence_override_not_found: {
    status: 404,
    title: 'Nothing of that name was given beside the plan',
    detail: ({ name }) => `The licence lists its overrides; ${String(name)} is none of them.`,
    example: { name: 'devices' },
  },
  licence_flag_unknown: {
    status: 422,
    title: 'There is no such switch',
    detail: ({ flags }) => `These are known: ${String(flags)}.`,
    example: { flags: 'table_service, tips_prompt' },
  },
  licence_expired: {
    status: 403,
    title: 'The licence has run out',
    detail: ({ ordersUntil }) =>
      `New orders were taken until ${String(ordersUntil)}. Open ones can be paid, drawers closed, reports and exports read.`,
    tellTheCashier: 'Finish the open orders; new ones need a paid licence. Tell the owner.',
    example: { ordersUntil: '2026-01-31T00:00:00.000Z', plan: 'standard' },
  },
  entitlement_exceeded: {
    status: 403,
    title: 'The plan allows no more of these',
    detail: ({ thing, limit, plan }) =>
      `The plan ${String(plan)} allows ${String(limit)} ${String(thing)}. What exists goes on; remove one, or ask for another plan.`,
    tellTheCashier: 'The plan is full; ask the owner.',
    howToProvoke: 'Link one device more than the plan allows.',
    example: { thing: 'devices', limit: 5, inUse: 5, plan: 'standard' },
  },
  licence_invoice_not_found: { status: 404, title: 'There is no such invoice', detail: 'Check the id.' },
  licence_invoice_state_conflict: {
    status: 409,
    title: 'The invoice is in another state',
    detail: ({ status, what }) => `An invoice that is ${String(status)} cannot be ${String(what)}.`,
    example: { status: 'paid', what: 'paid' },
  },
  plan_request_not_found: { status: 404, title: 'There is no such request', detail: 'Check the id.' },
  plan_request_closed: { status: 409, title: 'The request is closed', detail: 'Somebody has dealt with it already.' },
  plan_request_same: {
    status: 409,
    title: 'The business has this plan',
    detail: ({ plan }) => `Ask for another plan than ${String(plan)}.`,
    example: { plan: 'standard' },
  },
  licence_period_invalid: {
    status: 422,
    title: 'These days cannot be listed',
    detail: 'from must be a day before to, and both must exist.',
  },
};
