import type { Principal } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { DeviceId, DevicesFacade } from '../../../devices/index.js';
import type { HubRefusal } from '../../domain/hub-refusal.js';
import type { HubDevices } from '../../ports/hub-devices.js';

/** Hubs among the devices of the business. */
export class KnownHubs implements HubDevices {
  constructor(private readonly devices: DevicesFacade) {}

  async outletOfHub(tx: Tx, { kind, deviceId }: Principal): Promise<string> {
    const device =
      kind === 'device' && deviceId !== undefined ? await this.devices.device(tx, deviceId as DeviceId) : undefined;
    if (device?.kind !== 'hub') throw new Refusal<HubRefusal>('hub_required');
    return device.outletId;
  }

  async isAt(tx: Tx, deviceId: string, outletId: string): Promise<boolean> {
    const device = await this.devices.device(tx, deviceId as DeviceId);
    return device?.status === 'active' && device.outletId === outletId;
  }
}
