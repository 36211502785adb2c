import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { Pricebook } from '../../domain/pricebook.js';
import { toBook, toVersion, VERSION_COLUMNS, type BookRow, type VersionRow } from './pricebook-rows.js';

// Of each book its draft, what is scheduled, and what is in force: three looks into indexes, however many versions there were.
const LIVE = `
  select ${VERSION_COLUMNS} from unnest($1::uuid[], $2::timestamptz[]) as wanted(id, at)
    join pricebooks b on b.id = wanted.id
   cross join lateral (
     (select d.* from pricebook_versions d where d.pricebook_id = b.id and d.state = 'draft')
     union all
     (select s.* from pricebook_versions s
       where s.pricebook_id = b.id and s.state = 'released' and s.effective_at > wanted.at)
     union all
     (select p.* from pricebook_versions p
       where p.pricebook_id = b.id and p.state = 'released' and p.effective_at <= wanted.at
       order by p.effective_at desc, p.number desc limit 1)
   ) v
   order by v.effective_at, v.number`;

/**
 * Books with those of their versions that matter at a moment; of a book that was changed after it, at the time of that change:
 * clocks of two servers differ, and nobody shall miss what was done before.
 */
export async function withLiveVersions(tx: Tx, rows: readonly BookRow[], at: Date): Promise<Pricebook[]> {
  if (rows.length === 0) return [];
  const moments = rows.map((row) => momentOf(row, at));
  const values = [rows.map(({ id }) => id), moments];
  const versions = await runPrepared<VersionRow>(tx, 'pricebook_live_versions', LIVE, values);
  return rows.map((row, index) => {
    const moment = moments[index] ?? at;
    const own = versions.filter((version) => version.pricebook_id === row.id);
    return toBook(
      row,
      own.map((version) => toVersion(version, moment)),
    );
  });
}

/** The later of the moment and the last change of the book. */
export function momentOf({ updated_at: updatedAt }: BookRow, at: Date): Date {
  return updatedAt > at ? updatedAt : at;
}
