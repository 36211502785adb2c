import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { CommandId, CommandKind, DeviceCommand } from '../domain/device-command.js';
import type { DeviceState } from '../domain/device-state.js';
import type { ActiveDevice, Device } from '../domain/device.js';

type DeviceId = Id<'device'>;

/** A device and what it said last. */
export interface DeviceAndState {
  readonly device: Device;
  readonly state: DeviceState;
}

/** The devices of the transaction's tenant. */
export interface DeviceRepository {
  find(tx: Tx, id: DeviceId): Promise<Device | undefined>;
  /** Locks the device until the transaction ends. @throws Refusal `device_not_found`. */
  get(tx: Tx, id: DeviceId): Promise<Device>;
  /** Locks both. @throws Refusal `device_not_found`. */
  getWithState(tx: Tx, id: DeviceId): Promise<DeviceAndState>;
  /** Locks only what it said last, which is all that a sign of life changes. @throws Refusal `device_not_found`. */
  getState(tx: Tx, id: DeviceId): Promise<DeviceAndState>;
  /** The device that a code made. */
  ofLinkCode(tx: Tx, linkCodeId: string): Promise<Device | undefined>;
  add(tx: Tx, device: ActiveDevice, state: DeviceState): Promise<void>;
  save(tx: Tx, device: Device): Promise<void>;
  saveState(tx: Tx, id: DeviceId, state: DeviceState): Promise<void>;
  /** How many are not unlinked. */
  countLinked(tx: Tx): Promise<number>;
  /** A receipt series that no device of the outlet has had: the letter and a number. */
  nextSeries(tx: Tx, outletId: OutletId, letter: string): Promise<string>;
  addToken(tx: Tx, id: DeviceId, hash: string, at: Date): Promise<void>;
  /** Ends the device's other tokens at a time, where they would last longer, and forgets those that have ended. */
  endTokens(tx: Tx, id: DeviceId, at: Date, endsAt: Date): Promise<void>;
}

/** What devices are to do. */
export interface DeviceCommands {
  /** @throws Refusal `device_command_not_found`. */
  get(tx: Tx, deviceId: DeviceId, id: CommandId): Promise<DeviceCommand>;
  add(tx: Tx, command: DeviceCommand): Promise<void>;
  /** Oldest first, at most 50. */
  pending(tx: Tx, deviceId: DeviceId): Promise<readonly DeviceCommand[]>;
  /** Withdraws those that wait. @param kinds of these; `null`: all. */
  withdraw(tx: Tx, deviceId: DeviceId, kinds: readonly CommandKind[] | null): Promise<void>;
  withdrawOne(tx: Tx, id: CommandId): Promise<void>;
  /** The device has done them. Those that do not wait are passed over. */
  acknowledge(tx: Tx, deviceId: DeviceId, ids: readonly string[], at: Date): Promise<void>;
}
