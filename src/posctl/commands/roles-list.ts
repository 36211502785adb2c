import { filter, listCommand } from '../list-command.js';

interface RoleRow {
  readonly code: string;
  readonly name: string;
  readonly builtIn: boolean;
  readonly permissions: readonly string[];
  readonly basedOn: string | null;
  readonly description: string;
}

export const rolesList = listCommand<RoleRow>({
  name: 'roles list',
  path: '/roles',
  ofOutlets: false,
  filters: {
    permission: filter('permission', '<permission>', 'that hold this permission'),
    'built-in': filter('builtIn', '<true|false>', 'those that every business has, or your own'),
    search: filter('q', '<text>', 'with this in the code or the name'),
  },
  columns: [
    { title: 'CODE', value: ({ code }) => code },
    { title: 'NAME', value: ({ name }) => name },
    { title: 'KIND', value: ({ builtIn }) => (builtIn ? 'built in' : 'own') },
    { title: 'PERMISSIONS', alignRight: true, value: ({ permissions }) => String(permissions.length) },
    { title: 'BASED ON', value: ({ basedOn }) => basedOn ?? '' },
    { title: 'DESCRIPTION', value: ({ description }) => description },
  ],
  examples: ['posctl roles list', 'posctl roles list --permission orders:refund --jsonl'],
});
