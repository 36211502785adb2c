import type { Money } from '../../../kernel/money.js';
import { add, negate, zero } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { AccountEntry, EntryKind } from './account-entry.js';
import type { HouseAccount, HouseAccountRefusal } from './house-account.js';

/** A statement with more entries than this goes in several periods. */
export const STATEMENT_ENTRIES_MAX = 5_000;

/** Half-open: `from` counts, `to` does not; null is from the beginning. */
export interface StatementPeriod {
  readonly from: Date | null;
  readonly to: Date;
}

/** What is owed at the end, by how long: what was paid, given back or taken off settles the oldest first. */
export interface Ageing {
  /** Up to 30 days. */
  readonly days0To30: Money;
  readonly days31To60: Money;
  readonly days61To90: Money;
  readonly over90: Money;
  /** For longer than the account's terms. */
  readonly overdue: Money;
}

/** What was read of an account's ledger. */
export interface StatementFacts {
  readonly account: HouseAccount;
  readonly opening: Money;
  readonly closing: Money;
  readonly ageing: Ageing;
  /** One more than `STATEMENT_ENTRIES_MAX` when there are more. */
  readonly entries: readonly (AccountEntry & { readonly actor: string })[];
}

export interface Statement extends StatementFacts {
  readonly period: StatementPeriod;
  /** What moved in the period, by kind; opening and all of them add up to closing. */
  readonly moved: Readonly<Record<EntryKind, Money>>;
}

/** @throws Refusal `house_account_statement_invalid` when the period ends before it begins. */
export function assertPeriod({ from, to }: StatementPeriod): void {
  if (from === null || from < to) return;
  const field = { pointer: '/query/from', message: 'must be before to' };
  throw new Refusal<HouseAccountRefusal>('house_account_statement_invalid', { entriesMax: STATEMENT_ENTRIES_MAX }, [
    field,
  ]);
}

/** Makes the statement of what was read. @throws Refusal `house_account_statement_invalid` when it is too long. */
export function statementOf(facts: StatementFacts, period: StatementPeriod): Statement {
  if (facts.entries.length > STATEMENT_ENTRIES_MAX) {
    const field = { pointer: '/query/from', message: 'must begin a shorter period' };
    throw new Refusal<HouseAccountRefusal>('house_account_statement_invalid', { entriesMax: STATEMENT_ENTRIES_MAX }, [
      field,
    ]);
  }
  const none = zero(facts.closing.currency);
  const moved: Record<EntryKind, Money> = { charge: none, refund: none, payment: none, adjust: none };
  for (const { kind, amount } of facts.entries) moved[kind] = add(moved[kind], amount);
  const sum = [facts.opening, ...Object.values(moved)].reduce(add);
  if (add(sum, negate(facts.closing)).amount !== 0) {
    throw new Error(`the ledger of the house account ${facts.account.id} does not add up`);
  }
  return { ...facts, period, moved };
}
