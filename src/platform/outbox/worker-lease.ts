import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { SHARDS } from './event-log.js';

/** A shard of a sink's work. */
export interface Shard {
  readonly sink: string;
  readonly shard: number;
}

// The clocks of workers may differ: times are the database's alone. The connection tells of a killed process sooner than its lease.
const ALIVE = `w.leased_until > now() and exists (
  select from pg_stat_activity a where a.pid = w.backend and a.backend_start = w.backend_start)`;

const REGISTER = `
  insert into outbox_workers (id, sinks, backend, backend_start, leased_until)
  select $1, $2, pid, backend_start, now() + make_interval(secs => $3) from pg_stat_activity where pid = pg_backend_pid()`;
const RENEW = `update outbox_workers set leased_until = now() + make_interval(secs => $2) where id = $1`;
const SHARDS_OF_SINKS = `
  insert into outbox_shards (sink, shard) select sink, shard from unnest($1::text[]) sink cross join generate_series(0, $2::int - 1) shard
  on conflict do nothing`;
/** One row a sink: how many workers are alive that serve it. */
const WORKERS = `
  select s.sink, count(w.id) as workers from unnest($1::text[]) s (sink)
    left join outbox_workers w on s.sink = any(w.sinks) and ${ALIVE} group by s.sink`;
const TAKE = `
  update outbox_shards s set owner = $1, updated_at = now()
    from (select f.sink, f.shard from outbox_shards f
           where f.sink = $2 and not exists (select from outbox_workers w where w.id = f.owner and ${ALIVE})
           order by f.shard limit $3 for update skip locked) free
   where s.sink = free.sink and s.shard = free.shard`;
const RELEASE = `update outbox_shards set owner = null where sink = $1 and shard = $2 and owner = $3`;
const OWNED = `select sink, shard from outbox_shards where owner = $1 order by sink, shard`;
const FORGET = `delete from outbox_workers w where w.id <> $1 and not (${ALIVE})`;
const LEAVE = `
  with released as (update outbox_shards set owner = null where owner = $1)
  delete from outbox_workers where id = $1`;

/**
 * This process's claim on its share of the work, over a connection of its own. Each worker takes at most its fair part of a
 * sink's shards, and gives back what is too much when others come. Losing the connection is losing all: the next `keep`
 * comes back as a new worker, for meanwhile another may have taken over.
 */
export class WorkerLease {
  private client: PoolClient | undefined;
  private id = '';
  private renewedMs = 0;

  constructor(
    private readonly pool: Pool,
    private readonly sinks: readonly string[],
    private readonly leaseSeconds: number,
  ) {}

  /** The name under which shards are owned; another after every loss. */
  get owner(): string {
    return this.id;
  }

  /** True while nobody else can have taken over, by this process's own monotonic clock. Check before handing events out. */
  get isSure(): boolean {
    return this.client !== undefined && performance.now() - this.renewedMs < this.leaseSeconds * 1_000;
  }

  /** Renews the lease, takes a fair share and answers it. @throws Error when the database is away; then all is lost. */
  async keep(): Promise<readonly Shard[]> {
    const client = this.client ?? (await this.register());
    try {
      const askedMs = performance.now();
      const { rowCount } = await client.query(RENEW, [this.id, this.leaseSeconds]);
      if (rowCount === 0) throw new Error('this dispatcher was taken for dead');
      this.renewedMs = askedMs;
      await this.balance(client);
      const { rows } = await client.query<Shard>(OWNED, [this.id]);
      return rows;
    } catch (error) {
      this.drop(error as Error);
      throw error;
    }
  }

  /** Gives everything back, for others to take at once. */
  async leave(): Promise<void> {
    const { client } = this;
    if (client === undefined) return;
    try {
      await client.query(LEAVE, [this.id]);
      this.client = undefined;
      client.release();
    } catch (error) {
      this.drop(error as Error);
    }
  }

  private async register(): Promise<PoolClient> {
    const client = await this.pool.connect();
    try {
      this.id = randomUUID();
      await client.query(REGISTER, [this.id, this.sinks, this.leaseSeconds]);
      await client.query(SHARDS_OF_SINKS, [this.sinks, SHARDS]);
      await client.query(FORGET, [this.id]);
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
    this.client = client;
    return client;
  }

  private async balance(client: PoolClient): Promise<void> {
    const { rows: owned } = await client.query<Shard>(OWNED, [this.id]);
    const { rows: sinks } = await client.query<{ sink: string; workers: number }>(WORKERS, [this.sinks]);
    for (const { sink, workers } of sinks) {
      const share = Math.ceil(SHARDS / Math.max(1, workers));
      const mine = owned.filter((one) => one.sink === sink);
      for (const { shard } of mine.slice(share)) await client.query(RELEASE, [sink, shard, this.id]);
      if (mine.length < share) await client.query(TAKE, [this.id, sink, share - mine.length]);
    }
  }

  private drop(error: Error): void {
    const { client } = this;
    this.client = undefined;
    client?.release(error);
  }
}
