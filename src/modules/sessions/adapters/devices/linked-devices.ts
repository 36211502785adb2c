import type { Tx } from '../../../../kernel/transaction.js';
import type { DeviceId, DevicesFacade } from '../../../devices/index.js';
import type { WorkDevice, WorkDevices } from '../../ports/work-devices.js';

/** The devices that are linked to the business. */
export class LinkedDevices implements WorkDevices {
  constructor(private readonly devices: DevicesFacade) {}

  async device(tx: Tx, id: string): Promise<WorkDevice | undefined> {
    const device = await this.devices.device(tx, id as DeviceId);
    if (device === undefined) return undefined;
    const { kind: deviceKind, outletId, status, proof, idleLockMinutes } = device;
    return { id: device.id, deviceKind, outletId, isActive: status === 'active', proof, idleLockMinutes };
  }
}
