import { filter, listCommand } from '../list-command.js';

interface EntryRow {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly status: string;
  readonly code: string | null;
  readonly receivedAt: string;
}

export const syncEntries = listCommand<EntryRow>({
  name: 'sync entries',
  path: '/sync/entries',
  filters: {
    device: filter('deviceId', '<device id>', 'of this device'),
    status: filter('status', '<status>', 'applied, held, rejected, quarantined or discarded'),
    kind: filter('kind', '<kind>', 'only of this kind, such as order.place'),
  },
  columns: [
    { title: 'RECEIVED', value: ({ receivedAt }) => receivedAt },
    { title: 'NUMBER', alignRight: true, value: ({ sequence }) => String(sequence) },
    { title: 'KIND', value: ({ kind }) => kind },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'WHY', value: ({ code }) => code ?? '' },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: [
    'posctl sync entries --status quarantined',
    'posctl sync entries --device 0197a3c2-7b1e-7000-8000-000000000001 --json',
  ],
});
