import type { Pool } from 'pg';

const BATCH = 1_000;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 100;

// Small deletes from the old end: the space they free is filled by what is written next. What a sink has not had, what waits
// and what is a dead letter stays, whatever its age.
const REMOVE = `
  with old as (
    select e.tenant_id, e.aggregate, e.aggregate_id, e.sequence from events e
     where e.position <= (select least(min(s.position), (select min(b.position) - 1 from outbox_blocked b)) from outbox_shards s)
       and e.occurred_at < now() - make_interval(days => $1)
       and not exists (select from outbox_dead_letters l where l.tenant_id = e.tenant_id and l.event_id = e.id and l.status <> 'redriven')
     order by e.position limit $2)
  delete from events e using old
   where e.tenant_id = old.tenant_id and e.aggregate = old.aggregate and e.aggregate_id = old.aggregate_id and e.sequence = old.sequence`;
const REMOVE_LETTERS = `
  delete from outbox_dead_letters where status = 'redriven' and redriven_at < now() - make_interval(days => $1)`;

/** Removes events that every sink has had and that are older than the setting, a little at a time. @returns how many. */
export async function removeOldEvents(pool: Pool, days: number): Promise<number> {
  let removed = 0;
  for (let batch = 0; batch < BATCHES_MAX; batch++) {
    const { rowCount } = await pool.query(REMOVE, [days, BATCH]);
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) break;
  }
  await pool.query(REMOVE_LETTERS, [days]);
  return removed;
}
