import { filter, listCommand } from '../list-command.js';

interface LockRow {
  readonly id: string;
  readonly scope: string;
  readonly personId: string | null;
  readonly deviceId: string | null;
  readonly wrongTries: number;
  readonly lockedUntil: string | null;
}

export const signInLocks = listCommand<LockRow>({
  name: 'sign-in locks',
  path: '/sign-in/locks',
  ofOutlets: false,
  filters: {
    scope: filter('scope', '<scope>', 'person_on_device, device or account'),
    person: filter('personId', '<id>', 'of this person'),
    device: filter('deviceId', '<id>', 'on this device'),
  },
  columns: [
    { title: 'UNTIL', value: ({ lockedUntil }) => lockedUntil ?? '' },
    { title: 'WHAT', value: ({ scope }) => scope },
    { title: 'PERSON', value: ({ personId }) => personId ?? '' },
    { title: 'DEVICE', value: ({ deviceId }) => deviceId ?? '' },
    { title: 'WRONG', alignRight: true, value: ({ wrongTries }) => String(wrongTries) },
    { title: 'ID', value: ({ id }) => id },
  ],
  details: 'A person in the list need not exist: what was tried is counted by the id that was sent.',
  examples: ['posctl sign-in locks', 'posctl sign-in locks --scope account --json'],
});
