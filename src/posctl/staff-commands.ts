import type { CommandEntry } from './command.js';

/** Commands about who works here. */
export const STAFF_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'staff list',
    summary: 'Lists people by name, with what they may do',
    load: async () => (await import('./commands/staff-list.js')).staffList,
  },
  {
    name: 'staff add',
    summary: 'Takes somebody on',
    load: async () => (await import('./commands/staff-add.js')).staffAdd,
  },
  {
    name: 'staff disable',
    summary: "Ends somebody's work here: sessions, PIN and badges with it",
    load: async () => (await import('./commands/staff-disable.js')).staffDisable,
  },
  {
    name: 'staff reset-pin',
    summary: 'Gives somebody another PIN, to be changed at the next sign-in',
    load: async () => (await import('./commands/staff-reset-pin.js')).staffResetPin,
  },
];
