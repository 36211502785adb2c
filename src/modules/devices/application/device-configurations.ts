import type { Tx } from '../../../kernel/transaction.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { BrandingSettings } from '../domain/branding.js';
import { endpointsOf, type DeviceEndpoints, type DeviceRules } from '../domain/device-configuration.js';
import type { Device, DeviceRefusal } from '../domain/device.js';
import type { DeviceBusiness, DeviceOutlet, DeviceOutlets } from '../ports/device-outlets.js';
import type { DeviceLicence, DevicePlan } from '../ports/device-plan.js';
import type { DeviceSecrets } from '../ports/device-secrets.js';
import type { ReceiptNumbers } from '../ports/receipt-numbers.js';
import type { DeviceSettingsRepository } from '../ports/device-settings-repository.js';

/** Everything that a device works by. */
export interface DeviceConfiguration {
  readonly business: DeviceBusiness;
  readonly outlet: DeviceOutlet;
  readonly branding: BrandingSettings;
  readonly licence: DeviceLicence;
  readonly session: { readonly idleLockMinutes: number | null; readonly hours: number };
  readonly endpoints: DeviceEndpoints;
  readonly minimumAppVersion: string | null;
}

/** A configuration and what tells it from others. */
export interface MadeConfiguration {
  readonly configuration: DeviceConfiguration;
  readonly hash: string;
}

/** Puts together what a device works by. Outlets and the business are remembered by their module: it costs two questions. */
export class DeviceConfigurations {
  constructor(
    private readonly outlets: DeviceOutlets,
    private readonly plan: DevicePlan,
    private readonly settings: DeviceSettingsRepository,
    private readonly secrets: Pick<DeviceSecrets, 'digest'>,
    private readonly receipts: ReceiptNumbers,
  ) {}

  /**
   * The number of the device's next receipt, by what has arrived here; `null`: it prints none. That it moves is no change of the
   * configuration.
   */
  async nextReceipt(tx: Tx, { outletId, receiptSeries }: Device): Promise<number | null> {
    return receiptSeries === null ? null : (await this.receipts.last(tx, outletId, receiptSeries)) + 1;
  }

  /** The same facts give the same hash. @throws Refusal `device_outlet_not_found`. */
  async of(
    tx: Tx,
    { outletId, idleLockMinutes }: Pick<Device, 'outletId' | 'idleLockMinutes'>,
    rules: DeviceRules,
  ): Promise<MadeConfiguration> {
    const outlet = await this.outlets.outlet(tx, outletId);
    if (outlet === undefined) throw new Refusal<DeviceRefusal>('device_outlet_not_found', { outletId });
    const business = await this.outlets.business(tx);
    const { logo, primaryColour, accentColour, backgroundColour } = await this.settings.branding(tx);
    const { minimumAppVersion } = await this.settings.policy(tx);
    const configuration: DeviceConfiguration = {
      business,
      outlet,
      branding: { logo, primaryColour, accentColour, backgroundColour },
      licence: await this.plan.licence(tx),
      session: { idleLockMinutes, hours: rules.sessionHours },
      endpoints: endpointsOf(business.slug, outletId, rules.publicUrl),
      minimumAppVersion,
    };
    return { configuration, hash: this.secrets.digest(JSON.stringify(configuration)) };
  }
}
