import type { ProblemTable } from '../../../../platform/http/problem.js';

/** How the refusals of this module look to a caller. */
export const auditProblems: ProblemTable<'audit_entry_not_found'> = {
  audit_entry_not_found: {
    status: 404,
    title: 'There is no such entry',
    detail: 'Numbers go from 1 to that of GET …/audit/head.',
  },
};
