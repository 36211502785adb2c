import { listCommand } from '../list-command.js';

interface QueueRow {
  readonly deviceId: string;
  readonly through: number;
  readonly highest: number;
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  readonly skewMs: number | null;
  readonly waiting: number;
  readonly lastSyncAt: string | null;
}

export const syncDevices = listCommand<QueueRow>({
  name: 'sync devices',
  path: '/sync/devices',
  filters: {},
  columns: [
    { title: 'DEVICE', value: ({ deviceId }) => deviceId },
    { title: 'THROUGH', alignRight: true, value: ({ through }) => String(through) },
    { title: 'HIGHEST', alignRight: true, value: ({ highest }) => String(highest) },
    { title: 'MISSING', value: ({ missing }) => missing.map(({ from, to }) => `${from}-${to}`).join(' ') },
    { title: 'WAITING', alignRight: true, value: ({ waiting }) => String(waiting) },
    { title: 'SKEW MS', alignRight: true, value: ({ skewMs }) => (skewMs === null ? '' : String(skewMs)) },
    { title: 'LAST SYNC', value: ({ lastSyncAt }) => lastSyncAt ?? '' },
  ],
  examples: ['posctl sync devices', 'posctl sync devices --outlet "Corner Café" --json'],
});
