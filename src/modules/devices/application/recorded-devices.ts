import type { Tx } from '../../../kernel/transaction.js';
import type { DeviceRepository } from '../ports/device-repository.js';
import { DevicesFacade, type DeviceId, type KnownDevice } from './devices-facade.js';

/** Answers from the tables. */
export class RecordedDevices extends DevicesFacade {
  constructor(private readonly devices: Pick<DeviceRepository, 'find'>) {
    super();
  }

  async device(tx: Tx, id: DeviceId): Promise<KnownDevice | undefined> {
    const device = await this.devices.find(tx, id);
    if (device === undefined) return undefined;
    const { name, kind, outletId, status, proof, idleLockMinutes, receiptSeries } = device;
    return { id, name, kind, outletId, status, proof, idleLockMinutes, receiptSeries };
  }
}
