import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { AccountEntry, EntryKind } from '../domain/account-entry.js';
import type { HouseAccount, HouseAccountId, HouseAccountStatus } from '../domain/house-account.js';
import type { StatementFacts, StatementPeriod } from '../domain/statement.js';

export interface AccountQuery {
  readonly status?: HouseAccountStatus | undefined;
  readonly customerId?: string | undefined;
  /** As it is kept. */
  readonly number?: string | undefined;
  /** Part of the number or the name. */
  readonly q?: string | undefined;
  /** Only accounts on which something is owed, either way. */
  readonly owing?: boolean | undefined;
  readonly limit: number;
  /** Opening time and id of the last account of the page before. */
  readonly after?: readonly [openedAt: string, id: string] | undefined;
}

/** An entry of a ledger and who made it. */
export type RecordedEntry = AccountEntry & { readonly actor: string };

export interface EntryQuery {
  readonly kind?: EntryKind | undefined;
  readonly limit: number;
  /** The number of the last entry of the page before. */
  readonly after?: number | undefined;
}

/** What is owed in one currency. */
export interface OwedTotal {
  readonly currency: string;
  /** Accounts on which something is owed, either way. */
  readonly accounts: number;
  readonly owed: Money;
  /** What the business owes: accounts below zero. */
  readonly credit: Money;
  /** The limits of all accounts that can be bought on. */
  readonly limits: Money;
}

/** What callers ask about accounts; those bound to outlets see the accounts that may be used there. Pages have one entry more. */
export interface HouseAccountViews {
  /** @throws Refusal `house_account_not_found`. */
  account(context: RequestContext, id: HouseAccountId): Promise<HouseAccount>;
  /** Newest first. */
  accounts(context: RequestContext, query: AccountQuery): Promise<readonly HouseAccount[]>;
  /** Newest first. @throws Refusal `house_account_not_found`. */
  entries(context: RequestContext, id: HouseAccountId, query: EntryQuery): Promise<readonly RecordedEntry[]>;
  /** @throws Refusal `house_account_not_found`. */
  statement(context: RequestContext, id: HouseAccountId, period: StatementPeriod): Promise<StatementFacts>;
  /** By currency. */
  balances(context: RequestContext): Promise<readonly OwedTotal[]>;
}
