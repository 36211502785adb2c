import { randomUUID } from 'node:crypto';
import type { TenantId } from '../../../../kernel/ids.js';
import type { DeliveryId, Verdict } from '../../domain/delivery.js';
import type { EndpointId } from '../../domain/endpoint.js';
import type {
  ClaimedDelivery,
  ClaimWish,
  DeliveryQueue,
  EndpointKey,
  TryRecord,
  WaitingEndpoints,
} from '../../ports/delivery-queue.js';
import { PAYLOAD_COLUMNS, PAYLOAD_JOINS, payloadFrom, type PayloadRow } from './payload.js';
import type { WorkerConnections } from './worker-connections.js';

/** A call takes at most 15 s, and saving it not much: whoever needs a minute is dead or hangs. */
const LEASE_MS = 60_000;
const ENDPOINTS_MAX = 500;
const NOBODY = '00000000-0000-0000-0000-000000000000';

// Jumps along the queue's index from one endpoint to the next, whatever is queued for each: its first row tells what is due.
export const WAITING = `
  with recursive waiting as (
    (select tenant_id, endpoint_id, due_at, 1 as n from webhook_deliveries
      where status = 'pending' and (tenant_id, endpoint_id) > ($1::uuid, $2::uuid)
      order by tenant_id, endpoint_id, due_at limit 1)
    union all
    select next.tenant_id, next.endpoint_id, next.due_at, w.n + 1 from waiting w cross join lateral (
      select d.tenant_id, d.endpoint_id, d.due_at from webhook_deliveries d
       where d.status = 'pending' and (d.tenant_id, d.endpoint_id) > (w.tenant_id, w.endpoint_id)
       order by d.tenant_id, d.endpoint_id, d.due_at limit 1) next
     where w.n < ${ENDPOINTS_MAX})
  select tenant_id, endpoint_id, due_at <= now() as due from waiting order by n`;

// Locks and takes rows of one endpoint after the other until there are enough; what others are taking is passed over.
export const CLAIM = `
  with wanted as (select * from unnest($1::uuid[], $2::uuid[], $3::int[]) as w (tenant_id, endpoint_id, free)),
  picked as (
    select d.tenant_id, d.id from wanted w
      join webhook_endpoints e on e.tenant_id = w.tenant_id and e.id = w.endpoint_id and e.status = 'enabled'
       and e.deleted_at is null
       and (e.failing_since is null and e.last_success_at is not null and e.id <> all($4::uuid[])) = $5::boolean
     cross join lateral (
       select q.tenant_id, q.id from webhook_deliveries q
        where q.status = 'pending' and q.tenant_id = w.tenant_id and q.endpoint_id = w.endpoint_id and q.due_at <= now()
          and (q.claimed_until is null or q.claimed_until <= now())
        order by q.due_at limit w.free for update skip locked) d
     limit $6::int),
  claimed as (
    update webhook_deliveries c set claim = $7::uuid, claimed_until = now() + $8::float8 * interval '1 millisecond'
      from picked p where c.tenant_id = p.tenant_id and c.id = p.id returning c.*)
  select d.id, d.endpoint_id, d.tries, e.url, e.secret, e.secret_number,
         case when e.previous_until > now() then e.previous_secret end as previous_secret, ${PAYLOAD_COLUMNS}
    from claimed d join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id ${PAYLOAD_JOINS}`;

// The try is written down in any case. How the endpoint fares is written only when that changes, or once a minute: rows that
// many tries share would be rewritten all the time.
const SAVE = `
  with saved as (
    update webhook_deliveries set status = $4::text, tries = tries + 1, claim = null, claimed_until = null,
           due_at = case when $4 = 'pending' then now() + $5::float8 * interval '1 millisecond' else due_at end,
           finished_at = case when $4 = 'pending' then null else now() end,
           last_status = $6::int, last_error = $7::text,
           payload = case when $4 = 'parked' then coalesce(payload, $8::text) else payload end
     where tenant_id = $1 and id = $2 and claim = $3 and status = 'pending'),
  logged as (
    insert into webhook_attempts (tenant_id, delivery_id, id, at, duration_ms, status, error, request_headers,
           response_headers, response_body, truncated)
    select tenant_id, id, $9::uuid, $10::timestamptz, $11::int, $6::int, $7::text, $12::json, $13::json, $14::text, $15::boolean
      from webhook_deliveries
     where tenant_id = $1 and id = $2),
  fared as (
    update webhook_endpoints set last_success_at = case when $17::boolean then now() else last_success_at end,
           failing_since = case when $17 then null else now() end
     where tenant_id = $1 and id = $16 and case when $17
       then failing_since is not null or last_success_at is null or last_success_at < now() - interval '1 minute'
       else failing_since is null end)
  select extract(epoch from now() - failing_since)::float8 * 1000 as failing_ms from webhook_endpoints
   where tenant_id = $1 and id = $16 and not $17`;

