import type { Id } from '../../../kernel/ids.js';

export type CommandId = Id<'device-command'>;

export const COMMAND_KINDS = ['lock', 'unlock', 'message', 'refresh_configuration', 'update', 'sign_out'] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

/** Something that a device is to do; it hears of it with its next sign of life. */
export interface DeviceCommand {
  readonly id: CommandId;
  readonly deviceId: Id<'device'>;
  readonly kind: CommandKind;
  /** What a message says. */
  readonly text: string | null;
  readonly reason: string | null;
  readonly status: 'pending' | 'acknowledged' | 'withdrawn';
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly acknowledgedAt: Date | null;
}

/** Commands that may wait for one device. */
export const PENDING_MAX = 50;

/** What a new command makes needless: who is to be unlocked need not be locked first. */
export const REPLACES: Readonly<Record<CommandKind, readonly CommandKind[]>> = {
  lock: ['lock', 'unlock'],
  unlock: ['lock', 'unlock'],
  message: [],
  refresh_configuration: ['refresh_configuration'],
  update: ['update'],
  sign_out: ['sign_out'],
};
