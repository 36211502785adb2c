import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { DeviceRules } from '../domain/device-configuration.js';
import { OLD_TOKEN_MS, rotateToken } from '../domain/device-lifecycle.js';
import { withConfiguration, type DeviceState } from '../domain/device-state.js';
import type { Device } from '../domain/device.js';
import type { DeviceRepository } from '../ports/device-repository.js';
import type { DeviceSecrets } from '../ports/device-secrets.js';
import { selfOf } from './device-access.js';
import type { DeviceConfiguration, DeviceConfigurations } from './device-configurations.js';

/** What a device works by, and the number of it. */
export interface NumberedConfiguration {
  readonly device: Device;
  readonly configuration: DeviceConfiguration;
  readonly nextReceipt: number | null;
  readonly revision: number;
}

/** A device's new token: the only time that it is known. */
export interface RotatedToken {
  readonly token: string;
  readonly oldUntil: Date;
}

/** What a device asks for itself. */
export class ServeDevice {
  constructor(
    private readonly transactor: Transactor,
    private readonly devices: DeviceRepository,
    private readonly configurations: DeviceConfigurations,
    private readonly secrets: DeviceSecrets,
    private readonly outbox: Outbox,
  ) {}

  /** Shows the caller itself. @throws Refusal `not_a_device`. */
  self(context: RequestContext): Promise<{ device: Device; state: DeviceState }> {
    const id = selfOf(context);
    return this.transactor.run(context, (tx) => this.devices.getState(tx, id));
  }

  /** A number of its own for each configuration that is not the one before. @throws Refusal `not_a_device`. */
  configuration(context: RequestContext, rules: DeviceRules): Promise<NumberedConfiguration> {
    const id = selfOf(context);
    return this.transactor.run(context, async (tx) => {
      const { device, state } = await this.devices.getState(tx, id);
      const { configuration, hash } = await this.configurations.of(tx, device, rules);
      const next = withConfiguration(state, hash);
      if (next !== state) await this.devices.saveState(tx, id, next);
      const nextReceipt = await this.configurations.nextReceipt(tx, device);
      return { device, configuration, nextReceipt, revision: next.configurationRevision };
    });
  }

  /** The token that the device has is good for a day more: its answer may get lost. @throws Refusal `not_a_device`, `device_unlinked`. */
  rotate(context: RequestContext): Promise<RotatedToken> {
    const id = selfOf(context);
    const { at, tenantId } = context;
    return this.transactor.run(context, async (tx) => {
      const { state, events } = rotateToken(await this.devices.get(tx, id), at);
      const oldUntil = new Date(at.getTime() + OLD_TOKEN_MS);
      const { text, hash } = this.secrets.newToken(tenantId);
      await this.devices.endTokens(tx, id, at, oldUntil);
      await this.devices.addToken(tx, id, hash, at);
      await this.devices.save(tx, state);
      this.outbox.append(tx, events);
      return { token: text, oldUntil };
    });
  }
}
