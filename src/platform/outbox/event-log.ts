import type { PoolClient } from 'pg';
import type { OutletId, TenantId } from '../../kernel/ids.js';
import type { LoggedEvent } from '../../kernel/outbox.js';

/** As much of a connection or a pool as reading takes. */
export interface Queries {
  query: PoolClient['query'];
}

/**
 * Finds up to which position the log is settled: no transaction still running can add an event at or below it. Positions are
 * drawn before their transactions commit, so the highest one seen proves nothing, and reading "all above the last seen"
 * would lose late commits (GUARANTEES G5). But whoever has drawn a position has a transaction id already. So: read how far
 * positions are drawn, then the next transaction id to be given out; once every transaction below that id has ended, all
 * positions drawn until then are settled.
 */
export class SettledHorizon {
  private settled = 0;
  private pending: { readonly position: number; readonly beforeTransaction: bigint } | undefined;

  /** True while drawn positions wait for running transactions: looking again soon is worth it. */
  get isPending(): boolean {
    return this.pending !== undefined;
  }

  /** Looks again and answers the settled position, which never goes back. */
  async advance(client: Queries): Promise<number> {
    const drawn = await drawnPosition(client); // must come before the transaction id: see above
    if (this.pending === undefined && drawn > this.settled) {
      this.pending = { position: drawn, beforeTransaction: await nextTransaction(client) };
    }
    if (this.pending !== undefined && (await oldestTransaction(client)) >= this.pending.beforeTransaction) {
      this.settled = this.pending.position;
      this.pending = undefined;
    }
    return this.settled;
  }
}

async function drawnPosition(client: Queries): Promise<number> {
  const { rows } = await client.query<{ drawn: number }>({
    name: 'events_drawn',
    text: 'select case when is_called then last_value else 0 end as drawn from events_position',
  });
  return rows[0]?.drawn ?? 0;
}

/** Takes a transaction id: all given out before are lower. A snapshot's xmax is not that, it is one past the last that has ended. */
async function nextTransaction(client: Queries): Promise<bigint> {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
  return BigInt((rows[0] as { id: string }).id);
}

async function oldestTransaction(client: Queries): Promise<bigint> {
  const { rows } = await client.query<{ id: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as id');
  return BigInt((rows[0] as { id: string }).id);
}

/** Into how many parts the log is split for those who share the work. Fixed: another number would move aggregates between hands. */
export const SHARDS = 4;

/** The shard of an aggregate, as the queries compute it: the last bits of its id, which are random in UUIDv7. */
export function shardOf(aggregateId: string): number {
  return Number.parseInt(aggregateId.slice(-2), 16) % SHARDS;
}

const SHARD_SQL = `(get_byte(uuid_send(e.aggregate_id), 15) % ${SHARDS})`;

type EventRow = [
  tenantId: string,
  slug: string,
  aggregate: string,
  aggregateId: string,
  sequence: number,
  id: string,
  type: string,
  outletId: string | null,
  json: string,
  actor: string,
  requestId: string,
  traceParent: string | null,
  occurredAt: Date,
  position: number,
  deviceId: string | null,
];

// The data stays text: most ways out pass it on unread, and parsing it would cost more than all else.
const SELECT = `
  select e.tenant_id, t.slug, e.aggregate, e.aggregate_id, e.sequence, e.id, e.type, e.outlet_id, e.data::text, e.actor,
         e.request_id, e.trace_parent, e.occurred_at, e.position, e.device_id
    from events e join tenants t on t.tenant_id = e.tenant_id`;

const LOG = {
  name: 'events_log',
  rowMode: 'array' as const,
  text: `${SELECT} where e.position > $1 and e.position <= $2 order by e.position limit $3`,
};
const SHARD = {
  name: 'events_shard',
  rowMode: 'array' as const,
  text: `${SELECT} where e.position > $1 and e.position <= $2 and ${SHARD_SQL} = $4 order by e.position limit $3`,
};
const AGGREGATE = {
  name: 'events_aggregate',
  rowMode: 'array' as const,
  text: `${SELECT} where e.tenant_id = $1 and e.aggregate = $2 and e.aggregate_id = $3 and e.position >= $4 and e.position <= $5
   order by e.sequence limit $6`,
};
const ONE = {
  name: 'events_one',
  rowMode: 'array' as const,
  text: `${SELECT} where e.tenant_id = $1 and e.aggregate = $2 and e.aggregate_id = $3 and e.sequence = $4`,
};

/** A part of the log: positions above `after` up to and with `upTo`, which must be settled. */
export interface LogRange {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
  /** Only the events of one shard. */
  readonly shard?: number;
}

/** The next events of all tenants, in order; at most `limit`. */
export async function readLog(client: Queries, { after, upTo, limit, shard }: LogRange): Promise<LoggedEvent[]> {
  if (upTo <= after) return [];
  const question =
    shard === undefined ? { ...LOG, values: [after, upTo, limit] } : { ...SHARD, values: [after, upTo, limit, shard] };
  const { rows } = await client.query<EventRow>(question);
  return rows.map(toEvent);
}

/** What names an aggregate among those of all tenants. */
export interface AggregateKey {
  readonly tenantId: TenantId;
  readonly aggregate: string;
  readonly aggregateId: string;
}

/** The events of one aggregate from one position to another, both included. */
export async function readAggregate(
  client: Queries,
  { tenantId, aggregate, aggregateId }: AggregateKey,
  { from, upTo, limit }: { readonly from: number; readonly upTo: number; readonly limit: number },
): Promise<LoggedEvent[]> {
  const values = [tenantId, aggregate, aggregateId, from, upTo, limit];
  const { rows } = await client.query<EventRow>({ ...AGGREGATE, values });
  return rows.map(toEvent);
}

/** One event by its place in its aggregate's history; `undefined` when it has been removed. */
export async function readEvent(
  client: Queries,
  { tenantId, aggregate, aggregateId }: AggregateKey,
  sequence: number,
): Promise<LoggedEvent | undefined> {
  const { rows } = await client.query<EventRow>({ ...ONE, values: [tenantId, aggregate, aggregateId, sequence] });
  return rows[0] === undefined ? undefined : toEvent(rows[0]);
}

function toEvent(row: EventRow): LoggedEvent {
  return {
    tenantId: row[0] as TenantId,
    tenantSlug: row[1],
    aggregate: row[2],
    aggregateId: row[3],
    sequence: row[4],
    id: row[5],
    type: row[6],
    outletId: row[7] as OutletId | null,
    json: row[8],
    actor: row[9],
    requestId: row[10],
    traceParent: row[11],
    occurredAt: row[12],
    position: row[13],
    ...(row[14] === null ? {} : { deviceId: row[14] }),
  };
}
