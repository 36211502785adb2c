import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { HouseAccount, HouseAccountId, HouseAccountRefusal } from '../../domain/house-account.js';
import type { StatementFacts, StatementPeriod } from '../../domain/statement.js';
import type {
  AccountQuery,
  EntryQuery,
  HouseAccountViews,
  OwedTotal,
  RecordedEntry,
} from '../../ports/house-account-views.js';
import { ENTRY_SHOWN, SHOWN, toAccount, toEntry, type HouseAccountTables } from './house-account-rows.js';
import { statementFacts } from './statement-query.js';
import { usableAt } from './usable-at.js';

interface OwedRow {
  currency: string;
  accounts: number;
  owed: number;
  credit: number;
  limits: number;
}

/** Reads about accounts; row security confines them to the tenant. */
export class PostgresHouseAccountViews implements HouseAccountViews {
  constructor(private readonly transactor: Transactor) {}

  account(context: RequestContext, id: HouseAccountId): Promise<HouseAccount> {
    return this.transactor.read(context, (tx) => one(tx, id, context.principal.outlets));
  }

  accounts(context: RequestContext, query: AccountQuery): Promise<readonly HouseAccount[]> {
    return this.transactor.read(context, async (tx) => {
      const { status, customerId, number, q, owing, limit, after } = query;
      let select = transactionOf<HouseAccountTables>(tx)
        .selectFrom('house_accounts')
        .select(SHOWN)
        .where(usableAt(context.principal.outlets))
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (status !== undefined) select = select.where('status', '=', status);
      if (customerId !== undefined) select = select.where('customer_id', '=', customerId);
      if (number !== undefined) select = select.where('number', '=', number);
      if (owing !== undefined) select = select.where('balance', owing ? '<>' : '=', 0);
      if (q !== undefined) {
        const part = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
        select = select.where(sql<boolean>`(number ilike ${part} or name ilike ${part})`);
      }
      if (after !== undefined)
        select = select.where(sql<boolean>`(opened_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await select.execute()).map(toAccount);
    });
  }

  entries(context: RequestContext, id: HouseAccountId, query: EntryQuery): Promise<readonly RecordedEntry[]> {
    const { kind, limit, after } = query;
    return this.transactor.read(context, async (tx) => {
      const { balance } = await one(tx, id, context.principal.outlets);
      let select = transactionOf<HouseAccountTables>(tx)
        .selectFrom('house_account_entries')
        .select(ENTRY_SHOWN)
        .where('account_id', '=', id)
        .orderBy('number', 'desc')
        .limit(limit + 1);
      if (kind !== undefined) select = select.where('kind', '=', kind);
      if (after !== undefined) select = select.where('number', '<', after);
      return (await select.execute()).map((row) => toEntry(row, balance.currency));
    });
  }

  statement(context: RequestContext, id: HouseAccountId, period: StatementPeriod): Promise<StatementFacts> {
    return this.transactor.read(context, async (tx) =>
      statementFacts(tx, await one(tx, id, context.principal.outlets), period),
    );
  }

  balances(context: RequestContext): Promise<readonly OwedTotal[]> {
    return this.transactor.read(context, async (tx) => {
      const { rows } = await sql<OwedRow>`
        select currency, count(*) filter (where balance <> 0)::integer as accounts,
               coalesce(sum(balance) filter (where balance > 0), 0)::bigint as owed,
               coalesce(-sum(balance) filter (where balance < 0), 0)::bigint as credit,
               coalesce(sum(credit_limit) filter (where status = 'open'), 0)::bigint as limits
          from house_accounts where ${usableAt(context.principal.outlets)} group by currency order by currency
      `.execute(transactionOf<HouseAccountTables>(tx));
      return rows.map(({ currency, accounts, owed, credit, limits }) => ({
        ...{ currency, accounts, owed: money(owed, currency), credit: money(credit, currency) },
        limits: money(limits, currency),
      }));
    });
  }
}

async function one(tx: Tx, id: HouseAccountId, outlets: ReadonlySet<OutletId> | undefined): Promise<HouseAccount> {
  const row = await transactionOf<HouseAccountTables>(tx)
    .selectFrom('house_accounts')
    .select(SHOWN)
    .where('id', '=', id)
    .where(usableAt(outlets))
    .executeTakeFirst();
  if (row === undefined) throw new Refusal<HouseAccountRefusal>('house_account_not_found', { accountId: id });
  return toAccount(row);
}
