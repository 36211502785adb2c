import type { Chore } from '../postgres/housekeeping.js';

const BATCH = 1_000;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 100;

/** What of the inbox has outlived its time. Row security shows the worker's role nothing younger. */
export const INBOX_CHORES: readonly Chore[] = [
  chore('inbox messages', 'inbox_messages', ['source', 'event_id'], "received_at < now() - interval '30 days'"),
  chore('inbox subjects', 'inbox_subjects', ['source', 'subject'], "updated_at < now() - interval '180 days'"),
  chore('inbox dead letters', 'inbox_dead_letters', ['id'], "received_at < now() - interval '90 days'"),
];

function chore(name: string, table: string, key: readonly string[], isExpired: string): Chore {
  const columns = ['tenant_id', ...key];
  const same = columns.map((column) => `t.${column} = expired.${column}`).join(' and ');
  const remove = `delete from ${table} t using (select ${columns.join(', ')} from ${table} where ${isExpired} limit $1) expired
    where ${same}`;
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
