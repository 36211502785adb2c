import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { ShiftOutlet, ShiftOutlets } from '../../ports/shift-outlets.js';

/** The outlets of the tenant, open or not. */
export class TenantOutlets implements ShiftOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  outlet(tx: Tx, id: OutletId): Promise<ShiftOutlet | undefined> {
    return this.outlets.outlet(tx, id);
  }
}
