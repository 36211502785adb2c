import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  brand,
  brandingChanged,
  policyChanged,
  type Branding,
  type BrandingSettings,
  type DevicePolicy,
} from '../domain/branding.js';
import type { DeviceSettingsRepository } from '../ports/device-settings-repository.js';

/** Shows and sets what all devices of the business work by: how it looks, and which programs are too old. */
export class SetDeviceSettings {
  constructor(
    private readonly transactor: Transactor,
    private readonly settings: DeviceSettingsRepository,
    private readonly outbox: Outbox,
  ) {}

  /** How the business looks, set or not. */
  branding(context: RequestContext): Promise<Branding> {
    return this.transactor.read(context, (tx) => this.settings.branding(tx));
  }

  /** @throws Refusal `branding_invalid`, `version_mismatch`. */
  setBranding(context: RequestContext, wish: BrandingSettings, expectedVersion: number | undefined): Promise<Branding> {
    return this.transactor.run(context, async (tx) => {
      const before = await this.settings.branding(tx);
      assertExpected(expectedVersion, before.version);
      const branding = brand(before, wish);
      await this.settings.saveBranding(tx, branding);
      this.outbox.append(tx, [brandingChanged(context.tenantId, branding, before)]);
      return branding;
    });
  }

  /** Which programs are too old, set or not. */
  policy(context: RequestContext): Promise<DevicePolicy> {
    return this.transactor.read(context, (tx) => this.settings.policy(tx));
  }

  /** @throws Refusal `version_mismatch`. */
  setPolicy(
    context: RequestContext,
    minimumAppVersion: string | null,
    expectedVersion: number | undefined,
  ): Promise<DevicePolicy> {
    return this.transactor.run(context, async (tx) => {
      const before = await this.settings.policy(tx);
      assertExpected(expectedVersion, before.version);
      const policy = { minimumAppVersion, version: before.version + 1 };
      await this.settings.savePolicy(tx, policy);
      this.outbox.append(tx, [policyChanged(context.tenantId, policy, before)]);
      return policy;
    });
  }
}

function assertExpected(expected: number | undefined, currentVersion: number): void {
  if (expected !== undefined && expected !== currentVersion) throw new Refusal('version_mismatch', { currentVersion });
}
