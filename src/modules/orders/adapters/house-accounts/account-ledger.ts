import type { Tx } from '../../../../kernel/transaction.js';
import type { HouseAccountsFacade } from '../../../house-accounts/index.js';
import type { GivenBack } from '../../ports/gift-card-desk.js';
import type { AccountPayment, HouseAccountDesk } from '../../ports/house-account-desk.js';

/** House accounts as their module keeps them. */
export class AccountLedger implements HouseAccountDesk {
  constructor(private readonly accounts: HouseAccountsFacade) {}

  charge(tx: Tx, payment: AccountPayment): Promise<{ readonly number: string }> {
    return this.accounts.charge(tx, payment);
  }

  giveBack(tx: Tx, refund: GivenBack): Promise<void> {
    return this.accounts.giveBack(tx, refund);
  }
}
