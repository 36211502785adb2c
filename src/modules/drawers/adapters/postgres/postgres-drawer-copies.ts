import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import { DrawerCopies } from '../../application/drawer-copies.js';
import type { DrawerPolicy } from '../../domain/drawer-policy.js';
import type { Drawer } from '../../domain/drawer.js';
import type { PolicyRepository } from '../../ports/drawer-repository.js';
import { toDrawer, type DrawerTables } from './drawer-rows.js';

const DRAWERS_MAX = 500;

/** Drawers for those who keep a copy. */
export class PostgresDrawerCopies extends DrawerCopies {
  constructor(private readonly policies: Pick<PolicyRepository, 'of'>) {
    super();
  }

  async drawers(tx: Tx, outletId: OutletId): Promise<readonly Drawer[]> {
    const rows = await transactionOf<DrawerTables>(tx)
      .selectFrom('drawers')
      .selectAll()
      .where('outlet_id', '=', outletId)
      .orderBy('name')
      .orderBy('id')
      .limit(DRAWERS_MAX)
      .execute();
    return rows.map(toDrawer);
  }

  policy(tx: Tx, outletId: OutletId): Promise<DrawerPolicy> {
    return this.policies.of(tx, outletId);
  }
}
