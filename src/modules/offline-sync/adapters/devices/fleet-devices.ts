import type { Tx } from '../../../../kernel/transaction.js';
import type { DeviceId, DevicesFacade, DeviceSyncs } from '../../../devices/index.js';
import type { LinkedDevices, SendingDevice } from '../../ports/sync-surroundings.js';

/** The devices of the tenant, linked or not any more. */
export class FleetDevices implements LinkedDevices {
  constructor(
    private readonly devices: DevicesFacade,
    private readonly syncs: DeviceSyncs,
  ) {}

  async device(tx: Tx, id: string): Promise<SendingDevice | undefined> {
    const known = await this.devices.device(tx, id as DeviceId);
    if (known === undefined) return undefined;
    const { name, kind, outletId, status, proof } = known;
    return { id, name, kind, outletId, status, proof };
  }

  heard(tx: Tx, id: string, waiting: number, at: Date): void {
    this.syncs.synced(tx, id as DeviceId, waiting, at);
  }
}
