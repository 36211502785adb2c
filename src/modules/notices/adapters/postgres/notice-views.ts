import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Notice } from '../../domain/notice.js';
import type { NoticeFilter, NoticePosition, NoticeViews } from '../../ports/notice-views.js';
import { COLUMNS, toNotice, type NoticeTables } from './notice-rows.js';

// An empty list of outlets means none, and SQL has no empty list: this id is nobody's.
const NO_OUTLET = '00000000-0000-0000-0000-000000000000';

/** Reads notices; row security confines them to the tenant. */
export class PostgresNoticeViews implements NoticeViews {
  async page(tx: Tx, filter: NoticeFilter, after: NoticePosition | undefined, limit: number): Promise<Notice[]> {
    let query = transactionOf<NoticeTables>(tx).selectFrom('notices').select(COLUMNS);
    const { outletIds, status, severity, kind, from, to } = filter;
    if (outletIds !== undefined) query = query.where('outlet_id', 'in', [...outletIds, NO_OUTLET]);
    if (status !== undefined) query = query.where('status', '=', status);
    if (severity !== undefined) query = query.where('severity', '=', severity);
    if (kind !== undefined) query = query.where('kind', '=', kind);
    if (from !== undefined) query = query.where('raised_at', '>=', from);
    if (to !== undefined) query = query.where('raised_at', '<', to);
    if (after !== undefined)
      query = query.where(sql<boolean>`(raised_at, id) < (${after.raisedAt}::timestamptz, ${after.id}::uuid)`);
    const rows = await query
      .orderBy('raised_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return rows.map(toNotice);
  }
}
