import type { Chore } from '../../../../platform/postgres/housekeeping.js';

const BATCH = 500;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 40;

// Row security lets this role empty only what is older than 30 days, and shows it nothing of what entries say (migration 0050).
const EMPTY = `update offline_event_queue q set body = '{}', body_removed_at = now()
  from (select tenant_id, id from offline_event_queue
         where status in ('applied', 'discarded') and body_removed_at is null
           and received_at < now() - make_interval(days => $1)
         order by received_at limit $2) old
  where q.tenant_id = old.tenant_id and q.id = old.id`;

/**
 * Empties entries that have taken effect, or never shall, when they are old: what they did is in the books. Their ids, numbers,
 * hashes and outcomes stay for ever, so that the same entry is the same after years. @param days how long bodies are kept.
 */
export function bodyRetention(days: number): Chore {
  return {
    name: 'what old entries of devices said',
    run: async (pool) => {
      let emptied = 0;
      for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
        const { rowCount } = await pool.query(EMPTY, [days, BATCH]);
        emptied += rowCount ?? 0;
        if ((rowCount ?? 0) < BATCH) break;
      }
      return emptied;
    },
  };
}
