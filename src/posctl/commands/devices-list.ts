import { filter, listCommand } from '../list-command.js';

interface DeviceRow {
  readonly id: string;
  readonly outletId: string;
  readonly name: string;
  readonly kind: string;
  readonly binding: string;
  readonly health: string | null;
  readonly state: { readonly appVersion: string; readonly lastSeenAt: string; readonly queueDepth: number };
}

export const devicesList = listCommand<DeviceRow>({
  name: 'devices list',
  path: '/devices',
  filters: {
    kind: filter('kind', '<kind>', 'only of this kind, such as till'),
    status: filter('status', '<status>', 'active, locked or unlinked'),
    health: filter('health', '<health>', 'online, offline, suspect, locked or outdated'),
    query: filter('q', '<text>', 'with this in name, serial or model'),
  },
  columns: [
    { title: 'NAME', value: ({ name }) => name },
    { title: 'KIND', value: ({ kind }) => kind },
    { title: 'HEALTH', value: ({ health }) => health ?? 'unlinked' },
    { title: 'BINDING', value: ({ binding }) => binding },
    { title: 'VERSION', value: ({ state }) => state.appVersion },
    { title: 'QUEUE', alignRight: true, value: ({ state }) => String(state.queueDepth) },
    { title: 'LAST SEEN', value: ({ state }) => state.lastSeenAt },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: ['posctl devices list', 'posctl devices list --outlet "Corner Café" --health offline --json'],
});
