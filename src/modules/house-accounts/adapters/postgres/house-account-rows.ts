import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { AccountEntry, EntryKind, RepaymentTender } from '../../domain/account-entry.js';
import type { HouseAccount, HouseAccountId, HouseAccountStatus } from '../../domain/house-account.js';
import type { RecordedEntry } from '../../ports/house-account-views.js';

/** The tables of this module, for kysely. */
export interface HouseAccountTables {
  house_accounts: AccountRow & { tenant_id: string; created_by: string };
  house_account_entries: EntryRow & { tenant_id: string };
}

export interface AccountRow {
  id: string;
  number: string;
  name: string;
  customer_id: string | null;
  currency: string;
  status: HouseAccountStatus;
  status_reason: string | null;
  credit_limit: number;
  balance: number;
  terms_days: number;
  outlet_ids: string[] | null;
  opened_at: Date;
  movements: number | null;
  moved_at: Date;
  version: number;
}

export interface EntryRow {
  account_id: string;
  number: number;
  kind: EntryKind;
  amount: number;
  balance_before: number;
  balance_after: number;
  occurred_at: Date;
  reason: string | null;
  outlet_id: string | null;
  order_id: string | null;
  payment_id: string | null;
  refund_id: string | null;
  tender: RepaymentTender | null;
  reference: string | null;
  drawer_session_id: string | null;
  actor: string;
}

// prettier-ignore
export const SHOWN = [
  'id', 'number', 'name', 'customer_id', 'currency', 'status', 'status_reason', 'credit_limit', 'balance', 'terms_days',
  'outlet_ids', 'opened_at', 'movements', 'moved_at', 'version',
] as const;

// prettier-ignore
export const ENTRY_SHOWN = [
  'account_id', 'number', 'kind', 'amount', 'balance_before', 'balance_after', 'occurred_at', 'reason', 'outlet_id', 'order_id',
  'payment_id', 'refund_id', 'tender', 'reference', 'drawer_session_id', 'actor',
] as const;

/** The account that a row tells of. */
export function toAccount(row: AccountRow): HouseAccount {
  return {
    ...{ id: row.id as HouseAccountId, number: row.number, name: row.name, customerId: row.customer_id },
    ...{ status: row.status, statusReason: row.status_reason, termsDays: row.terms_days },
    ...{ limit: money(row.credit_limit, row.currency), balance: money(row.balance, row.currency) },
    ...{ outletIds: row.outlet_ids as OutletId[] | null, openedAt: row.opened_at, version: row.version },
    ...{ movements: row.movements ?? 0, movedAt: row.moved_at },
  };
}

/** The columns that a change of an account writes. */
export function changesOf(account: HouseAccount) {
  return {
    name: account.name,
    status: account.status,
    status_reason: account.statusReason,
    credit_limit: account.limit.amount,
    balance: account.balance.amount,
    terms_days: account.termsDays,
    outlet_ids: account.outletIds === null ? null : [...account.outletIds],
    movements: account.movements === 0 ? null : account.movements,
    moved_at: account.movedAt,
    version: account.version,
  };
}

/** The row of an entry. */
export function fromEntry(accountId: HouseAccountId, entry: AccountEntry, actor: string): EntryRow {
  const { number, kind, amount, balance, at, reason, tender, reference } = entry;
  return {
    ...{
      account_id: accountId,
      number,
      kind,
      amount: amount.amount,
      occurred_at: at,
      reason,
      tender,
      reference,
      actor,
    },
    ...{ balance_before: balance.amount - amount.amount, balance_after: balance.amount },
    ...{ outlet_id: entry.outletId, order_id: entry.orderId, payment_id: entry.paymentId },
    ...{ refund_id: entry.refundId, drawer_session_id: entry.drawerSessionId },
  };
}

/** The entry that a row tells of. */
export function toEntry(row: EntryRow, currency: string): RecordedEntry {
  return {
    ...{ number: row.number, kind: row.kind, at: row.occurred_at, reason: row.reason, actor: row.actor },
    ...{ amount: money(row.amount, currency), balance: money(row.balance_after, currency) },
    ...{ outletId: row.outlet_id as OutletId | null, orderId: row.order_id, paymentId: row.payment_id },
    ...{ refundId: row.refund_id, tender: row.tender, reference: row.reference },
    drawerSessionId: row.drawer_session_id,
  };
}
