import { filter, listCommand } from '../list-command.js';

interface ShiftRow {
  readonly id: string;
  readonly personId: string;
  readonly job: string;
  readonly status: string;
  readonly businessDate: string;
  readonly clockedInAt: string;
  readonly clockedOutAt: string | null;
  readonly workedMinutes: number | null;
}

export const shiftsList = listCommand<ShiftRow>({
  name: 'shifts list',
  path: '/shifts',
  filters: {
    status: filter('status', '<status>', 'working, on_break or ended'),
    person: filter('personId', '<person>', 'of this person'),
    from: filter('from', '<date>', 'of this trading day or later'),
    to: filter('to', '<date>', 'before this trading day'),
  },
  columns: [
    { title: 'DAY', value: ({ businessDate }) => businessDate },
    { title: 'PERSON', value: ({ personId }) => personId },
    { title: 'JOB', value: ({ job }) => job },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'IN', value: ({ clockedInAt }) => clockedInAt },
    { title: 'OUT', value: ({ clockedOutAt }) => clockedOutAt ?? '' },
    { title: 'MINUTES', alignRight: true, value: ({ workedMinutes }) => String(workedMinutes ?? '') },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: ['posctl shifts list --status working', 'posctl shifts list --from 2026-11-01 --to 2026-12-01 --json'],
});
