import { sql } from 'kysely';
import { money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { HouseAccount, HouseAccountId } from '../../domain/house-account.js';
import { STATEMENT_ENTRIES_MAX, type StatementFacts, type StatementPeriod } from '../../domain/statement.js';
import { ENTRY_SHOWN, toEntry, type HouseAccountTables } from './house-account-rows.js';

interface AgeRow {
  days0To30: number;
  days31To60: number;
  days61To90: number;
  over90: number;
  overdue: number;
}

/** Reads what a statement is made of, within the snapshot of the transaction. */
export async function statementFacts(tx: Tx, account: HouseAccount, period: StatementPeriod): Promise<StatementFacts> {
  const { id, balance, termsDays } = account;
  const { currency } = balance;
  const opening = period.from === null ? 0 : await balanceBefore(tx, id, period.from);
  const closing = await balanceBefore(tx, id, period.to);
  let select = transactionOf<HouseAccountTables>(tx)
    .selectFrom('house_account_entries')
    .select(ENTRY_SHOWN)
    .where('account_id', '=', id)
    .where('occurred_at', '<', period.to)
    .orderBy('number')
    .limit(STATEMENT_ENTRIES_MAX + 1);
  if (period.from !== null) select = select.where('occurred_at', '>=', period.from);
  const entries = (await select.execute()).map((row) => toEntry(row, currency));
  const age = await agesOf(tx, { id, at: period.to, owed: closing, termsDays });
  return {
    ...{ account, entries, opening: money(opening, currency), closing: money(closing, currency) },
    ageing: {
      ...{ days0To30: money(age.days0To30, currency), days31To60: money(age.days31To60, currency) },
      ...{ days61To90: money(age.days61To90, currency), over90: money(age.over90, currency) },
      overdue: money(age.overdue, currency),
    },
  };
}

async function balanceBefore(tx: Tx, id: HouseAccountId, at: Date): Promise<number> {
  const row = await transactionOf<HouseAccountTables>(tx)
    .selectFrom('house_account_entries')
    .select('balance_after')
    .where('account_id', '=', id)
    .where('occurred_at', '<', at)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.balance_after ?? 0;
}

/** What settles a debt settles the oldest first: so what is owed is of the newest debts that add up to it. */
async function agesOf(
  tx: Tx,
  { id, at, owed, termsDays }: { id: HouseAccountId; at: Date; owed: number; termsDays: number },
): Promise<AgeRow> {
  const { rows } = await sql<AgeRow>`
    with debts as (
      select amount, floor(extract(epoch from ${at}::timestamptz - occurred_at) / 86400) as days,
             coalesce(sum(amount) over (order by number desc rows between unbounded preceding and 1 preceding), 0) as newer
        from house_account_entries where account_id = ${id} and occurred_at < ${at} and amount > 0),
    open as (select least(amount, ${owed}::bigint - newer) as amount, days from debts where newer < ${owed}::bigint)
    select coalesce(sum(amount) filter (where days <= 30), 0)::bigint as "days0To30",
           coalesce(sum(amount) filter (where days between 31 and 60), 0)::bigint as "days31To60",
           coalesce(sum(amount) filter (where days between 61 and 90), 0)::bigint as "days61To90",
           coalesce(sum(amount) filter (where days > 90), 0)::bigint as "over90",
           coalesce(sum(amount) filter (where days > ${termsDays}::integer), 0)::bigint as overdue
      from open
  `.execute(transactionOf<HouseAccountTables>(tx));
  return rows[0] as AgeRow;
}
