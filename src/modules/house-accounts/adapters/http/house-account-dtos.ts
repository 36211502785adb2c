import {
  moneyDto,
  type CurrencyCode,
  type MoneyDto,
  type Timestamp,
  type Uuid,
} from '../../../../platform/http/values.js';
import type { PaidAccount } from '../../application/pay-account.js';
import type { AccountEntry } from '../../domain/account-entry.js';
import { availableOn, type HouseAccount } from '../../domain/house-account.js';
import type { OwedTotal, RecordedEntry } from '../../ports/house-account-views.js';

export type HouseAccountStatusName = 'open' | 'blocked' | 'closed';
export type HouseAccountEntryKind = 'charge' | 'refund' | 'payment' | 'adjust';
export type HouseAccountTender = 'cash' | 'card' | 'bank_transfer';

/**
 * As typed or scanned: letter case does not matter.
 * @minLength 1
 * @maxLength 40
 * @example "D-0042"
 */
export type HouseAccountNumber = string;

/**
 * Why; kept, and told in the event.
 * @minLength 1
 * @maxLength 200
 * @example "agreed with the owner"
 */
export type HouseAccountReason = string;

/**
 * @minLength 1
 * @maxLength 200
 * @example "Boulangerie Moreau"
 */
export type HouseAccountName = string;

/**
 * Days after a purchase from which it is overdue; 0 is due at once.
 * @isInt
 * @minimum 0
 * @maximum 365
 */
export type HouseAccountTermsDays = number;

/**
 * Where the account may be used; null is everywhere.
 * @minItems 1
 * @maxItems 200
 */
export type HouseAccountOutlets = Uuid[];

/**
 * Whole minor units, nothing or more.
 * @isInt must be an integer of minor units
 * @minimum 0
 * @maximum 9007199254740991
 */
export type HouseAccountLimitUnits = number;

/** The most that may be owed. */
export interface HouseAccountLimit {
  amount: HouseAccountLimitUnits;
  currency: CurrencyCode;
}

export interface OpenHouseAccountRequest {
  id?: Uuid;
  /** Unique in the business. */
  number: HouseAccountNumber;
  name: HouseAccountName;
  /**
   * Whose it is. A customer has one account in a currency that is not closed; orders of the customer go on it by themselves.
   * @minLength 1
   * @maxLength 100
   */
  customerId?: string | null;
  /** The most that may be owed; its currency is the account's. */
  limit: HouseAccountLimit;
  /** 30 when absent. */
  termsDays?: HouseAccountTermsDays;
  outletIds?: HouseAccountOutlets | null;
}

/** What is absent stays. */
export interface ChangeHouseAccountRequest {
  name?: HouseAccountName;
  limit?: HouseAccountLimit;
  termsDays?: HouseAccountTermsDays;
  outletIds?: HouseAccountOutlets | null;
  reason: HouseAccountReason;
}

export interface HouseAccountReasonRequest {
  reason: HouseAccountReason;
}

export interface AdjustHouseAccountRequest {
  /** Above zero when more is owed after it. */
  amount: MoneyDto;
  reason: HouseAccountReason;
}

export interface PayHouseAccountRequest {
  /** At most what is owed. */
  amount: MoneyDto;
  tender: HouseAccountTender;
  /**
   * Such as the number of a transfer.
   * @minLength 1
   * @maxLength 100
   */
  reference?: string | null;
  /** Where the money was taken; needed with cash that goes into no drawer. */
  outletId?: Uuid | null;
  /** The open drawer session that cash goes into. */
  drawerSessionId?: Uuid | null;
}

/** An account. */
export interface HouseAccountResponse {
  id: Uuid;
  number: string;
  name: string;
  customerId: string | null;
  status: HouseAccountStatusName;
  /** Why it is blocked or closed. */
  statusReason: string | null;
  limit: MoneyDto;
  /** What is owed; below zero the business owes. */
  balance: MoneyDto;
  /** Limit less balance. */
  available: MoneyDto;
  termsDays: HouseAccountTermsDays;
  outletIds: Uuid[] | null;
  openedAt: Timestamp;
  /** @isInt */
  version: number;
}

/** An entry of an account's ledger. */
export interface HouseAccountEntryResponse {
  /**
   * Its place in the account's ledger, from 1 without gaps.
   * @isInt
   */
  number: number;
  kind: HouseAccountEntryKind;
  /** Above zero when more is owed after it. */
  amount: MoneyDto;
  /** After it. */
  balance: MoneyDto;
  at: Timestamp;
  reason: string | null;
  outletId: Uuid | null;
  orderId: Uuid | null;
  paymentId: Uuid | null;
  refundId: Uuid | null;
  tender: HouseAccountTender | null;
  reference: string | null;
  drawerSessionId: Uuid | null;
}

export interface HouseAccountRecordedEntryResponse extends HouseAccountEntryResponse {
  /** Who did it. */
  actor: string;
}

/** An account after a repayment. */
export interface HouseAccountPaymentResponse {
  account: HouseAccountResponse;
  entry: HouseAccountEntryResponse;
}

/** What is owed in one currency. */
export interface HouseAccountBalanceRow {
  currency: CurrencyCode;
  /**
   * Accounts on which something is owed, either way.
   * @isInt
   */
  accounts: number;
  owed: MoneyDto;
  /** What the business owes to accounts. */
  credit: MoneyDto;
  /** The limits of all open accounts. */
  limits: MoneyDto;
}

export interface HouseAccountBalancesResponse {
  /** By currency. */
  data: HouseAccountBalanceRow[];
}

/** Shows an account. */
export function toHouseAccount(account: HouseAccount): HouseAccountResponse {
  const { id, number, name, customerId, status, statusReason, limit, balance, termsDays, outletIds, version } = account;
  return {
    ...{ id, number, name, customerId, status, statusReason, limit: moneyDto(limit), balance: moneyDto(balance) },
    ...{ available: moneyDto(availableOn(account)), termsDays, outletIds: outletIds === null ? null : [...outletIds] },
    ...{ openedAt: account.openedAt.toISOString(), version },
  };
}

/** Shows an entry. */
export function toHouseAccountEntry({ amount, balance, at, ...entry }: AccountEntry): HouseAccountEntryResponse {
  const { number, kind, reason, outletId, orderId, paymentId, refundId, tender, reference, drawerSessionId } = entry;
  return {
    ...{ number, kind, amount: moneyDto(amount), balance: moneyDto(balance), at: at.toISOString(), reason },
    ...{ outletId, orderId, paymentId, refundId, tender, reference, drawerSessionId },
  };
}

/** Shows an entry with who made it. */
export function toRecordedEntry(entry: RecordedEntry): HouseAccountRecordedEntryResponse {
  return { ...toHouseAccountEntry(entry), actor: entry.actor };
}

/** Shows what a repayment did. */
export function toPaidAccount({ account, entry }: PaidAccount): HouseAccountPaymentResponse {
  return { account: toHouseAccount(account), entry: toHouseAccountEntry(entry) };
}

/** Shows totals of what is owed. */
export function toBalances(totals: readonly OwedTotal[]): HouseAccountBalancesResponse {
  return {
    data: totals.map(({ currency, accounts, owed, credit, limits }) => ({
      ...{ currency, accounts, owed: moneyDto(owed), credit: moneyDto(credit), limits: moneyDto(limits) },
    })),
  };
}
