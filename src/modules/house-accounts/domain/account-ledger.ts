import type { Decision } from '../../../kernel/decision.js';
import { add, negate, type Money } from '../../../kernel/money.js';
import type { OutletId } from '../../../kernel/ids.js';
import { NO_CIRCUMSTANCES, type AccountEntry, type NewEntry, type RepaymentTender } from './account-entry.js';
import { movedEvent, type HouseAccountEvent, type MovedType } from './house-account-events.js';
import { assertAmount, assertCurrency, isUsableAt, refusalOf, type HouseAccount } from './house-account.js';

/** What a command on an account decided: the entry for its ledger, where it made one, besides state and events. */
export interface AccountDecision extends Decision<HouseAccount, HouseAccountEvent> {
  readonly entries: readonly AccountEntry[];
}

export interface AccountPurchase {
  readonly orderId: string;
  readonly paymentId: string;
  readonly outletId: OutletId;
}
export type PurchaseRefund = AccountPurchase & { readonly refundId: string };

export interface Repayment {
  readonly amount: Money;
  readonly tender: RepaymentTender;
  readonly reference: string | null;
  readonly outletId: OutletId | null;
  readonly drawerSessionId: string | null;
}

/**
 * Buys on account. @throws Refusal `house_account_unknown` (not for this outlet), `house_account_blocked`, `house_account_closed`,
 * `house_account_currency`, `house_account_amount_invalid`, `house_account_limit_exceeded`.
 */
export function chargeAccount(
  account: HouseAccount,
  amount: Money,
  purchase: AccountPurchase,
  at: Date,
): AccountDecision {
  if (!isUsableAt(account, purchase.outletId)) throw refusalOf('house_account_unknown', account);
  if (account.status === 'closed') throw refusalOf('house_account_closed', account);
  if (account.status === 'blocked') throw refusalOf('house_account_blocked', account);
  assertAmount(account, amount);
  const owed = add(account.balance, amount);
  if (owed.amount > account.limit.amount) {
    const { limit, balance } = account;
    throw refusalOf('house_account_limit_exceeded', account, { limit, balance });
  }
  return booked(account, 'pos.house_account.charged', { ...purchase, kind: 'charge', amount, at });
}

/**
 * Takes a refunded purchase off what is owed. Never refused for the account's state: the goods are back. What had been paid
 * already is then owed to the customer. @throws Refusal `house_account_amount_invalid`, `house_account_currency`.
 */
export function refundToAccount(
  account: HouseAccount,
  amount: Money,
  refund: PurchaseRefund,
  at: Date,
): AccountDecision {
  assertAmount(account, amount);
  return booked(account, 'pos.house_account.refunded', { ...refund, kind: 'refund', amount: negate(amount), at });
}

/**
 * Pays what is owed, in whole or in part; a blocked account takes money too.
 * @throws Refusal `house_account_closed`, `house_account_amount_invalid`, `house_account_currency`,
 * `house_account_payment_too_high` (more than is owed).
 */
export function payAccount(account: HouseAccount, repayment: Repayment, at: Date): AccountDecision {
  const { amount, ...how } = repayment;
  if (account.status === 'closed') throw refusalOf('house_account_closed', account);
  assertAmount(account, amount);
  if (amount.amount > account.balance.amount) {
    throw refusalOf('house_account_payment_too_high', account, { balance: account.balance });
  }
  return booked(account, 'pos.house_account.paid', { ...how, kind: 'payment', amount: negate(amount), at });
}

/**
 * Corrects by hand what is owed, whatever the account's state: interest, a debt given up, a credit paid out.
 * @param amount more or less than nothing. @throws Refusal `house_account_amount_invalid`, `house_account_currency`.
 */
export function adjustAccount(account: HouseAccount, amount: Money, reason: string, at: Date): AccountDecision {
  assertCurrency(account, amount.currency);
  if (amount.amount === 0) throw refusalOf('house_account_amount_invalid', account);
  return booked(account, 'pos.house_account.adjusted', { kind: 'adjust', amount, at, reason });
}

/** Makes an entry in an account's ledger: the only way in which a balance changes. */
function booked(account: HouseAccount, type: MovedType, entry: NewEntry): AccountDecision {
  const balance = add(account.balance, entry.amount);
  // Who waited for the account's lock may have begun before the one it waited for; the ledger goes on, never back.
  const at = entry.at < account.movedAt ? account.movedAt : entry.at;
  const number = account.movements + 1;
  const made: AccountEntry = { ...NO_CIRCUMSTANCES, ...entry, number, balance, at };
  const state = { ...account, balance, movements: number, movedAt: at, version: account.version + 1 };
  return { state, events: [movedEvent(type, state, made)], entries: [made] };
}
