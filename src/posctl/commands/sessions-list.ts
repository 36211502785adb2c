import { filter, listCommand } from '../list-command.js';

interface SessionRow {
  readonly id: string;
  readonly actor: string;
  readonly personId: string;
  readonly deviceId: string | null;
  readonly method: string;
  readonly status: string;
  readonly begunAt: string;
  readonly touchedAt: string;
  readonly endedWhy: string | null;
}

export const sessionsList = listCommand<SessionRow>({
  name: 'sessions list',
  path: '/sessions',
  filters: {
    status: filter('status', '<status>', 'active, locked, ended or expired'),
    person: filter('personId', '<id>', 'of this person'),
    device: filter('deviceId', '<id>', 'on this device'),
    method: filter('method', '<method>', 'pin, badge, oauth or password'),
    from: filter('from', '<time>', 'begun then or later'),
    to: filter('to', '<time>', 'begun before then'),
  },
  columns: [
    { title: 'BEGUN', value: ({ begunAt }) => begunAt },
    { title: 'WHO', value: ({ actor }) => actor },
    { title: 'PERSON', value: ({ personId }) => personId },
    { title: 'DEVICE', value: ({ deviceId }) => deviceId ?? '' },
    { title: 'BY', value: ({ method }) => method },
    { title: 'STATUS', value: ({ status, endedWhy }) => endedWhy ?? status },
    { title: 'TOUCHED', value: ({ touchedAt }) => touchedAt },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: [
    'posctl sessions list --status active',
    'posctl sessions list --person 0197a3c2-7b1e-7000-8000-000000000001 --from 2026-11-01T00:00:00Z --jsonl',
  ],
});
