import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Cash that pays an account, on its way into a drawer. */
export interface CashPaidIn {
  readonly sessionId: string;
  readonly amount: Money;
  readonly reason: string;
}

/** What this module asks of drawers. */
export interface AccountDrawers {
  /** True when the outlet takes cash only into an open drawer session. */
  sessionRequired(tx: Tx, outletId: OutletId): Promise<boolean>;
  /** @returns the outlet of the drawer. @throws Refusal `drawer_session_not_found`, `drawer_session_not_open`, `drawer_count_forced`. */
  paidIn(tx: Tx, context: RequestContext, cash: CashPaidIn): Promise<OutletId>;
}
