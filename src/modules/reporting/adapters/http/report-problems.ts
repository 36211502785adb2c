import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { ReportRefusal } from '../../application/report-sales.js';

/** How refusals of reports look to a caller. */
export const reportProblems: ProblemTable<ReportRefusal> = {
  report_period_empty: {
    status: 422,
    title: 'The period has no day',
    detail: ({ from, to }) =>
      `From ${String(from)} to ${String(to)} is no day, because to is exclusive. Ask for a later to.`,
    howToProvoke: 'Ask for a sales report with the same day as from and to.',
  },
  report_period_too_long: {
    status: 422,
    title: 'The period is too long',
    detail: ({ yearsMax }) => `At most ${String(yearsMax)} years in one report. Ask for it in parts.`,
    howToProvoke: 'Ask for a sales report from 2000-01-01 to 2020-01-01.',
  },
  report_outlet_not_found: {
    status: 404,
    title: 'There is no such outlet',
    detail: 'Check outletId. An outlet that you may not act for looks absent, too.',
    howToProvoke: 'Ask for a sales report of an outlet of another business.',
  },
};
