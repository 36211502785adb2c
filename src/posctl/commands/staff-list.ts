import { filter, listCommand } from '../list-command.js';

interface StaffRow {
  readonly id: string;
  readonly staffNumber: string;
  readonly displayName: string;
  readonly status: string;
  readonly assignments: readonly { readonly role: string; readonly outlets: readonly string[] | null }[];
}

export const staffList = listCommand<StaffRow>({
  name: 'staff list',
  path: '/staff',
  filters: {
    status: filter('status', '<status>', 'active or disabled'),
    role: filter('role', '<role>', 'who has this role'),
    find: filter('q', '<text>', 'part of a name, a number or an e-mail address'),
  },
  columns: [
    { title: 'NUMBER', value: ({ staffNumber }) => staffNumber },
    { title: 'NAME', value: ({ displayName }) => displayName },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'ROLES', value: ({ assignments }) => assignments.map(roleText).join(' ') },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: ['posctl staff list --status active', 'posctl staff list --role manager --json'],
});

function roleText({ role, outlets }: StaffRow['assignments'][number]): string {
  return outlets === null ? role : `${role}@${outlets.length}`;
}
