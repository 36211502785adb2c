import type { TenantId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ActivityBook, ActivityFigures, DueActivity } from '../../ports/business-activity.js';
import { fromFigures, type BusinessTables } from './business-rows.js';

const CLAIM = `
  with due as (
    select business_id from business_activity where due_at <= $1 order by due_at limit $3 for update skip locked),
  taken as (
    update business_activity a set due_at = $2 from due d where a.business_id = d.business_id returning a.business_id)
  select b.id, b.slug from taken t join businesses b on b.id = t.business_id`;

/** The figures of businesses in PostgreSQL. */
export class PostgresActivityBook implements ActivityBook {
  async claim(tx: Tx, at: Date, until: Date, limit: number): Promise<readonly DueActivity[]> {
    return runPrepared<DueActivity>(tx, 'business_activity_claim', CLAIM, [at, until, limit]);
  }

  async save(tx: Tx, id: TenantId, figures: ActivityFigures, collectedAt: Date, dueAt: Date): Promise<void> {
    await transactionOf<BusinessTables>(tx)
      .updateTable('business_activity')
      .set({ ...fromFigures(figures), collected_at: collectedAt, due_at: dueAt })
      .where('business_id', '=', id)
      .execute();
  }
}
