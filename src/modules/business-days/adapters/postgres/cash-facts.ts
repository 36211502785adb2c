import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { CashFacts } from '../../domain/day-facts.js';
import type { ReportScope } from '../../domain/report-scope.js';

/** Adds up the drawers' ledger: entries of the scope by kind, and the sessions they belong to. */
export async function cashFacts(tx: Tx, scope: ReportScope): Promise<CashFacts> {
  const { rows } = await sql<{ facts: CashFacts }>`
    with entries as materialized (${entriesOf(scope)}),
    sessions as materialized (${sessionsOf(scope)})
    select json_build_object(
      'movements', coalesce((select json_agg(m) from (
        select kind, category, late, count(*) as count,
               coalesce(sum(amount) filter (where debit_account like 'drawer:%'), 0) as "in",
               coalesce(sum(amount) filter (where credit_account like 'drawer:%'), 0) as out,
               coalesce(sum(amount) filter (where debit_account like 'safe:%'), 0) as "safeIn",
               coalesce(sum(amount) filter (where credit_account like 'safe:%'), 0) as "safeOut"
          from entries group by kind, category, late) m), '[]'),
      'sessions', coalesce((select json_agg(s) from (
        select s.id as "sessionId", s.drawer_id as "drawerId", s.number, s.cashier_id as "cashierId", s.status,
               s.business_date as "businessDate", s.no_sales as "noSales", s.expected_at_close as expected, s.counted, s.variance,
               s.variance_state as "varianceState", e.balance, e.float
          from sessions s cross join lateral (
            select coalesce(sum(e.amount) filter (where e.kind = 'float'), 0) as float,
                   coalesce(sum(case when e.debit_account = 'drawer:' || s.id then e.amount
                                     when e.credit_account = 'drawer:' || s.id then -e.amount else 0 end), 0) as balance
              from drawer_entries e where e.session_id = s.id) e) s), '[]')
    ) as facts`.execute(transactionOf<unknown>(tx));
  return (rows[0] as { facts: CashFacts }).facts;
}

// An entry of a day that was closed already counts in the next report: entries are dated by the server's clock, so such ones
// are never older than the report before.
function entriesOf({ sessionId, outletId, businessDate }: ReportScope): RawBuilder<unknown> {
  const columns = sql`e.session_id, e.kind, e.category, e.amount, e.debit_account, e.credit_account, e.late`;
  if (sessionId !== null) return sql`select ${columns} from drawer_entries e where e.session_id = ${sessionId}::uuid`;
  const own = sql`select ${columns} from drawer_entries e
    where e.outlet_id = ${outletId} and e.business_date = ${businessDate}::date and not e.late`;
  return sql`${own}
    union all
    select ${columns} from drawer_entries e
      where e.outlet_id = ${outletId} and e.late and e.business_date < ${businessDate}::date and e.business_date >=
        (select max(z.business_date) from z_reports z
          where z.scope = 'day' and z.outlet_id = ${outletId} and z.business_date < ${businessDate}::date)`;
}

function sessionsOf({ sessionId, outletId, businessDate }: ReportScope): RawBuilder<unknown> {
  if (sessionId !== null) return sql`select * from drawer_sessions s where s.id = ${sessionId}::uuid`;
  return sql`select * from drawer_sessions s
    where s.outlet_id = ${outletId} and (s.business_date = ${businessDate}::date
      or s.id in (select session_id from entries) or (s.status <> 'closed' and s.business_date < ${businessDate}::date))`;
}
