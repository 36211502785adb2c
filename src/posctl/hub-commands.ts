import type { CommandEntry } from './command.js';

/** The commands of a shop's hub. */
export const HUB_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'hub status',
    summary: 'Shows how the hub of this shop stands: uplink, copy, what waits, disk, certificate',
    load: async () => (await import('./commands/hub-status.js')).hubStatus,
  },
];
