import type { CommandEntry } from './command.js';

/** Commands about who is signed in. */
export const SESSION_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'sessions list',
    summary: 'Lists who is or was signed in where, newest first',
    load: async () => (await import('./commands/sessions-list.js')).sessionsList,
  },
  {
    name: 'sessions end',
    summary: 'Signs a person out everywhere, or everybody out of a device',
    load: async () => (await import('./commands/sessions-end.js')).sessionsEnd,
  },
  {
    name: 'sign-in locks',
    summary: 'Lists who and what takes no PIN after wrong tries',
    load: async () => (await import('./commands/sign-in-locks.js')).signInLocks,
  },
];
