import { sql } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { contextOf, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { AccountDecision } from '../../domain/account-ledger.js';
import type { HouseAccount, HouseAccountId, HouseAccountRefusal } from '../../domain/house-account.js';
import type { HouseAccountRepository, PaymentOnAccount } from '../../ports/house-account-repository.js';
import { changesOf, fromEntry, SHOWN, toAccount, type HouseAccountTables } from './house-account-rows.js';
import { usableAt } from './usable-at.js';

const TAKEN: Readonly<Record<string, HouseAccountRefusal>> = {
  house_accounts_pkey: 'house_account_id_taken',
  house_accounts_number_key: 'house_account_number_taken',
  house_accounts_customer_key: 'house_account_customer_taken',
};

/** Accounts and their ledgers in PostgreSQL. */
export class PostgresHouseAccountRepository implements HouseAccountRepository {
  async get(tx: Tx, id: HouseAccountId, outlets: ReadonlySet<OutletId> | undefined): Promise<HouseAccount> {
    const row = await transactionOf<HouseAccountTables>(tx)
      .selectFrom('house_accounts')
      .select(SHOWN)
      .where('id', '=', id)
      .where(usableAt(outlets))
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<HouseAccountRefusal>('house_account_not_found', { accountId: id });
    return toAccount(row);
  }

  async byNumber(tx: Tx, number: string): Promise<HouseAccount | undefined> {
    const row = await transactionOf<HouseAccountTables>(tx)
      .selectFrom('house_accounts')
      .select(SHOWN)
      .where('number', '=', number)
      .forUpdate()
      .executeTakeFirst();
    return row && toAccount(row);
  }

  async byCustomer(tx: Tx, customerId: string, currency: string): Promise<HouseAccount | undefined> {
    const row = await transactionOf<HouseAccountTables>(tx)
      .selectFrom('house_accounts')
      .select(SHOWN)
      .where('customer_id', '=', customerId)
      .where('status', '<>', 'closed')
      .orderBy(sql`currency = ${currency}`, 'desc')
      .orderBy('currency')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    return row && toAccount(row);
  }

  async add(tx: Tx, account: HouseAccount): Promise<void> {
    const { id, number, customerId, balance, openedAt } = account;
    // Asked first: who sends one account twice is told of the id, and not of the number that it took the first time.
    const same = transactionOf<HouseAccountTables>(tx).selectFrom('house_accounts').select('id').where('id', '=', id);
    if ((await same.executeTakeFirst()) !== undefined)
      throw new Refusal<HouseAccountRefusal>('house_account_id_taken', { accountId: id });
    const row = {
      ...{ tenant_id: tenantOf(tx), id, number, customer_id: customerId, currency: balance.currency },
      ...{ opened_at: openedAt, created_by: actorOf(tx), ...changesOf(account) },
    };
    await taken(account, () =>
      transactionOf<HouseAccountTables>(tx).insertInto('house_accounts').values(row).execute(),
    );
  }

  async save(tx: Tx, { state, events, entries }: AccountDecision): Promise<void> {
    const update = transactionOf<HouseAccountTables>(tx)
      .updateTable('house_accounts')
      .set(changesOf(state))
      .where('id', '=', state.id)
      .where('version', '=', state.version - events.length);
    const { numUpdatedRows } = await taken(state, () => update.executeTakeFirst());
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} house accounts instead of one`);
    if (entries.length === 0) return;
    const [tenantId, actor] = [tenantOf(tx), actorOf(tx)];
    // At once, not with the commit: what this transaction asks the ledger next must find them.
    await transactionOf<HouseAccountTables>(tx)
      .insertInto('house_account_entries')
      .values(entries.map((entry) => ({ tenant_id: tenantId, ...fromEntry(state.id, entry, actor) })))
      .execute();
  }

  async isCharged(tx: Tx, paymentId: string): Promise<boolean> {
    const row = await transactionOf<HouseAccountTables>(tx)
      .selectFrom('house_account_entries')
      .select('account_id')
      .where('payment_id', '=', paymentId)
      .where('kind', '=', 'charge')
      .executeTakeFirst();
    return row !== undefined;
  }

  async payment(tx: Tx, paymentId: string, refundId: string): Promise<PaymentOnAccount | undefined> {
    const { rows } = await sql<PaymentOnAccount>`
      select c.account_id as "accountId", c.amount as charged,
             coalesce(-sum(r.amount), 0)::bigint as refunded,
             coalesce(bool_or(r.refund_id = ${refundId}), false) as "isDone"
        from house_account_entries c
        left join house_account_entries r on r.payment_id = c.payment_id and r.kind = 'refund'
       where c.payment_id = ${paymentId} and c.kind = 'charge'
       group by c.account_id, c.amount
    `.execute(transactionOf<HouseAccountTables>(tx));
    return rows[0];
  }
}

async function taken<Result>({ id, number }: HouseAccount, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const code = TAKEN[violatedConstraint(error) ?? ''];
    throw code === undefined ? error : new Refusal(code, { accountId: id, number });
  }
}

function actorOf(tx: Tx): string {
  const { principal } = contextOf(tx);
  return `${principal.kind}:${principal.id}`;
}
