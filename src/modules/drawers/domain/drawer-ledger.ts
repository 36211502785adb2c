import type { OutletId } from '../../../kernel/ids.js';
import { money, type Money } from '../../../kernel/money.js';
import type { DrawerSession, SessionId } from './drawer-session.js';

export const ENTRY_KINDS = [
  'float',
  'sale',
  'change',
  'refund',
  'paid_in',
  'paid_out',
  'petty_cash',
  'skim',
  'tip_out',
  'transfer_in',
  'transfer_out',
  'count',
  'close',
  'deposit',
  'safe_adjustment',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** An entry of the ledger: an amount above zero that goes from the account that is credited to the one that is debited. */
export interface Entry {
  /** `null` where only the safe and the bank are concerned. */
  readonly sessionId: SessionId | null;
  readonly outletId: OutletId;
  readonly kind: EntryKind;
  readonly amount: Money;
  readonly debit: string;
  readonly credit: string;
  readonly reason: string | null;
  readonly category: string | null;
  readonly receiptReference: string | null;
  readonly person: string | null;
  readonly approvedBy: string | null;
  readonly actor: string;
  readonly at: Date;
  readonly businessDate: string;
  readonly late: boolean;
}

/** What is left of cash that a close leaves in the drawer: its entry's category. */
export const KEPT_FLOAT = 'kept_float';
export const PETTY_CASH = 'petty_cash';

export const ACCOUNTS = {
  drawer: (sessionId: string) => `drawer:${sessionId}`,
  safe: (outletId: string) => `safe:${outletId}`,
  bank: (outletId: string) => `bank:${outletId}`,
  /** Cash between two drawers of an outlet: zero, as soon as both have told of it. */
  transit: (outletId: string) => `transit:${outletId}`,
  paidOut: (category: string) => `paid_out:${category}`,
  sales: 'sales',
  paidIn: 'paid_in',
  tips: 'tips',
  overShort: 'over_short',
} as const;

/** What the entries leave on an account. */
export function balanceOf(account: string, entries: readonly Entry[], currency: string): Money {
  let total = 0;
  for (const { debit, credit, amount } of entries) {
    if (debit === account) total += amount.amount;
    if (credit === account) total -= amount.amount;
  }
  return money(total, currency);
}

/** What the session's drawer should hold. */
export function expectedOf({ id, currency }: DrawerSession, entries: readonly Entry[]): Money {
  return balanceOf(ACCOUNTS.drawer(id), entries, currency);
}
