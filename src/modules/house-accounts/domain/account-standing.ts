import type { OutletId } from '../../../kernel/ids.js';
import { zero } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { AccountDecision } from './account-ledger.js';
import { changedEvent, openedEvent, standingEvent, type StandingType } from './house-account-events.js';
import {
  assertCurrency,
  refusalOf,
  type AccountTerms,
  type HouseAccount,
  type HouseAccountId,
  type HouseAccountRefusal,
} from './house-account.js';

export interface AccountWish extends AccountTerms {
  readonly number: string;
  readonly customerId: string | null;
}

/** Opens an account on which nothing is owed. @throws Refusal `house_account_amount_invalid` for a limit below zero. */
export function openAccount(wish: AccountWish, id: HouseAccountId, at: Date): AccountDecision {
  assertLimit(wish, { id, number: wish.number });
  const state: HouseAccount = {
    ...{ ...wish, id, status: 'open', statusReason: null, balance: zero(wish.limit.currency) },
    ...{ openedAt: at, movements: 0, movedAt: at, version: 1 },
  };
  return { state, events: [openedEvent(state)], entries: [] };
}

/**
 * Changes name, limit, terms or outlets. What is owed already may be above a lower limit: then nothing more can be bought.
 * @throws Refusal `house_account_closed`, `house_account_currency`, `house_account_amount_invalid`.
 */
export function changeAccount(account: HouseAccount, changes: Partial<AccountTerms>, reason: string): AccountDecision {
  if (account.status === 'closed') throw refusalOf('house_account_closed', account);
  const changed = { ...account, ...changes };
  assertCurrency(account, changed.limit.currency);
  assertLimit(changed, account);
  const state = { ...changed, version: account.version + 1 };
  return { state, events: [changedEvent(state, account, reason)], entries: [] };
}

/** Keeps an account from being bought on. @throws Refusal `house_account_blocked`, `house_account_closed`. */
export function blockAccount(account: HouseAccount, reason: string): AccountDecision {
  if (account.status !== 'open') throw refusalOf(`house_account_${account.status}`, account);
  return standing(account, 'pos.house_account.blocked', reason);
}

/** Lets a blocked account be bought on again. @throws Refusal `house_account_not_blocked`. */
export function unblockAccount(account: HouseAccount, reason: string): AccountDecision {
  if (account.status !== 'blocked') throw refusalOf('house_account_not_blocked', account);
  return standing(account, 'pos.house_account.unblocked', reason);
}

/** Ends an account on which nothing is owed either way. @throws Refusal `house_account_closed`, `house_account_not_settled`. */
export function closeAccount(account: HouseAccount, reason: string): AccountDecision {
  if (account.status === 'closed') throw refusalOf('house_account_closed', account);
  if (account.balance.amount !== 0) {
    throw refusalOf('house_account_not_settled', account, { balance: account.balance });
  }
  return standing(account, 'pos.house_account.closed', reason);
}

/** Takes a closing back. @throws Refusal `house_account_not_closed`. */
export function reopenAccount(account: HouseAccount, reason: string): AccountDecision {
  if (account.status !== 'closed') throw refusalOf('house_account_not_closed', account);
  return standing(account, 'pos.house_account.reopened', reason);
}

/**
 * Checks where an account is to be used. A caller bound to outlets opens accounts for these.
 * @param known the outlets of the tenant that the caller may act for. @throws Refusal `house_account_outlets_invalid`.
 */
export function assertOutlets(
  outletIds: readonly OutletId[] | null,
  known: ReadonlySet<OutletId>,
  isBound: boolean,
): void {
  if (outletIds === null && !isBound) return;
  const bad = outletIds === null ? -1 : outletIds.findIndex((id) => !known.has(id));
  if (outletIds !== null && bad === -1) return;
  const pointer = bad === -1 ? '/outletIds' : `/outletIds/${bad}`;
  const message = bad === -1 ? 'must name outlets that you act for' : 'must be an outlet that you act for';
  throw new Refusal<HouseAccountRefusal>('house_account_outlets_invalid', {}, [{ pointer, message }]);
}

const STATUS_AFTER = {
  'pos.house_account.blocked': 'blocked',
  'pos.house_account.unblocked': 'open',
  'pos.house_account.closed': 'closed',
  'pos.house_account.reopened': 'open',
} as const satisfies Record<StandingType, HouseAccount['status']>;

function standing(account: HouseAccount, type: StandingType, reason: string): AccountDecision {
  const status = STATUS_AFTER[type];
  const statusReason = status === 'open' ? null : reason;
  const state: HouseAccount = { ...account, status, statusReason, version: account.version + 1 };
  return { state, events: [standingEvent(type, state, account, reason)], entries: [] };
}

function assertLimit({ limit }: AccountTerms, account: Pick<HouseAccount, 'id' | 'number'>): void {
  if (limit.amount < 0) throw refusalOf('house_account_amount_invalid', account);
}
