import type { PoolClient } from 'pg';
import type { OutletId } from '../../kernel/ids.js';
import type { PublishedEvent } from '../../kernel/outbox.js';

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

  /** Looks again and answers the settled position, which never goes back. */
  async advance(client: PoolClient): Promise<number> {
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

async function drawnPosition(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ drawn: number }>('select last_value as drawn from events_position');
  return rows[0]?.drawn ?? 0;
}

/** Takes a transaction id: all given out before are lower. A snapshot's xmax is not that, it is one past the last that has ended. */
async function nextTransaction(client: PoolClient): Promise<bigint> {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
  return BigInt((rows[0] as { id: string }).id);
}

async function oldestTransaction(client: PoolClient): Promise<bigint> {
  const { rows } = await client.query<{ id: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as id');
  return BigInt((rows[0] as { id: string }).id);
}

interface EventRow {
  tenant_id: string;
  slug: string;
  aggregate: string;
  aggregate_id: string;
  sequence: number;
  id: string;
  type: string;
  outlet_id: string | null;
  data: object;
  actor: string;
  request_id: string;
  trace_parent: string | null;
  occurred_at: Date;
  position: number;
}

/** Events to deliver next, and where the sink stands once they are delivered. */
export interface Page {
  readonly events: readonly PublishedEvent[];
  readonly position: number;
}

const PAGE = {
  name: 'events_page',
  text: `
  select e.tenant_id, t.slug, e.aggregate, e.aggregate_id, e.sequence, e.id, e.type, e.outlet_id, e.data, e.actor,
         e.request_id, e.trace_parent, e.occurred_at, e.position
    from events e join tenants t on t.tenant_id = e.tenant_id
   where e.position > $1 and e.position <= $2
   order by e.position limit $3`,
};

/** How far a sink has been served. A new sink begins with the first event ever. */
export async function loadPosition(client: PoolClient, sink: string): Promise<number> {
  await client.query('insert into outbox_cursors (sink) values ($1) on conflict do nothing', [sink]);
  const { rows } = await client.query<{ position: number }>('select position from outbox_cursors where sink = $1', [
    sink,
  ]);
  return rows[0]?.position ?? 0;
}

/** Remembers how far the sink has been served. */
export async function savePosition(client: PoolClient, sink: string, position: number): Promise<void> {
  await client.query('update outbox_cursors set position = $2, updated_at = now() where sink = $1', [sink, position]);
}

/** The next events of the settled part of the log, at most `limit`; `undefined` when there are none. */
export async function nextPage(
  client: PoolClient,
  after: number,
  settled: number,
  limit: number,
): Promise<Page | undefined> {
  if (settled <= after) return undefined;
  const { rows } = await client.query<EventRow>({ ...PAGE, values: [after, settled, limit] });
  const last = rows.at(-1);
  return last === undefined ? undefined : { events: rows.map(toEvent), position: last.position };
}

function toEvent(row: EventRow): PublishedEvent {
  return {
    id: row.id,
    type: row.type,
    aggregate: row.aggregate,
    aggregateId: row.aggregate_id,
    sequence: row.sequence,
    outletId: row.outlet_id as OutletId | null,
    data: row.data,
    tenantId: row.tenant_id,
    tenantSlug: row.slug,
    occurredAt: row.occurred_at,
    actor: row.actor,
    requestId: row.request_id,
    traceParent: row.trace_parent,
  };
}