const GIVE_BACK = `
  update webhook_deliveries set claim = null, claimed_until = null, last_error = coalesce($5::text, last_error),
         due_at = case when $4::float8 > 0 then now() + $4::float8 * interval '1 millisecond' else due_at end
   where tenant_id = $1 and id = $2 and claim = $3 and status = 'pending'`;

const ABANDON = `
  update webhook_deliveries set status = 'cancelled', finished_at = now(), claim = null, claimed_until = null, last_error = $4::text
   where tenant_id = $1 and id = $2 and claim = $3 and status = 'pending'`;

interface WaitingRow {
  readonly tenant_id: TenantId;
  readonly endpoint_id: EndpointId;
  readonly due: boolean;
}

interface ClaimedRow extends PayloadRow {
  readonly id: DeliveryId;
  readonly endpoint_id: EndpointId;
  readonly tries: number;
  readonly url: string;
  readonly secret: string;
  readonly secret_number: number;
  readonly previous_secret: string | null;
}

/** The queue in the table webhook_deliveries. */
export class PostgresDeliveryQueue implements DeliveryQueue {
  constructor(
    private readonly connections: WorkerConnections,
    private readonly leaseMs = LEASE_MS,
  ) {}

  async waiting(after: EndpointKey | undefined): Promise<WaitingEndpoints> {
    const values = [after?.tenantId ?? NOBODY, after?.endpointId ?? NOBODY];
    const rows = await this.ask<WaitingRow>('webhooks_waiting', WAITING, values);
    const keys = rows.map(({ tenant_id, endpoint_id }) => ({ tenantId: tenant_id, endpointId: endpoint_id }));
    const due = keys.filter((_key, index) => rows[index]?.due === true);
    return { due, next: rows.length < ENDPOINTS_MAX ? undefined : keys.at(-1) };
  }

  async claim(wish: ClaimWish): Promise<ClaimedDelivery[]> {
    const free = (id: EndpointId): number => wish.slots - (wish.inHand.get(id) ?? 0);
    const endpoints = wish.endpoints.filter(({ endpointId }) => free(endpointId) > 0);
    if (endpoints.length === 0 || wish.limit <= 0) return [];
    const claim = randomUUID();
    const rows = await this.ask<ClaimedRow>('webhooks_claim', CLAIM, [
      endpoints.map(({ tenantId }) => tenantId),
      endpoints.map(({ endpointId }) => endpointId),
      endpoints.map(({ endpointId }) => free(endpointId)),
      wish.slow,
      wish.trusted,
      wish.limit,
      claim,
      this.leaseMs,
    ]);
    return rows.map((row) => toClaimed(row, claim));
  }

  async save(delivery: ClaimedDelivery, verdict: Verdict, record: TryRecord): Promise<number | undefined> {
    const succeeded = verdict.status === 'delivered';
    const [row] = await this.ask<{ failing_ms: number | null }>('webhooks_save', SAVE, [
      delivery.tenantId,
      delivery.id,
      delivery.claim,
      verdict.status,
      verdict.status === 'pending' ? verdict.delayMs : 0,
      record.status ?? null,
      record.error ?? null,
      delivery.payload ?? null,
      record.id,
      record.at,
      Math.round(record.durationMs),
      JSON.stringify(record.requestHeaders),
      record.responseHeaders === undefined ? null : JSON.stringify(record.responseHeaders),
      record.responseBody ?? null,
      record.truncated,
      delivery.endpointId,
      succeeded,
    ]);
    return row?.failing_ms ?? undefined;
  }

  async giveBack({ tenantId, id, claim }: ClaimedDelivery, delayMs: number, error?: string): Promise<void> {
    await this.ask('webhooks_give_back', GIVE_BACK, [tenantId, id, claim, delayMs, error ?? null]);
  }

  async abandon({ tenantId, id, claim }: ClaimedDelivery, error: string): Promise<void> {
    await this.ask('webhooks_abandon', ABANDON, [tenantId, id, claim, error]);
  }

  private async ask<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.connections.query({ name, text, values });
    return rows as Row[];
  }
}

function toClaimed(row: ClaimedRow, claim: string): ClaimedDelivery {
  const secrets = [{ sealed: row.secret, number: row.secret_number }];
  if (row.previous_secret !== null) secrets.push({ sealed: row.previous_secret, number: row.secret_number - 1 });
  return {
    tenantId: row.tenant_id as TenantId,
    tenantSlug: row.slug,
    endpointId: row.endpoint_id,
    id: row.id,
    claim,
    eventId: row.event_id,
    eventType: row.event_type,
    tries: row.tries,
    url: row.url,
    secrets,
    payload: payloadFrom(row),
  };
}
