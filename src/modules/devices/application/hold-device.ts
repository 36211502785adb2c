import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Id, IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { REPLACES, type CommandKind, type DeviceCommand } from '../domain/device-command.js';
import type { DeviceEvent } from '../domain/device-events.js';
import { clearSuspicion, lock, send, unlink, unlock } from '../domain/device-lifecycle.js';
import type { Device } from '../domain/device.js';
import type { DeviceAndState, DeviceCommands, DeviceRepository } from '../ports/device-repository.js';
import type { Recall } from '../ports/recall.js';
import type { TextScreen } from '../ports/text-screen.js';
import { actorOf, assertOfCaller } from './device-access.js';

/** Who wants it, why, and that it is to be done although entries wait. */
export interface HoldWish {
  readonly deviceId: Id<'device'>;
  readonly reason: string;
}

type Decide = (tx: Tx, known: DeviceAndState) => Promise<Decision<Device, DeviceEvent>>;

/** Locks devices from afar, lets them work again, ends their link. All instances know within a moment: the door is told. */
export class HoldDevice {
  constructor(
    private readonly transactor: Transactor,
    private readonly devices: DeviceRepository,
    private readonly commands: DeviceCommands,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly recall: Recall,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `device_not_found`, `device_locked`, `device_unlinked`, `card_data_not_allowed`. */
  lock(context: RequestContext, wish: HoldWish): Promise<Device> {
    return this.decide(context, wish, (tx, { device }) =>
      this.withCommand(tx, context, lock(device, wish.reason, context.at), 'lock', wish.reason),
    );
  }

  /** @throws Refusal `device_not_found`, `device_not_locked`, `device_unlinked`, `card_data_not_allowed`. */
  unlock(context: RequestContext, wish: HoldWish): Promise<Device> {
    return this.decide(context, wish, (tx, { device }) =>
      this.withCommand(tx, context, unlock(device, wish.reason), 'unlock', wish.reason),
    );
  }

  /**
   * Ends the link for good; the tokens of the device are refused from then on.
   * @throws Refusal `device_not_found`, `device_has_queue`, `device_unlinked`, `card_data_not_allowed`.
   */
  unlink(context: RequestContext, wish: HoldWish, force: boolean): Promise<Device> {
    const { at } = context;
    return this.decide(context, wish, async (tx, { device, state }) => {
      const decision = unlink(device, wish.reason, { queueDepth: state.queueDepth, force }, at);
      await this.commands.withdraw(tx, device.id, null);
      await this.devices.endTokens(tx, device.id, at, at);
      await this.devices.saveState(tx, device.id, { ...state, offlineDueAt: null });
      return decision;
    });
  }

  /**
   * Ends the alarm that there are two of a device; the machine that was heard last is the right one.
   * @throws Refusal `device_not_found`, `device_not_suspect`, `device_unlinked`, `card_data_not_allowed`.
   */
  clearSuspicion(context: RequestContext, wish: HoldWish): Promise<Device> {
    return this.decide(context, wish, async (tx, { device, state }) => {
      const decision = clearSuspicion(device, wish.reason);
      const { last } = state.fingerprints;
      await this.devices.saveState(tx, device.id, { ...state, fingerprints: { last, all: [last] } });
      return decision;
    });
  }

  private async decide(context: RequestContext, { deviceId, reason }: HoldWish, decide: Decide): Promise<Device> {
    this.screen.assertHarmless(reason, '/reason');
    const held = await this.transactor.run(context, async (tx) => {
      const known = await this.devices.getWithState(tx, deviceId);
      assertOfCaller(context, known.device);
      const { state, events } = await decide(tx, known);
      await this.devices.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
    this.recall.devices(deviceId);
    return held;
  }

  /** The device itself is told with its next sign of life, and over its stream that there is something to hear. */
  private async withCommand(
    tx: Tx,
    context: RequestContext,
    { state, events }: Decision<Device, DeviceEvent>,
    kind: CommandKind,
    reason: string,
  ): Promise<Decision<Device, DeviceEvent>> {
    const command: DeviceCommand = {
      ...{ id: this.ids.next<'device-command'>(), deviceId: state.id, kind, text: null, reason, status: 'pending' },
      ...{ sentBy: actorOf(context), sentAt: context.at, acknowledgedAt: null },
    };
    await this.commands.withdraw(tx, state.id, REPLACES[kind]);
    await this.commands.add(tx, command);
    const sent = send(state, command);
    return { state: sent.state, events: [...events, ...sent.events] };
  }
}
