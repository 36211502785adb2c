import { Refusal } from '../../../kernel/refusal.js';
import { HouseAccountsFacade } from './house-accounts-facade.js';

/** Nobody buys on account. */
export class NoHouseAccounts extends HouseAccountsFacade {
  charge(): Promise<never> {
    return Promise.reject(new Refusal('house_account_unknown'));
  }
  giveBack(): Promise<void> {
    return Promise.resolve();
  }
}
