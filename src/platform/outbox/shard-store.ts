import type { Pool } from 'pg';
import type { LoggedEvent } from '../../kernel/outbox.js';
import type { IdSource, TenantId } from '../../kernel/ids.js';
import type { AggregateKey } from './event-log.js';
import type { Shard } from './worker-lease.js';

/** Another worker owns the shard now: whatever was delivered here it delivers again, and goes on from there. */
export class ShardLost extends Error {
  constructor() {
    super('the shard has another owner');
    this.name = 'ShardLost';
  }
}

/** An aggregate whose events wait, for one sink. */
export interface BlockedAggregate extends AggregateKey {
  /** Of the event that could not be delivered; it and what follows wait. */
  readonly position: number;
  readonly attempts: number;
  readonly reason: string;
  /** Until the next try. */
  readonly waitMs: number;
}

/** An event that was given up. */
export interface BuriedEvent {
  readonly event: LoggedEvent;
  readonly reason: string;
  readonly attempts: number;
}

/** What a shard's owner has to write, in one transaction. Absent parts change nothing. */
export interface ShardProgress {
  readonly position: number;
  readonly blocked?: readonly BlockedAggregate[];
  readonly unblocked?: readonly AggregateKey[];
  readonly buried?: readonly BuriedEvent[];
}

/** A dead letter that somebody wants tried again. */
export interface QueuedLetter extends AggregateKey {
  readonly id: string;
  readonly sequence: number;
  readonly attempts: number;
}

const LOAD = 'select position from outbox_shards where sink = $1 and shard = $2 and owner = $3';
// The owner's condition makes a worker that was taken over stop here, before it can write anything.
const SAVE = {
  name: 'outbox_shard_save',
  text: `update outbox_shards set position = $4, updated_at = now() where sink = $1 and shard = $2 and owner = $3`,
};
const BLOCKED = `
  select tenant_id as "tenantId", aggregate, aggregate_id as "aggregateId", position, attempts, reason,
         greatest(0, extract(epoch from next_attempt_at - now()) * 1000)::float8 as "waitMs"
    from outbox_blocked where sink = $1 and shard = $2 order by position limit $3`;
const BLOCK = `
  insert into outbox_blocked (tenant_id, sink, shard, aggregate, aggregate_id, position, attempts, reason, next_attempt_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9::float8 / 1000))
  on conflict (tenant_id, sink, aggregate, aggregate_id) do update set
    position = excluded.position, attempts = excluded.attempts, reason = excluded.reason, next_attempt_at = excluded.next_attempt_at`;
const UNBLOCK = `
  delete from outbox_blocked where tenant_id = $1 and sink = $2 and aggregate = $3 and aggregate_id = $4`;
const BURY = `
  insert into outbox_dead_letters (tenant_id, id, sink, shard, event_id, type, aggregate, aggregate_id, sequence, position,
                                   outlet_id, reason, attempts)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (tenant_id, sink, event_id) do update set
    reason = excluded.reason, attempts = outbox_dead_letters.attempts + excluded.attempts, dead_at = now(), status = 'dead'`;
const QUEUED = `
  select tenant_id as "tenantId", id, aggregate, aggregate_id as "aggregateId", sequence, attempts
    from outbox_dead_letters where sink = $1 and shard = $2 and status = 'queued' order by position limit $3`;
const REDRIVEN = `
  update outbox_dead_letters set status = 'redriven', redriven_at = now() where tenant_id = $1 and id = $2`;
const STILL_DEAD = `
  update outbox_dead_letters set status = 'dead', reason = $3, attempts = attempts + 1, dead_at = now()
   where tenant_id = $1 and id = $2`;

/** A reason is for people and metrics, not for stack traces. */
export const REASON_MAX = 500;

/** Reads and writes how far one worker's shards are. All writes prove that the worker still owns the shard. */
export class ShardStore {
  constructor(
    private readonly pool: Pool,
    private readonly ids: IdSource,
  ) {}

  /** Where the shard stands. @throws ShardLost */
  async load({ sink, shard }: Shard, owner: string): Promise<number> {
    const { rows } = await this.pool.query<{ position: number }>(LOAD, [sink, shard, owner]);
    if (rows[0] === undefined) throw new ShardLost();
    return rows[0].position;
  }

  /** The aggregates that wait, oldest first. */
  async blocked({ sink, shard }: Shard, limit: number): Promise<BlockedAggregate[]> {
    const { rows } = await this.pool.query<BlockedAggregate>(BLOCKED, [sink, shard, limit]);
    return rows;
  }

  /** Writes progress, all of it or nothing. @throws ShardLost */
  async save(at: Shard, owner: string, progress: ShardProgress): Promise<void> {
    const { blocked = [], unblocked = [], buried = [] } = progress;
    const moved = { ...SAVE, values: [at.sink, at.shard, owner, progress.position] };
    if (blocked.length + unblocked.length + buried.length === 0) {
      if ((await this.pool.query(moved)).rowCount !== 1) throw new ShardLost();
      return;
    }
    await this.transaction(async (query) => {
      if ((await query(moved)) !== 1) throw new ShardLost();
      for (const one of unblocked) await query(UNBLOCK, [one.tenantId, at.sink, one.aggregate, one.aggregateId]);
      for (const one of blocked) await query(BLOCK, blockedValues(at, one));
      for (const one of buried) await query(BURY, [one.event.tenantId, this.ids.next(), ...buriedValues(at, one)]);
    });
  }

  /** Dead letters of the shard to be tried again. */
  async queued({ sink, shard }: Shard, limit: number): Promise<QueuedLetter[]> {
    const { rows } = await this.pool.query<QueuedLetter>(QUEUED, [sink, shard, limit]);
    return rows;
  }

  /** The letter has been delivered after all. */
  async redriven({ tenantId, id }: { tenantId: TenantId; id: string }): Promise<void> {
    await this.pool.query(REDRIVEN, [tenantId, id]);
  }

  /** The letter could not be delivered this time either. */
  async stillDead({ tenantId, id }: { tenantId: TenantId; id: string }, reason: string): Promise<void> {
    await this.pool.query(STILL_DEAD, [tenantId, id, reason.slice(0, REASON_MAX)]);
  }

  private async transaction(
    work: (query: (statement: string | object, values?: unknown[]) => Promise<number | null>) => Promise<void>,
  ): Promise<void> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('begin');
      await work(async (statement, values) => (await client.query(statement as string, values)).rowCount);
      await client.query('commit');
    } catch (error) {
      failure = error as Error; // closing the connection undoes the transaction, whatever state it is in
      throw error;
    } finally {
      client.release(failure);
    }
  }
}

function blockedValues({ sink, shard }: Shard, one: BlockedAggregate): unknown[] {
  const { tenantId, aggregate, aggregateId, position, attempts, reason, waitMs } = one;
  return [tenantId, sink, shard, aggregate, aggregateId, position, attempts, reason.slice(0, REASON_MAX), waitMs];
}

function buriedValues({ sink, shard }: Shard, { event, reason, attempts }: BuriedEvent): unknown[] {
  const { id, type, aggregate, aggregateId, sequence, position, outletId } = event;
  return [
    ...[sink, shard, id, type, aggregate, aggregateId, sequence, position, outletId],
    ...[reason.slice(0, REASON_MAX), attempts],
  ];
}
