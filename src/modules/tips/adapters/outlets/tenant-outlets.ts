import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { TipOutlet, TipOutlets } from '../../ports/neighbours.js';

/** The outlets of the tenant, open or not. */
export class TenantOutlets implements TipOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  outlet(tx: Tx, id: OutletId): Promise<TipOutlet | undefined> {
    return this.outlets.outlet(tx, id);
  }
}
