import type { Tx } from '../../../../kernel/transaction.js';
import type { LicensingFacade } from '../../../licensing/index.js';
import type { DeviceRecord } from '../../domain/snapshot.js';
import type { ClientLicence } from '../../ports/master-data.js';

/** The licence as licensing tells it to clients. */
export class LicenceForDevices implements ClientLicence {
  constructor(private readonly licensing: Pick<LicensingFacade, 'forClients'>) {}

  async read(tx: Tx): Promise<Pick<DeviceRecord, 'licence' | 'features' | 'flags'>> {
    const { plan, status, features, flags, paidUntil, ordersUntil } = await this.licensing.forClients(tx);
    const until = { paidUntil: paidUntil?.toISOString() ?? null, ordersUntil: ordersUntil?.toISOString() ?? null };
    return { licence: { plan, status, ...until }, features, flags };
  }
}
