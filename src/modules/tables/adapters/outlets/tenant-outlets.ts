import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { TableOutlets } from '../../ports/table-outlets.js';

/** The outlets of the tenant, open or not. */
export class TenantOutlets implements TableOutlets {
  constructor(private readonly outlets: Pick<OutletsFacade, 'outlet'>) {}

  async exists(tx: Tx, id: OutletId): Promise<boolean> {
    return (await this.outlets.outlet(tx, id)) !== undefined;
  }
}
