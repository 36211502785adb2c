import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { StreamOutlets } from '../../ports/stream-outlets.js';

/** Places of sale as the outlets module has them, closed ones too. */
export class KnownOutlets implements StreamOutlets {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: OutletsFacade,
  ) {}

  exists(tenantId: TenantId, id: OutletId): Promise<boolean> {
    return this.transactor.read({ tenantId }, async (tx) => (await this.outlets.outlet(tx, id)) !== undefined);
  }
}
