import type { CommandEntry } from './command.js';

/** The commands about devices. */
export const DEVICE_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'devices list',
    summary: 'Lists devices and how they are',
    load: async () => (await import('./commands/devices-list.js')).devicesList,
  },
  {
    name: 'devices link',
    summary: 'Makes a code that links a device, and shows it once',
    load: async () => (await import('./commands/devices-link.js')).devicesLink,
  },
  {
    name: 'devices lock',
    summary: 'Locks a device from afar',
    load: async () => (await import('./commands/devices-lock.js')).devicesLock,
  },
  {
    name: 'devices unlock',
    summary: 'Lets a locked device work again',
    load: async () => (await import('./commands/devices-unlock.js')).devicesUnlock,
  },
  {
    name: 'devices unlink',
    summary: 'Ends the link of a device for good',
    load: async () => (await import('./commands/devices-unlink.js')).devicesUnlink,
  },
  {
    name: 'devices message',
    summary: 'Shows a text on a device',
    load: async () => (await import('./commands/devices-message.js')).devicesMessage,
  },
];
