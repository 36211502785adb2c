import type { RequestContext } from '../../../kernel/context.js';
import type { Id, IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  PENDING_MAX,
  REPLACES,
  type CommandId,
  type CommandKind,
  type DeviceCommand,
} from '../domain/device-command.js';
import { send, takeBack } from '../domain/device-lifecycle.js';
import type { DeviceRefusal } from '../domain/device.js';
import type { DeviceCommands, DeviceRepository } from '../ports/device-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import { actorOf, assertOfCaller } from './device-access.js';

export interface CommandWish {
  readonly deviceId: Id<'device'>;
  readonly kind: Exclude<CommandKind, 'lock' | 'unlock'>;
  readonly text: string | null;
  readonly reason: string | null;
}

/** Tells a device to do something. It hears of it with its next sign of life, or at once where it listens to its stream. */
export class SendCommand {
  constructor(
    private readonly transactor: Transactor,
    private readonly devices: DeviceRepository,
    private readonly commands: DeviceCommands,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `device_not_found`, `device_unlinked`, `too_many_device_commands`, `card_data_not_allowed`. */
  execute(context: RequestContext, wish: CommandWish): Promise<DeviceCommand> {
    if (wish.text !== null) this.screen.assertHarmless(wish.text, '/text');
    if (wish.reason !== null) this.screen.assertHarmless(wish.reason, '/reason');
    return this.transactor.run(context, async (tx) => {
      const device = await this.devices.get(tx, wish.deviceId);
      assertOfCaller(context, device);
      await this.commands.withdraw(tx, device.id, REPLACES[wish.kind]);
      if ((await this.commands.pending(tx, device.id)).length >= PENDING_MAX)
        throw new Refusal<DeviceRefusal>('too_many_device_commands', { deviceId: device.id, limit: PENDING_MAX });
      const command: DeviceCommand = {
        ...wish,
        ...{ id: this.ids.next<'device-command'>(), status: 'pending', acknowledgedAt: null },
        ...{ sentBy: actorOf(context), sentAt: context.at },
      };
      const { state, events } = send(device, command);
      await this.commands.add(tx, command);
      await this.devices.save(tx, state);
      this.outbox.append(tx, events);
      return command;
    });
  }

  /** Takes back what waits. @throws Refusal `device_not_found`, `device_command_not_found`, `device_command_not_pending`. */
  withdraw(context: RequestContext, deviceId: Id<'device'>, id: CommandId): Promise<DeviceCommand> {
    return this.transactor.run(context, async (tx) => {
      const device = await this.devices.get(tx, deviceId);
      assertOfCaller(context, device);
      const command = await this.commands.get(tx, deviceId, id);
      const { status, kind } = command;
      // Whether a device is locked is decided by locking and unlocking it.
      if (status !== 'pending' || kind === 'lock' || kind === 'unlock')
        throw new Refusal<DeviceRefusal>('device_command_not_pending', { commandId: id, status, kind });
      const { state, events } = takeBack(device, command);
      await this.commands.withdrawOne(tx, id);
      await this.devices.save(tx, state);
      this.outbox.append(tx, events);
      return { ...command, status: 'withdrawn' };
    });
  }
}
