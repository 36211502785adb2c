import type { Tx } from '../../../../kernel/transaction.js';
import { UsageMeter, type LicensingFacade } from '../../../licensing/index.js';
import type { DeviceLicence, DevicePlan } from '../../ports/device-plan.js';
import type { DeviceRepository } from '../../ports/device-repository.js';

/** The plan of the business, as licensing keeps it. */
export class LicensedDevices implements DevicePlan {
  constructor(private readonly licensing: LicensingFacade) {}

  reserve(tx: Tx, inUse: () => Promise<number>): Promise<void> {
    return this.licensing.reserve(tx, 'devices', inUse);
  }

  licence(tx: Tx): Promise<DeviceLicence> {
    return this.licensing.forClients(tx);
  }
}

/** Counts the devices that are linked. */
export class DeviceMeter extends UsageMeter {
  readonly thing = 'devices';

  constructor(private readonly devices: Pick<DeviceRepository, 'countLinked'>) {
    super();
  }

  count(tx: Tx): Promise<number> {
    return this.devices.countLinked(tx);
  }
}
