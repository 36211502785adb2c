import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runAtCommit } from '../../../../platform/postgres/transaction.js';
import type { OutletsFacade } from '../../../outlets/index.js';
import type { DrawerOutlet, DrawerOutlets } from '../../ports/drawer-outlets.js';

const DAY_OPEN = { name: 'assert_day_open', text: 'select assert_day_open($1, $2)' };

/** The outlets of the tenant, open or not. */
export class TenantOutlets implements DrawerOutlets {
  constructor(private readonly outlets: OutletsFacade) {}

  outlet(tx: Tx, id: OutletId): Promise<DrawerOutlet | undefined> {
    return this.outlets.outlet(tx, id);
  }

  keepDayOpen(tx: Tx, id: OutletId, businessDate: string): void {
    runAtCommit(tx, { ...DAY_OPEN, values: [id, businessDate] });
  }
}
