import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { DrawersFacade } from '../../../drawers/index.js';
import type { AccountDrawers, CashPaidIn } from '../../ports/account-drawers.js';

/** Puts cash that pays accounts into drawers. */
export class RepaymentDrawers implements AccountDrawers {
  constructor(private readonly drawers: DrawersFacade) {}

  sessionRequired(tx: Tx, outletId: OutletId): Promise<boolean> {
    return this.drawers.sessionRequired(tx, outletId);
  }

  async paidIn(tx: Tx, context: RequestContext, cash: CashPaidIn): Promise<OutletId> {
    return (await this.drawers.paidIn(tx, context, { ...cash, category: 'account_payment' })).outletId;
  }
}
