import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { DayRefusal } from '../../domain/day-refusal.js';

/** How refusals about business days look to a caller. */
export const dayProblems: ProblemTable<DayRefusal> = {
  day_already_closed: {
    status: 409,
    title: 'The business day is closed already',
    detail: ({ date, zReportId }) =>
      typeof zReportId === 'string'
        ? `${String(date)} has the Z report ${zReportId}. What is recorded for it now counts in the next day.`
        : `${String(date)} was closed with a later day. What is recorded for it now counts in the next day.`,
    example: { date: '2026-01-31', zReportId: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' },
    tellTheCashier: 'This day is closed already.',
    howToProvoke: 'Close a day twice, each with its own Idempotency-Key.',
  },
  day_in_future: {
    status: 422,
    title: 'The business day has not begun',
    detail: ({ today }) => `The running business day is ${String(today)}. Close that one or an earlier one.`,
    example: { today: '2026-01-31' },
    howToProvoke: 'Close the day after tomorrow.',
  },
  too_many_open_days: {
    status: 409,
    title: 'Too many days are open before this one',
    detail: ({ limit, last }) =>
      `Days close in order, at most ${String(limit)} with one request. Close ${String(last)} first, then go on.`,
    example: { limit: 62, last: '2025-12-31' },
  },
  drawer_sessions_open: {
    status: 409,
    title: 'Drawer sessions are open',
    detail: ({ drawerSessionIds }) =>
      `Count and close ${String((drawerSessionIds as readonly string[]).length)} of them first, or send ` +
      '"acceptOpenSessions": true: what they take from then on counts in the next day.',
    example: { drawerSessionIds: ['0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e'] },
    tellTheCashier: 'A drawer is still open. Count it first.',
  },
  drawer_session_not_closed: {
    status: 409,
    title: 'The drawer session is not closed',
    detail: 'A session has its Z report when it is closed. Until then read its X report.',
  },
  report_session_not_found: {
    status: 404,
    title: 'There is no such drawer session',
    detail: 'Check the id. A session of an outlet that the caller may not act for looks absent, too.',
  },
  z_report_not_found: {
    status: 404,
    title: 'There is no such Z report',
    detail: 'Check the id. A report of an outlet that the caller may not act for looks absent, too.',
  },
  z_report_format_unavailable: {
    status: 406,
    title: 'A Z report is not made in this form',
    detail: 'Accept application/json, text/plain, text/html or application/pdf.',
    howToProvoke: 'Read a Z report with Accept: image/png.',
  },
  days_period_invalid: {
    status: 422,
    title: 'The period has no day, or too many',
    detail: ({ daysMax }) => `From and to both count; at most ${String(daysMax)} days in one answer.`,
    example: { daysMax: 366 },
  },
  day_policy_invalid: {
    status: 422,
    title: 'A day policy cannot be like that',
    detail: 'errors[] names each bad place.',
  },
};
