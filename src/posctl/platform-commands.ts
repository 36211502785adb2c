import type { CommandEntry } from './command.js';

/** Commands of the vendor. */
export const PLATFORM_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'businesses list',
    summary: 'Lists the businesses of the installation (platform key)',
    load: async () => (await import('./commands/businesses-list.js')).businessesList,
  },
  {
    name: 'businesses suspend',
    summary: 'Keeps a business out until it is resumed (platform key)',
    load: async () => (await import('./commands/businesses-suspend.js')).businessesSuspend,
  },
  {
    name: 'businesses resume',
    summary: 'Lets a suspended or closed business go on (platform key)',
    load: async () => (await import('./commands/businesses-resume.js')).businessesResume,
  },
  {
    name: 'platform key',
    summary: 'Makes an API key of the vendor and shows it once (database)',
    load: async () => (await import('./commands/platform-key.js')).platformKey,
  },
];
