import type { Tx } from '../../../kernel/transaction.js';
import type { DeviceSettingsRepository } from '../ports/device-settings-repository.js';
import type { DeviceRepository } from '../ports/device-repository.js';
import type { DeviceConfigurations } from './device-configurations.js';
import { DeviceCopies, type DeviceReceipts, type SharedSettings } from './device-copies.js';
import type { DeviceId } from './devices-facade.js';

/** Settings as they are stored. */
export class RecordedDeviceCopies extends DeviceCopies {
  constructor(
    private readonly stored: Pick<DeviceSettingsRepository, 'branding' | 'policy'>,
    private readonly devices: Pick<DeviceRepository, 'find'>,
    private readonly numbers: Pick<DeviceConfigurations, 'nextReceipt'>,
  ) {
    super();
  }

  async settings(tx: Tx): Promise<SharedSettings> {
    const { logo, primaryColour, accentColour, backgroundColour } = await this.stored.branding(tx);
    const { minimumAppVersion } = await this.stored.policy(tx);
    return { branding: { logo, primaryColour, accentColour, backgroundColour }, minimumAppVersion };
  }

  async receipts(tx: Tx, id: DeviceId): Promise<DeviceReceipts> {
    const device = await this.devices.find(tx, id);
    if (device === undefined) return { receiptSeries: null, nextReceiptNumber: null };
    return { receiptSeries: device.receiptSeries, nextReceiptNumber: await this.numbers.nextReceipt(tx, device) };
  }
}
