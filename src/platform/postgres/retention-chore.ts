import type { Chore } from './housekeeping.js';

const BATCH = 1_000;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 100;

/** Rows that have outlived their time. */
export interface Retention {
  /** What is removed, for the log. */
  readonly name: string;
  readonly table: string;
  /** The columns of the primary key beside the tenant. */
  readonly key: readonly string[];
  /** A condition on `r`, the row. Row security shows the worker's role nothing younger in any case. */
  readonly isExpired: string;
}

/** Removes them, a little at a time. */
export function retentionChore({ name, table, key, isExpired }: Retention): Chore {
  const columns = ['tenant_id', ...key];
  const same = columns.map((column) => `t.${column} = expired.${column}`).join(' and ');
  const some = `select ${columns.map((column) => `r.${column}`).join(', ')} from ${table} r where ${isExpired} limit $1`;
  const remove = `delete from ${table} t using (${some}) expired where ${same}`;
  return {
    name,
    run: async (pool) => {
      let removed = 0;
      for (let batch = 0; batch < BATCHES_MAX; batch++) {
        const { rowCount } = await pool.query(remove, [BATCH]);
        removed += rowCount ?? 0;
        if ((rowCount ?? 0) < BATCH) break;
      }
      return removed;
    },
  };
}
