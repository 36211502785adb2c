import type { RequestContext } from '../../../kernel/context.js';
import type { Id } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { seriesLetterOf } from '../domain/device-kind.js';
import { change, type DeviceChanges } from '../domain/device-lifecycle.js';
import type { Device } from '../domain/device.js';
import type { DeviceOutlets } from '../ports/device-outlets.js';
import type { DeviceRepository } from '../ports/device-repository.js';
import type { Recall } from '../ports/recall.js';
import type { TextScreen } from '../ports/text-screen.js';
import { assertOfCaller, openOutlet } from './device-access.js';

/** Changes how a device is called, where it is and when it locks. */
export class ChangeDevice {
  constructor(
    private readonly transactor: Transactor,
    private readonly devices: DeviceRepository,
    private readonly outlets: DeviceOutlets,
    private readonly outbox: Outbox,
    private readonly recall: Recall,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @throws Refusal `device_not_found`, `device_unlinked`, `device_outlet_not_found`, `device_has_queue`, `version_mismatch`,
   * `card_data_not_allowed`.
   */
  async execute(
    context: RequestContext,
    id: Id<'device'>,
    changes: DeviceChanges,
    expectedVersion: number | undefined,
  ): Promise<Device> {
    if (changes.name !== undefined) this.screen.assertHarmless(changes.name, '/name');
    const changed = await this.transactor.run(context, async (tx) => {
      const { device, state } = await this.devices.getWithState(tx, id);
      assertOfCaller(context, device);
      if (expectedVersion !== undefined && expectedVersion !== device.version)
        throw new Refusal('version_mismatch', { currentVersion: device.version });
      if (changes.outletId !== undefined && changes.outletId !== device.outletId)
        await openOutlet(tx, this.outlets, context, changes.outletId, '/outletId');
      const decision = change(device, changes, state.queueDepth, await this.seriesFor(tx, device, changes));
      if (decision.events.length > 0) await this.devices.save(tx, decision.state);
      this.outbox.append(tx, decision.events);
      return decision.state;
    });
    this.recall.devices(id);
    return changed;
  }

  /** At another outlet its own may be another device's. */
  private async seriesFor(tx: Tx, device: Device, { outletId }: DeviceChanges): Promise<string | null> {
    const letter = seriesLetterOf(device.kind);
    if (letter === null || outletId === undefined || outletId === device.outletId) return device.receiptSeries;
    return this.devices.nextSeries(tx, outletId, letter);
  }
}
