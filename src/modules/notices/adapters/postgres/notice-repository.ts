import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Notice, NoticeId } from '../../domain/notice.js';
import type { NoticeRepository } from '../../ports/notice-repository.js';
import { changesOf, COLUMNS, fromNotice, toNotice, type NoticeTables } from './notice-rows.js';

/** Notices in PostgreSQL. */
export class PostgresNoticeRepository implements NoticeRepository {
  async add(tx: Tx, notice: Notice): Promise<boolean> {
    const added = await transactionOf<NoticeTables>(tx)
      .insertInto('notices')
      .values({ tenant_id: tenantOf(tx), ...fromNotice(notice) })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'event_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return added !== undefined;
  }

  async lock(tx: Tx, id: NoticeId): Promise<Notice | undefined> {
    const row = await this.selectOne(tx, id).forUpdate().executeTakeFirst();
    return row && toNotice(row);
  }

  async find(tx: Tx, id: NoticeId): Promise<Notice | undefined> {
    const row = await this.selectOne(tx, id).executeTakeFirst();
    return row && toNotice(row);
  }

  async save(tx: Tx, notice: Notice): Promise<void> {
    const { numUpdatedRows } = await transactionOf<NoticeTables>(tx)
      .updateTable('notices')
      .set(changesOf(notice))
      .where('id', '=', notice.id)
      .where('version', '=', notice.version - 1)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} notices instead of one`);
  }

  private selectOne(tx: Tx, id: NoticeId) {
    return transactionOf<NoticeTables>(tx).selectFrom('notices').select(COLUMNS).where('id', '=', id);
  }
}
