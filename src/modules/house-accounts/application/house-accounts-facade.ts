import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** A purchase on account. */
export interface AccountCharge {
  readonly orderId: string;
  readonly paymentId: string;
  readonly outletId: OutletId;
  /** The account's number as typed or scanned; `null`: the account of the order's customer. */
  readonly account: string | null;
  readonly customerId: string | null;
  readonly amount: Money;
}

/** What other modules may do with house accounts (`dinau`), within their own transaction. */
export abstract class HouseAccountsFacade {
  /**
   * Buys on account. @throws Refusal `house_account_unknown`, `house_account_closed`, `house_account_blocked`,
   * `house_account_limit_exceeded`, `house_account_currency`, `payment_id_taken`.
   */
  abstract charge(tx: Tx, charge: AccountCharge): Promise<{ readonly accountId: string; readonly number: string }>;
  /** Gives a refunded amount back to the account that a payment charged; the same refund of the same payment again does nothing. */
  abstract giveBack(
    tx: Tx,
    refund: {
      readonly refundId: string;
      readonly paymentId: string;
      readonly orderId: string;
      readonly outletId: OutletId;
      readonly amount: Money;
    },
  ): Promise<void>;
}
