import { filter, listCommand } from '../list-command.js';

interface ConflictRow {
  readonly id: string;
  readonly openedAt: string;
  readonly cause: string;
  readonly status: string;
  readonly subjectId: string | null;
}

export const syncConflicts = listCommand<ConflictRow>({
  name: 'sync conflicts',
  path: '/sync/conflicts',
  filters: {
    status: filter('status', '<status>', 'open, resolved or reopened'),
    cause: filter('cause', '<cause>', 'only of this cause, such as price_differs'),
    device: filter('deviceId', '<device id>', 'of this device'),
  },
  columns: [
    { title: 'OPENED', value: ({ openedAt }) => openedAt },
    { title: 'CAUSE', value: ({ cause }) => cause },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'ABOUT', value: ({ subjectId }) => subjectId ?? '' },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: ['posctl sync conflicts --status open', 'posctl sync conflicts --cause price_differs --json'],
});
