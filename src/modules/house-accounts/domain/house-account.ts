import type { Id, OutletId } from '../../../kernel/ids.js';
import { subtract, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';

export type HouseAccountId = Id<'house-account'>;

export type HouseAccountStatus = 'open' | 'blocked' | 'closed';

/** What may be changed of an account; the rest of it moves by its ledger and its commands. */
export interface AccountTerms {
  readonly name: string;
  /** The most that may be owed; a purchase that goes above it is refused. */
  readonly limit: Money;
  /** Days after a purchase from which it is overdue; 0 is due at once. */
  readonly termsDays: number;
  /** Where it may be used; null is everywhere. */
  readonly outletIds: readonly OutletId[] | null;
}

/** A customer's account: goods now, money later. */
export interface HouseAccount extends AccountTerms {
  readonly id: HouseAccountId;
  /** Short, in capitals, unique in the business: what the cashier types. */
  readonly number: string;
  readonly customerId: string | null;
  readonly status: HouseAccountStatus;
  /** Why it is blocked or closed. */
  readonly statusReason: string | null;
  /** What is owed: the sum of its ledger. Below zero the business owes. */
  readonly balance: Money;
  readonly openedAt: Date;
  /** Entries in its ledger, and the time of the latest. */
  readonly movements: number;
  readonly movedAt: Date;
  /** Counts its events. */
  readonly version: number;
}

export type HouseAccountRefusal =
  | 'house_account_not_found'
  | 'house_account_unknown'
  | 'house_account_id_taken'
  | 'house_account_number_invalid'
  | 'house_account_number_taken'
  | 'house_account_customer_taken'
  | 'house_account_outlets_invalid'
  | 'house_account_amount_invalid'
  | 'house_account_currency'
  | 'house_account_blocked'
  | 'house_account_not_blocked'
  | 'house_account_closed'
  | 'house_account_not_closed'
  | 'house_account_not_settled'
  | 'house_account_limit_exceeded'
  | 'house_account_payment_too_high'
  | 'house_account_refund_too_high'
  | 'house_account_drawer_needed'
  | 'house_account_statement_invalid';

/** The most days of terms: what is owed for longer than a year is not trade on account. */
export const TERMS_DAYS_MAX = 365;

/** A refusal about an account: its facts name it by id and number. */
export function refusalOf(
  code: HouseAccountRefusal,
  { id, number }: Pick<HouseAccount, 'id' | 'number'>,
  facts: Readonly<Record<string, unknown>> = {},
): Refusal<HouseAccountRefusal> {
  return new Refusal<HouseAccountRefusal>(code, { accountId: id, number, ...facts });
}

/** What may still be bought; below zero where the limit was lowered, or a correction went above it. */
export function availableOn({ limit, balance }: HouseAccount): Money {
  return subtract(limit, balance);
}

/** True where the account may be used. */
export function isUsableAt({ outletIds }: Pick<HouseAccount, 'outletIds'>, outletId: OutletId): boolean {
  return outletIds === null || outletIds.includes(outletId);
}

/** Checks the amount of a command. @throws Refusal `house_account_amount_invalid`, `house_account_currency`. */
export function assertAmount(account: HouseAccount, amount: Money): void {
  if (amount.amount <= 0) throw refusalOf('house_account_amount_invalid', account);
  assertCurrency(account, amount.currency);
}

/** @throws Refusal `house_account_currency`. */
export function assertCurrency(account: HouseAccount, currency: string): void {
  const expected = account.balance.currency;
  if (currency !== expected) throw refusalOf('house_account_currency', account, { expected, actual: currency });
}
