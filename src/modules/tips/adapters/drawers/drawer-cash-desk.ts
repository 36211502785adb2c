import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { DrawersFacade } from '../../../drawers/index.js';
import type { CashDesk } from '../../ports/neighbours.js';

/** The drawers of the tenant. */
export class DrawerCashDesk implements CashDesk {
  constructor(private readonly drawers: DrawersFacade) {}

  async tipOut(tx: Tx, context: RequestContext, cash: Parameters<CashDesk['tipOut']>[2]): Promise<OutletId> {
    return (await this.drawers.tipOut(tx, context, cash)).outletId;
  }
}
