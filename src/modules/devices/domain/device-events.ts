import type { DomainEvent } from '../../../kernel/outbox.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { CommandKind, DeviceCommand } from './device-command.js';
import type { DeviceKind } from './device-kind.js';
import type { Device } from './device.js';

/** @asType integer */
export type WholeNumber = number;

/** A device as events show it. */
export interface DeviceSnapshot {
  readonly id: string;
  readonly outletId: OutletId;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly serial: string | null;
  readonly status: 'active' | 'locked' | 'unlinked';
  /** What its requests come with: a proof by its key, or a secret. */
  readonly binding: 'dpop' | 'secret';
  readonly platform: string;
  readonly model: string;
  /** Null: it never locks by itself. */
  readonly idleLockMinutes: WholeNumber | null;
  /** Who made the code that it was linked with. */
  readonly linkedBy: string;
  /** @asType integer */
  /** What its receipt numbers begin with. */
  readonly receiptSeries: string | null;
  readonly version: number;
}

/** What people can change of a device. */
export interface DeviceSettings {
  readonly name: string;
  readonly outletId: OutletId;
  readonly idleLockMinutes: WholeNumber | null;
}

/** Something that a device is to do. What a message says is not told: it is on the device. */
export interface CommandSnapshot {
  readonly id: string;
  readonly kind: CommandKind;
}

/** The data of a device's events by their types. */
export interface DeviceEvents {
  /** A device belongs to the business from now on. */
  'pos.device.linked': { readonly device: DeviceSnapshot; readonly linkCodeId: string };
  /** Somebody changed how a device is called, where it is or when it locks. */
  'pos.device.changed': { readonly device: DeviceSnapshot; readonly before: DeviceSettings };
  /** Somebody locked a device from afar. */
  'pos.device.locked': { readonly device: DeviceSnapshot; readonly reason: string };
  /** A device works again. */
  'pos.device.unlocked': { readonly device: DeviceSnapshot; readonly reason: string };
  /** A device belongs to the business no longer. */
  'pos.device.unlinked': {
    readonly device: DeviceSnapshot;
    readonly reason: string;
    /** Entries that waited on it when it last said so. */
    readonly queueDepth: WholeNumber;
    /** Somebody wanted it although entries were waiting. */
    readonly forced: boolean;
  };
  /** It looks as if there were two of a device: another machine uses its key. */
  'pos.device.clone_suspected': { readonly device: DeviceSnapshot; readonly machines: WholeNumber };
  /** Somebody has looked, and it is one device. */
  'pos.device.suspicion_cleared': { readonly device: DeviceSnapshot; readonly reason: string };
  /** A device has a new token; the old one ends soon. */
  'pos.device.token_rotated': {
    readonly device: DeviceSnapshot;
    /** @format date-time */
    readonly oldUntil: string;
  };
  /** A text was sent to a device. */
  'pos.device.message_sent': { readonly deviceId: string; readonly command: CommandSnapshot };
  /** A device is to do something. */
  'pos.device.command_sent': {
    readonly deviceId: string;
    readonly command: CommandSnapshot;
    readonly reason: string | null;
  };
  /** Somebody took back what a device was to do. */
  'pos.device.command_withdrawn': { readonly deviceId: string; readonly command: CommandSnapshot };
  /** Nothing was heard of a device for a while. */
  'outlet.offline_alert': {
    readonly device: DeviceSnapshot;
    /** @format date-time */
    readonly lastSeenAt: string;
    /** Entries that waited on it when it last said so. */
    readonly queueDepth: WholeNumber;
  };
  /** A device that was silent is heard again. */
  'pos.device.back_online': {
    readonly device: DeviceSnapshot;
    /** @format date-time */
    readonly silentSince: string;
  };
}

export type DeviceEvent = { [Type in keyof DeviceEvents]: DomainEvent<Type, DeviceEvents[Type]> }[keyof DeviceEvents];

/** A device as JSON shows it. */
export function deviceSnapshot(device: Device): DeviceSnapshot {
  const { id, outletId, name, kind, serial, status, proof, platform, model, idleLockMinutes, linkedBy } = device;
  return {
    ...{ id, outletId, name, kind, serial, status, binding: proof.by, platform, model, idleLockMinutes, linkedBy },
    receiptSeries: device.receiptSeries,
    version: device.version,
  };
}

/** The event of a change. @param device as it is afterwards, its event counted. */
export function deviceEvent<Type extends keyof DeviceEvents>(
  type: Type,
  device: Device,
  data: DeviceEvents[Type],
): DeviceEvent {
  return {
    type,
    aggregate: 'devices',
    aggregateId: device.id,
    sequence: device.eventSequence,
    outletId: device.outletId,
    data,
  } as unknown as DeviceEvent;
}

/** That a device is to do something. @param device its event counted. */
export function commandEvent(device: Device, { id, kind, reason }: DeviceCommand): DeviceEvent {
  const command = { id, kind };
  return kind === 'message'
    ? deviceEvent('pos.device.message_sent', device, { deviceId: device.id, command })
    : deviceEvent('pos.device.command_sent', device, { deviceId: device.id, command, reason });
}
