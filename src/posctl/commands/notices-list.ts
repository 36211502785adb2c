import { filter, listCommand } from '../list-command.js';

interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly severity: string;
  readonly status: string;
  readonly subject: string;
  readonly raisedAt: string;
  readonly acknowledgedBy: string | null;
  readonly note: string | null;
}

export const noticesList = listCommand<NoticeRow>({
  name: 'notices list',
  path: '/notices',
  filters: {
    status: filter('status', '<status>', 'open or acknowledged'),
    severity: filter('severity', '<severity>', 'info, warning or critical'),
    kind: filter('kind', '<kind>', 'of this kind'),
    from: filter('from', '<time>', 'raised at or after'),
    to: filter('to', '<time>', 'raised before'),
  },
  columns: [
    { title: 'RAISED', value: ({ raisedAt }) => raisedAt },
    { title: 'SEVERITY', value: ({ severity }) => severity },
    { title: 'KIND', value: ({ kind }) => kind },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'ABOUT', value: ({ subject }) => subject },
    { title: 'BY', value: ({ acknowledgedBy }) => acknowledgedBy ?? '' },
    { title: 'NOTE', value: ({ note }) => note ?? '' },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: ['posctl notices list --status open', 'posctl notices list --severity critical --limit 1000 --jsonl'],
});
