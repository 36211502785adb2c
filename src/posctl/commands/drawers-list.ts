import { filter, listCommand } from '../list-command.js';

interface DrawerRow {
  readonly id: string;
  readonly outletId: string;
  readonly name: string;
  readonly deviceId: string | null;
  readonly active: boolean;
  readonly sessions: number;
}

export const drawersList = listCommand<DrawerRow>({
  name: 'drawers list',
  path: '/drawers',
  filters: { active: filter('active', '<true|false>', 'only those in use, or only those that are not') },
  columns: [
    { title: 'NAME', value: ({ name }) => name },
    { title: 'STATE', value: ({ active }) => (active ? 'active' : 'inactive') },
    { title: 'SESSIONS', alignRight: true, value: ({ sessions }) => String(sessions) },
    { title: 'DEVICE', value: ({ deviceId }) => deviceId ?? '' },
    { title: 'OUTLET', value: ({ outletId }) => outletId },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: ['posctl drawers list', 'posctl drawers list --outlet "Corner Café" --active true --json'],
});
