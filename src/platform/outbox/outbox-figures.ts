import type { Queries } from './event-log.js';

/** How a sink stands, over all tenants. */
export interface SinkFigures {
  readonly sink: string;
  /** Positions drawn since the shard that is furthest behind; a little more than the events that wait. */
  readonly behind: number;
  /** Age of the oldest event that waits; 0 when none does. */
  readonly oldestSeconds: number;
  /** Aggregates that wait because an event of theirs could not be delivered. */
  readonly blocked: number;
  /** Events that were given up and not redriven. */
  readonly deadLetters: number;
}

const FIGURES = `
  select s.sink, greatest(0, d.drawn - s.position) as behind,
         coalesce(extract(epoch from now() - o.occurred_at), 0)::float8 as "oldestSeconds",
         (select count(*) from outbox_blocked b where b.sink = s.sink) as blocked,
         (select count(*) from outbox_dead_letters l where l.sink = s.sink and l.status <> 'redriven') as "deadLetters"
    from (select sink, min(position) as position from outbox_shards group by sink) s
    cross join (select case when is_called then last_value else 0 end as drawn from events_position) d
    left join lateral (select occurred_at from events e where e.position > s.position order by e.position limit 1) o on true
   order by s.sink`;

/** How each sink stands now. */
export async function readFigures(client: Queries): Promise<SinkFigures[]> {
  const { rows } = await client.query<SinkFigures>(FIGURES);
  return rows;
}
