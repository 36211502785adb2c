import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { ShiftRefusal } from '../../domain/shift.js';

/** How the refusals of this module look to a caller. */
export const shiftProblems: ProblemTable<ShiftRefusal> = {
  shift_not_found: {
    status: 404,
    title: 'There is no such shift',
    detail: 'Check the id. Shifts of others are shown to those who may read shifts of their outlet.',
  },
  shift_id_taken: {
    status: 409,
    title: 'Another shift has this id',
    detail: 'Clock in with a new id, or without one.',
  },
  shift_already_open: {
    status: 409,
    title: 'The person is clocked in already',
    detail: 'GET …/shifts/mine?status=working shows the shift; clock out of it first.',
    tellTheCashier: 'You are clocked in already.',
    howToProvoke: 'Clock in twice.',
  },
  shift_ended: {
    status: 409,
    title: 'The shift has ended',
    detail: 'Clock in again, or have it corrected with PATCH …/shifts/{shiftId}.',
    tellTheCashier: 'You are clocked out.',
  },
  shift_on_break: {
    status: 409,
    title: 'The person is on a break',
    detail: 'End the break first.',
    tellTheCashier: 'You are on a break already.',
  },
  shift_not_on_break: {
    status: 409,
    title: 'The person is not on a break',
    detail: 'There is no break to end.',
    tellTheCashier: 'You are not on a break.',
  },
  shift_times_invalid: {
    status: 422,
    title: 'The times do not make a shift',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Correct a shift so that it ends before it begins.',
  },
  shift_overlaps: {
    status: 409,
    title: 'The person worked another shift at that time',
    detail: 'Correct that one first: nobody works two shifts at once.',
  },
  shift_outlet_not_found: {
    status: 404,
    title: 'There is no such outlet',
    detail:
      'Check outletId. An outlet that you may not act for looks absent, too; one that is closed has no new shifts.',
  },
  shift_period_invalid: {
    status: 422,
    title: 'The period is not one',
    detail: ({ from, to }) =>
      `From ${String(from)} to ${String(to)}: to is exclusive, and at most 366 days fit into one report.`,
    example: { from: '2026-01-02', to: '2026-01-01' },
    howToProvoke: 'Ask for a cashier report with the same day as from and to.',
  },
};
