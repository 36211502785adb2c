import type { CommandEntry } from './command.js';

/** The commands about what devices sent. */
export const SYNC_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'sync devices',
    summary: 'Lists how far the queues of devices have come',
    load: async () => (await import('./commands/sync-devices.js')).syncDevices,
  },
  {
    name: 'sync entries',
    summary: 'Lists what devices sent, and how it stands',
    load: async () => (await import('./commands/sync-entries.js')).syncEntries,
  },
  {
    name: 'sync show',
    summary: 'Shows an entry with its history',
    load: async () => (await import('./commands/sync-show.js')).syncShow,
  },
  {
    name: 'sync retry',
    summary: 'Has an entry tried again that is held or was refused',
    load: async () => (await import('./commands/sync-retry.js')).syncRetry,
  },
  {
    name: 'sync release',
    summary: 'Believes an entry in quarantine',
    load: async () => (await import('./commands/sync-release.js')).syncRelease,
  },
  {
    name: 'sync discard',
    summary: 'Decides that an entry shall never take effect',
    load: async () => (await import('./commands/sync-discard.js')).syncDiscard,
  },
  {
    name: 'sync conflicts',
    summary: 'Lists what devices did that does not agree with what was known',
    load: async () => (await import('./commands/sync-conflicts.js')).syncConflicts,
  },
  {
    name: 'sync resolve',
    summary: 'Takes note of a decision on a conflict',
    load: async () => (await import('./commands/sync-resolve.js')).syncResolve,
  },
  {
    name: 'sync upload',
    summary: 'Hands in the queue that a device exported to a file',
    load: async () => (await import('./commands/sync-upload.js')).syncUpload,
  },
];
