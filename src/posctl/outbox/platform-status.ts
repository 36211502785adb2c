import type { Database } from '../database.js';
import type { SinkStatus } from './sink-status.js';

const COUNTED_MAX = 100_000;

// A sink is as far as its slowest shard: what is counted may have left by another, so it is at most what waits.
const STATUS = `
  select s.sink as name, waiting.behind::int as behind, waiting.oldest as "oldestSeconds",
         (select count(*) from outbox_blocked b where b.sink = s.sink)::int as blocked,
         (select count(*) from outbox_dead_letters l where l.sink = s.sink and l.status <> 'redriven')::int as "deadLetters"
    from (select sink, min(position) as position from outbox_shards group by sink) s
    cross join lateral (
      select count(*) as behind, coalesce(round(extract(epoch from now() - min(e.occurred_at))::numeric, 3), 0)::float8 as oldest
        from (select occurred_at from events where position > s.position order by position limit $1) e) waiting
   order by s.sink`;

/** Reads how all ways out stand, over all tenants. Takes the worker's role: row security hides other tenants from every other. */
export async function platformStatus(database: Database): Promise<SinkStatus[]> {
  const { rows } = await database.query<SinkStatus>(STATUS, [COUNTED_MAX]);
  return rows;
}
