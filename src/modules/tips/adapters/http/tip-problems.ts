import { toMajorUnits, type Money } from '../../../../kernel/money.js';
import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { TipRefusal } from '../../domain/tip-refusal.js';

/** How the refusals of this module look to a caller. */
export const tipProblems: ProblemTable<TipRefusal> = {
  tip_outlet_not_found: {
    status: 404,
    title: 'There is no such outlet',
    detail: 'Check outletId. An outlet that you may not act for looks absent, too.',
  },
  tip_rules_not_set: {
    status: 409,
    title: 'The outlet pools no tips',
    detail: 'Set how with PUT …/outlets/{outletId}/tip-rules.',
    howToProvoke: 'Distribute the pool of an outlet without tip rules.',
  },
  tip_rules_invalid: {
    status: 422,
    title: 'Tips cannot be pooled like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Name a job twice.',
  },
  tip_pool_empty: {
    status: 409,
    title: 'There is nothing in the pool of that day',
    detail: 'GET …/outlets/{outletId}/tip-pools shows which days have something.',
  },
  tip_pool_distributed: {
    status: 409,
    title: 'The pool of that day was shared out already',
    detail: 'Take it back with POST …/tip-pools/{date}/reverse, then share it out again; both are kept.',
    howToProvoke: 'Distribute the same day twice.',
  },
  tip_pool_nobody: {
    status: 409,
    title: 'Nobody can get a share',
    detail:
      'Nobody worked a minute that day at a job that the rules name. Correct the shifts with PATCH …/shifts/{shiftId}, or the rules.',
    howToProvoke: 'Distribute the pool of a day without shifts.',
  },
  tip_pool_shifts_open: {
    status: 409,
    title: 'Shifts of that day are still going on',
    detail: ({ people }) =>
      `Clock them out first, or their time would count in part: ${(people as readonly string[]).join(', ')}.`,
    example: { people: ['amina', 'ben'] },
    howToProvoke: 'Distribute the pool while somebody is clocked in.',
  },
  tip_pool_run_not_found: {
    status: 404,
    title: 'There is no such distribution',
    detail: 'GET …/tips/pool-runs lists them. One that was taken back cannot be taken back again.',
  },
  tip_pool_run_reversed: {
    status: 409,
    title: 'The distribution was taken back already',
    detail: 'Share the pool out again with POST …/tip-pools/{date}/distribute.',
  },
  tip_out_too_high: {
    status: 422,
    title: 'That is more than is owed',
    detail: ({ owed }) =>
      `${moneyText(owed)} is owed. More takes an approval of \`drawer.tip_out\` for the drawer session, or for the account where a provider pays.`,
    example: { owed: { amount: 1250, currency: 'USD' } },
    tellTheCashier: 'There is less to pay out than that.',
    howToProvoke: 'Pay 20.00 to somebody who is owed 12.50.',
  },
  tip_out_way_invalid: {
    status: 422,
    title: 'Tips are paid in one way',
    detail: 'Give drawerSessionId or payout, not both.',
    howToProvoke: 'Pay tips out without either.',
  },
  tip_session_elsewhere: {
    status: 409,
    title: 'The drawer is of another outlet',
    detail: 'An outlet pays what it owes out of its own drawers.',
  },
  tip_period_invalid: {
    status: 422,
    title: 'The period is not one',
    detail: ({ from, to }) =>
      `From ${String(from)} to ${String(to)}: to is exclusive, and at most 366 days are answered at once.`,
    example: { from: '2026-01-02', to: '2026-01-01' },
    howToProvoke: 'Ask for a tip report with the same day as from and to.',
  },
};

function moneyText(value: unknown): string {
  const { amount, currency } = value as Money;
  return `${currency} ${toMajorUnits({ amount, currency })}`;
}
