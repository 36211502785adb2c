import type { OutletId } from '../../../kernel/ids.js';
import { negate, add, type Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { AccountEntry } from './account-entry.js';
import type { HouseAccount, HouseAccountId } from './house-account.js';

/** An account as events show it. */
export interface HouseAccountSnapshot {
  readonly id: HouseAccountId;
  readonly number: string;
  readonly name: string;
  readonly customerId: string | null;
  readonly status: string;
  readonly limit: Money;
  /** What is owed; below zero the business owes. */
  readonly balance: Money;
  /** @asType integer */
  readonly termsDays: number;
  /** Where it may be used; null is everywhere. */
  readonly outletIds: readonly OutletId[] | null;
  /** @asType integer */
  readonly version: number;
}

/** An entry of the account's ledger. */
export interface HouseAccountMovement {
  /**
   * Its place in the account's ledger.
   * @asType integer
   */
  readonly number: number;
  readonly kind: string;
  /** Above zero when more is owed after it. */
  readonly amount: Money;
  /** The balance before this entry. */
  readonly before: Money;
  readonly reason: string | null;
  readonly outletId: OutletId | null;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly refundId: string | null;
  /** With a repayment: how it was paid. */
  readonly tender: string | null;
  readonly reference: string | null;
  readonly drawerSessionId: string | null;
}

export interface HouseAccountOpened {
  readonly houseAccount: HouseAccountSnapshot;
}

/** An account, and what moved on it. */
export interface HouseAccountMoved {
  readonly houseAccount: HouseAccountSnapshot;
  readonly movement: HouseAccountMovement;
  readonly reason: string | null;
}

/** What can be changed of an account, as it was. */
export interface HouseAccountTerms {
  readonly name: string;
  readonly limit: Money;
  /** @asType integer */
  readonly termsDays: number;
  readonly outletIds: readonly OutletId[] | null;
}

export interface HouseAccountChanged {
  readonly houseAccount: HouseAccountSnapshot;
  readonly before: HouseAccountTerms;
  readonly reason: string;
}

export interface HouseAccountStatusBefore {
  readonly status: string;
}

/** An account whose standing was changed, and why. */
export interface HouseAccountStanding {
  readonly houseAccount: HouseAccountSnapshot;
  readonly before: HouseAccountStatusBefore;
  readonly reason: string;
}

/** The data of a house account's events by their types. */
export interface HouseAccountEvents {
  /** An account was opened; nothing is owed on it. */
  'pos.house_account.opened': HouseAccountOpened;
  /** Name, limit, terms or outlets of an account were changed. */
  'pos.house_account.changed': HouseAccountChanged;
  /** Something was bought on account. */
  'pos.house_account.charged': HouseAccountMoved;
  /** A purchase on account was refunded. */
  'pos.house_account.refunded': HouseAccountMoved;
  /** What was owed was paid, in whole or in part. */
  'pos.house_account.paid': HouseAccountMoved;
  /** Somebody corrected by hand what is owed. */
  'pos.house_account.adjusted': HouseAccountMoved;
  /** Nothing can be bought on an account until it is unblocked. */
  'pos.house_account.blocked': HouseAccountStanding;
  /** A blocked account may be bought on again. */
  'pos.house_account.unblocked': HouseAccountStanding;
  /** An account was ended. */
  'pos.house_account.closed': HouseAccountStanding;
  /** A closed account was opened again. */
  'pos.house_account.reopened': HouseAccountStanding;
}

export type HouseAccountEvent = {
  [Type in keyof HouseAccountEvents]: DomainEvent<Type, HouseAccountEvents[Type]>;
}[keyof HouseAccountEvents];

export type MovedType =
  'pos.house_account.charged' | 'pos.house_account.refunded' | 'pos.house_account.paid' | 'pos.house_account.adjusted';
export type StandingType =
  | 'pos.house_account.blocked'
  | 'pos.house_account.unblocked'
  | 'pos.house_account.closed'
  | 'pos.house_account.reopened';

/** The event of a new account. */
export function openedEvent(account: HouseAccount): HouseAccountEvent {
  return { type: 'pos.house_account.opened', ...placeOf(account), data: { houseAccount: snapshotOf(account) } };
}

/** The event of terms that were changed. @param before the account as it was. */
export function changedEvent(account: HouseAccount, before: HouseAccount, reason: string): HouseAccountEvent {
  const { name, limit, termsDays, outletIds } = before;
  const data = { houseAccount: snapshotOf(account), before: { name, limit, termsDays, outletIds }, reason };
  return { type: 'pos.house_account.changed', ...placeOf(account), data };
}

/** The event of an entry. @param account as it is afterwards; its version is the event's place. */
export function movedEvent(type: MovedType, account: HouseAccount, entry: AccountEntry): HouseAccountEvent {
  const { reason, outletId } = entry;
  const data = { houseAccount: snapshotOf(account), movement: toMovement(entry), reason };
  return { type, ...placeOf(account), outletId, data };
}

/** The event of an account that was blocked, unblocked, closed or opened again. */
export function standingEvent(
  type: StandingType,
  account: HouseAccount,
  { status }: HouseAccount,
  reason: string,
): HouseAccountEvent {
  return { type, ...placeOf(account), data: { houseAccount: snapshotOf(account), before: { status }, reason } };
}

function placeOf({ id, version }: HouseAccount) {
  return { aggregate: 'house_accounts', aggregateId: id, sequence: version, outletId: null };
}

function snapshotOf(account: HouseAccount): HouseAccountSnapshot {
  const { id, number, name, customerId, status, limit, balance, termsDays, outletIds, version } = account;
  return { id, number, name, customerId, status, limit, balance, termsDays, outletIds, version };
}

function toMovement({ amount, balance, ...rest }: AccountEntry): HouseAccountMovement {
  const { number, kind, reason, outletId, orderId, paymentId, refundId, tender, reference, drawerSessionId } = rest;
  const before = add(balance, negate(amount));
  return {
    ...{ number, kind, amount, before, reason, outletId, orderId, paymentId, refundId },
    ...{ tender, reference, drawerSessionId },
  };
}
