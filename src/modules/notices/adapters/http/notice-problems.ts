import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { NoticeRefusal } from '../../domain/notice.js';

/** How the refusals of this module look to a caller. */
export const noticeProblems: ProblemTable<NoticeRefusal> = {
  notice_not_found: {
    status: 404,
    title: 'There is no such notice',
    detail: 'Check the id; GET …/notices lists those that you may see.',
  },
  notice_already_acknowledged: {
    status: 409,
    title: 'The notice is acknowledged already',
    detail: 'Somebody has seen it before; the notice says who and when. Reopen it first to say something else.',
    howToProvoke: 'Acknowledge a notice twice, with different keys.',
  },
  notice_not_acknowledged: {
    status: 409,
    title: 'The notice is open',
    detail: 'Only one that was acknowledged can be reopened.',
    howToProvoke: 'Reopen a notice that nobody has acknowledged.',
  },
};
