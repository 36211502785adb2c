import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { AccountDecision } from '../domain/account-ledger.js';
import type { HouseAccount, HouseAccountId } from '../domain/house-account.js';

/** What a payment charged an account with, and how much of it was given back. */
export interface PaymentOnAccount {
  readonly accountId: HouseAccountId;
  readonly charged: number;
  readonly refunded: number;
  /** Whether this very refund was booked before. */
  readonly isDone: boolean;
}

/** Keeps accounts and their ledgers. Whoever changes an account holds its lock, so no two use up one limit at a time. */
export interface HouseAccountRepository {
  /**
   * Locks the account until the transaction ends. @param outlets those the caller is bound to, if any: an account for none of
   * them is as good as absent. @throws Refusal `house_account_not_found`.
   */
  get(tx: Tx, id: HouseAccountId, outlets: ReadonlySet<OutletId> | undefined): Promise<HouseAccount>;
  /** The account of a number, locked. */
  byNumber(tx: Tx, number: string): Promise<HouseAccount | undefined>;
  /** The customer's account that is not closed, locked; the one in the currency where there are several. */
  byCustomer(tx: Tx, customerId: string, currency: string): Promise<HouseAccount | undefined>;
  /** Adds an account. @throws Refusal `house_account_id_taken`, `house_account_number_taken`, `house_account_customer_taken`. */
  add(tx: Tx, account: HouseAccount): Promise<void>;
  /**
   * Saves what was decided on an account that is locked: its state together with the entries that made its balance.
   * @throws Refusal `house_account_customer_taken` when it was opened again.
   */
  save(tx: Tx, decision: AccountDecision): Promise<void>;
  /** Whether a payment is on any account. */
  isCharged(tx: Tx, paymentId: string): Promise<boolean>;
  /** After the account was locked; `undefined` when the payment is on none. */
  payment(tx: Tx, paymentId: string, refundId: string): Promise<PaymentOnAccount | undefined>;
}
