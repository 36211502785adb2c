import type { Tx } from '../../../../kernel/transaction.js';
import { revisionsOf, runPrepared } from '../../../../platform/postgres/transaction.js';
import type { Marks } from '../../domain/sync-position.js';
import type { SyncMarks } from '../../ports/master-data.js';

type Row = Pick<Marks, 'people' | 'places' | 'stock' | 'codes'> & { lineage: string };

// A database that was restored to a moment is on another timeline of the same system; a dump that was loaded is in another system.
const READ = `select coalesce(m.people, 0) as people, coalesce(m.places, 0) as places, coalesce(m.stock, 0) as stock,
    coalesce(m.codes, 0) as codes, s.system_identifier || '.' || c.timeline_id as lineage
  from pg_control_system() s cross join pg_control_checkpoint() c left join sync_marks m on true`;

/** Revisions of the transaction, and the counters beside them. */
export class PostgresSyncMarks implements SyncMarks {
  async read(tx: Tx): Promise<{ readonly marks: Marks; readonly lineage: string }> {
    const [row] = await runPrepared<Row>(tx, 'sync_marks', READ, []);
    if (row === undefined) throw new Error('the database does not say which one it is');
    const { lineage, people, places, stock, codes } = row;
    return { marks: { ...revisionsOf(tx), people, places, stock, codes }, lineage };
  }
}
