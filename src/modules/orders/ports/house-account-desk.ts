import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { GivenBack } from './gift-card-desk.js';

/** A purchase on account. */
export interface AccountPayment {
  readonly orderId: string;
  readonly paymentId: string;
  readonly outletId: OutletId;
  /** The account's number; `null`: that of the order's customer. */
  readonly account: string | null;
  readonly customerId: string | null;
  readonly amount: Money;
}

/** House accounts: the ledger's entry commits with the sale, or not at all. */
export interface HouseAccountDesk {
  /** @throws Refusal of the ledger. */
  charge(tx: Tx, payment: AccountPayment): Promise<{ readonly number: string }>;
  giveBack(tx: Tx, refund: GivenBack): Promise<void>;
}
