import { sql, type RawBuilder } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { PoolRun } from '../../domain/pool-run.js';
import type { PoolRunId, TipAccountId, TipEntry } from '../../domain/tip-entry.js';
import type { TipRefusal } from '../../domain/tip-refusal.js';
import type { TipFacts } from '../../domain/tip-report.js';
import type { BalanceQuery, DayPool, Days, EntryQuery, RunQuery, TipBalance, TipViews } from '../../ports/tip-views.js';
import { tipReportQuery } from './tip-report-query.js';
import { ENTRY_COLUMNS, RUN_COLUMNS, toEntry, toRun, type EntryRow, type RunRow } from './tip-rows.js';

const RUN = `select ${RUN_COLUMNS.join(', ')} from tip_pool_runs where id = $1`;
const POOLS = `select e.business_date as day, a.currency, coalesce(sum(e.amount) filter (where e.kind = 'pool_in'), 0)::bigint as collected,
    sum(e.amount)::bigint as undistributed
  from tip_entries e join tip_accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
  where e.outlet_id = $1 and e.person_id is null and e.business_date >= $2::date and e.business_date < $3::date
  group by e.business_date, a.currency order by e.business_date desc`;

/** Reads about tips with one query each; row security confines them to the tenant. */
export class PostgresTipViews implements TipViews {
  async balances(tx: Tx, { outletIds, personId, limit, after }: BalanceQuery): Promise<readonly TipBalance[]> {
    const conditions = [sql`a.person_id is not null`, ...within(outletIds, sql`a.outlet_id`)];
    if (personId !== undefined) conditions.push(sql`a.person_id = ${personId}`);
    if (after !== undefined) conditions.push(sql`a.id > ${after}::uuid`);
    const { rows } = await sql<{ id: string; outlet_id: string; person_id: string; currency: string; owed: number }>`
      select a.id, a.outlet_id, a.person_id, a.currency, e.owed from tip_accounts a
       cross join lateral (select coalesce(sum(amount), 0)::bigint as owed from tip_entries where account_id = a.id) e
       where ${sql.join(conditions, sql` and `)} order by a.id limit ${limit + 1}`.execute(transactionOf<unknown>(tx));
    return rows.map(({ id, outlet_id: outletId, person_id: person, currency, owed }) => {
      const accountId = id as TipAccountId;
      return { accountId, outletId: outletId as OutletId, personId: person, owed: money(owed, currency) };
    });
  }

  async entries(tx: Tx, query: EntryQuery): Promise<readonly TipEntry[]> {
    const { outletIds, personId, kind, orderId, from, to, limit, after } = query;
    const conditions = [sql`true`, ...within(outletIds, sql`e.outlet_id`), ...between(from, to, sql`e.business_date`)];
    if (personId !== undefined) conditions.push(sql`e.person_id = ${personId}`);
    if (kind !== undefined) conditions.push(sql`e.kind = ${kind}`);
    if (orderId !== undefined) conditions.push(sql`e.order_id = ${orderId}::uuid`);
    if (after !== undefined) conditions.push(sql`(e.at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
    const columns = sql.raw(ENTRY_COLUMNS.map((column) => `e.${column}`).join(', '));
    const { rows } = await sql<EntryRow & { currency: string }>`
      select ${columns}, a.currency from tip_entries e join tip_accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
       where ${sql.join(conditions, sql` and `)} order by e.at desc, e.id desc limit ${limit + 1}`.execute(
      transactionOf<unknown>(tx),
    );
    return rows.map((row) => toEntry(row, row.currency));
  }

  async runs(tx: Tx, { outletIds, from, to, limit, after }: RunQuery): Promise<readonly PoolRun[]> {
    const conditions = [sql`true`, ...within(outletIds, sql`outlet_id`), ...between(from, to, sql`business_date`)];
    if (after !== undefined) conditions.push(sql`(made_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
    const { rows } = await sql<RunRow>`select ${sql.raw(RUN_COLUMNS.join(', '))} from tip_pool_runs
      where ${sql.join(conditions, sql` and `)} order by made_at desc, id desc limit ${limit + 1}`.execute(
      transactionOf<unknown>(tx),
    );
    return rows.map(toRun);
  }

  async run(tx: Tx, id: PoolRunId): Promise<PoolRun> {
    const [row] = await runPrepared<RunRow>(tx, 'tip_run', RUN, [id]);
    if (row === undefined) throw new Refusal<TipRefusal>('tip_pool_run_not_found', { poolRunId: id });
    return toRun(row);
  }

  async pools(tx: Tx, outletId: OutletId, { from, to }: Days): Promise<readonly DayPool[]> {
    const rows = await runPrepared<{ day: string; currency: string; collected: number; undistributed: number }>(
      tx,
      'tip_pools',
      POOLS,
      [outletId, from, to],
    );
    return rows.map(({ day, currency, collected, undistributed }) => {
      const amounts = { collected: money(collected, currency), undistributed: money(undistributed, currency) };
      return { businessDate: day, ...amounts };
    });
  }

  async report(tx: Tx, scope: Days & { readonly outletIds: readonly string[] | null }): Promise<TipFacts> {
    const { rows } = await tipReportQuery(scope).execute(transactionOf<unknown>(tx));
    return rows;
  }
}

function within(outletIds: readonly string[] | null, column: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return outletIds === null ? [] : [sql`${column} = any(${outletIds}::uuid[])`];
}

function between(from: string | undefined, to: string | undefined, day: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    ...(from === undefined ? [] : [sql`${day} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`${day} < ${to}::date`]),
  ];
}
