import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { HubRefusal } from '../domain/hub-refusal.js';
import type { HubDevices } from '../ports/hub-devices.js';

/** Proves people by their PINs, under the counts and locks of a device. */
export interface PinProof {
  /** @throws Refusal `credentials_refused`, `sign_in_locked`, `overloaded`, `secrets_not_configured`. */
  prove(context: RequestContext, deviceId: string, personId: string, pin: string): Promise<void>;
}

/** In the cloud: checks a PIN that somebody typed at a device which talks to a hub. */
export class CheckPinForHub {
  constructor(
    private readonly transactor: Transactor,
    private readonly devices: HubDevices,
    private readonly proof: PinProof,
  ) {}

  /** @throws Refusal `hub_required`, `hub_device_not_found`, and what a sign-in there would be refused with. */
  async execute(context: RequestContext, deviceId: string, personId: string, pin: string): Promise<void> {
    await this.transactor.read(context, async (tx) => {
      const outletId = await this.devices.outletOfHub(tx, context.principal);
      if (!(await this.devices.isAt(tx, deviceId, outletId)))
        throw new Refusal<HubRefusal>('hub_device_not_found', { deviceId });
    });
    await this.proof.prove(context, deviceId, personId, pin);
  }
}
