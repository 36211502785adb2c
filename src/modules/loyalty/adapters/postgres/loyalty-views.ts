import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Entry, Member } from '../../domain/membership.js';
import type { LoyaltyViews, MemberQuery } from '../../ports/loyalty-views.js';
import {
  ENTRY_COLUMNS,
  MEMBER_COLUMNS,
  toEntry,
  toMember,
  type EntryRow,
  type LoyaltyTables,
  type MemberRow,
} from './loyalty-rows.js';

const ENTRIES = `select ${ENTRY_COLUMNS} from loyalty_entries e
  join loyalty_members m on m.tenant_id = e.tenant_id and m.id = e.member_id
  where m.customer_id = $1 and ($2::timestamptz is null or (e.at, e.id) < ($2, $3::uuid))
  order by e.at desc, e.id desc limit $4`;

/** Answers questions about members with one query each. */
export class PostgresLoyaltyViews implements LoyaltyViews {
  async members(tx: Tx, { group, status, q, limit, after }: MemberQuery): Promise<Member[]> {
    const conditions = [sql`true`];
    if (group !== undefined) conditions.push(sql`${group} = any(groups)`);
    if (status !== undefined) conditions.push(sql`status = ${status}`);
    if (q !== undefined) conditions.push(sql`customer_id ilike ${`%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`);
    if (after !== undefined) conditions.push(sql`(enrolled_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
    const { rows } = await sql<MemberRow>`select ${sql.raw(MEMBER_COLUMNS)} from loyalty_members
      where ${sql.join(conditions, sql` and `)} order by enrolled_at desc, id desc limit ${limit + 1}`.execute(
      transactionOf<LoyaltyTables>(tx),
    );
    return rows.map(toMember);
  }

  async entries(
    tx: Tx,
    customerId: string,
    limit: number,
    after?: readonly [at: string, id: string],
  ): Promise<Entry[]> {
    const values = [customerId, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    return (await runPrepared<EntryRow>(tx, 'loyalty_entries', ENTRIES, values)).map(toEntry);
  }
}
