import { sql } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { SessionId } from '../../domain/drawer-session.js';
import type { Page, RecordedEntry } from '../../ports/drawer-views.js';
import { ENTRY_COLUMNS, type EntryRow } from './session-rows.js';

type EntryScope = { readonly account: string; readonly currency: string } & (
  { readonly sessionId: SessionId } | { readonly outletId: OutletId }
);

/** The entries of one account, newest first, each with what was on the account after it. */
export async function entriesOfAccount(
  tx: Tx,
  scope: EntryScope,
  { limit, after }: Page<readonly [string, string]>,
): Promise<readonly RecordedEntry[]> {
  const { account, currency } = scope;
  const within = 'sessionId' in scope ? sql`session_id = ${scope.sessionId}` : sql`outlet_id = ${scope.outletId}`;
  const later = after === undefined ? sql`true` : sql`(at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const columns = sql.join(ENTRY_COLUMNS.map((name) => sql.ref(name)));
  const { rows } = await sql<EntryRow & { moved: number; balance: number }>`
    select * from (
      select ${columns}, moved, sum(moved) over (order by at, id)::bigint as balance from (
        select *, case when debit_account = ${account} then amount else -amount end as moved from drawer_entries
         where ${within} and ${account} in (debit_account, credit_account)) touched) running
     where ${later} order by at desc, id desc limit ${limit + 1}`.execute(transactionOf(tx));
  return rows.map((row) => toEntry(row, currency));
}

function toEntry(row: EntryRow & { moved: number; balance: number }, currency: string): RecordedEntry {
  return {
    ...{ id: row.id, sessionId: row.session_id, kind: row.kind, debit: row.debit_account, credit: row.credit_account },
    ...{ amount: money(row.moved, currency), balance: money(row.balance, currency), orderId: row.order_id },
    ...{ paymentId: row.payment_id, refundId: row.refund_id, reason: row.reason, category: row.category },
    ...{ receiptReference: row.receipt_reference, person: row.person, approvedBy: row.approved_by },
    ...{ actor: row.actor, at: row.at, businessDate: row.business_date, late: row.late },
  };
}
