import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { DeviceCopies, DeviceId, DevicesFacade } from '../../../devices/index.js';
import type { DeviceRecord } from '../../domain/snapshot.js';
import type { ClientLicence, SyncDevices, SyncPlace, WholeSource } from '../../ports/master-data.js';

/** The device that asks, and what it works by. */
export class DeviceSection implements WholeSource<'device'> {
  readonly section = 'device';
  readonly marks = ['places'] as const;

  constructor(
    private readonly devices: DevicesFacade,
    private readonly copies: DeviceCopies,
    private readonly licence: ClientLicence,
  ) {}

  async read(tx: Tx, { deviceId }: SyncPlace): Promise<readonly DeviceRecord[]> {
    if (deviceId === null) return [];
    const device = await this.devices.device(tx, deviceId as DeviceId);
    if (device === undefined) return [];
    const { id, name, kind, outletId, idleLockMinutes } = device;
    const own = { id, name, kind, outletId, ...(await this.copies.receipts(tx, device.id)), idleLockMinutes };
    return [{ ...own, ...(await this.copies.settings(tx)), ...(await this.licence.read(tx)) }];
  }

  /** That the next receipt number moves is no change: the device makes it move. */
  compared(records: readonly DeviceRecord[]): unknown {
    return records.map(({ nextReceiptNumber: _, ...record }) => record);
  }
}

/** Devices for whom a copy can be made. */
export class KnownDevices implements SyncDevices {
  constructor(private readonly devices: DevicesFacade) {}

  async find(tx: Tx, id: string): Promise<{ readonly outletId: OutletId; readonly kind: string } | undefined> {
    return this.devices.device(tx, id as DeviceId);
  }
}
