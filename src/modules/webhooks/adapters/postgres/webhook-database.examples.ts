import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { createTestDatabase } from '../../../../../test/harness/test-database.js';
import { UuidV7Source, type TenantId } from '../../../../kernel/ids.js';
import type { LoggedEvent } from '../../../../kernel/outbox.js';
import { createRandomPool } from '../../../../platform/crypto/random-pool.js';
import type { EndpointId } from '../../domain/endpoint.js';
import type { ClaimedDelivery, ClaimWish } from '../../ports/delivery-queue.js';
import { PostgresDeliveryQueue } from './delivery-queue.js';
import { WebhookFanOut } from './webhook-fan-out.js';

export const ids = new UuidV7Source(Date.now, createRandomPool());
export const TENANT = randomUUID() as TenantId;

/** A database with a tenant, the queue in it, and what tests do with both. */
export async function openWebhookDatabase() {
  const database = await createTestDatabase();
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into tenants (tenant_id, slug, name, currency) values ($1, 't', 'T', 'KES')`, [TENANT]);
  const worker = new Pool({ connectionString: database.workerUrl, max: 4 });
  // Dropping the database may meet a connection that is just about to close.
  const unheard = (): undefined => undefined;
  worker.on('error', unheard).on('connect', (client) => void client.on('error', unheard));
  owner.on('error', unheard);
  const queue = new PostgresDeliveryQueue(worker);
  const wakeUps: number[] = [];
  const fanOut = new WebhookFanOut(worker, ids, { now: () => void wakeUps.push(Date.now()) });
  const log = (one: LoggedEvent): Promise<LoggedEvent> => logEvent(owner, one);
  return {
    ...{ database, owner, worker, queue, fanOut, wakeUps, log },
    addEndpoint: (more: Readonly<Record<string, unknown>> = {}) => addEndpoint(owner, more),
    logged: async (count: number): Promise<LoggedEvent[]> => {
      const all: LoggedEvent[] = [];
      for (let n = 0; n < count; n++) all.push(await log(event()));
      return all;
    },
    claimed: async (wish: Partial<ClaimWish> = {}): Promise<ClaimedDelivery[]> => {
      const { due } = await queue.waiting(undefined);
      const all = { trusted: true, slow: [], limit: 100, slots: 100, inHand: new Map<EndpointId, number>() };
      return queue.claim({ endpoints: due, ...all, ...wish });
    },
    rows: async (): Promise<Record<string, unknown>[]> =>
      (await owner.query('select * from webhook_deliveries order by id')).rows,
    close: async () => {
      await Promise.all([worker.end(), owner.end()]);
      await database.drop();
    },
  };
}

export type WebhookDatabase = Awaited<ReturnType<typeof openWebhookDatabase>>;

async function addEndpoint(owner: Client, more: Readonly<Record<string, unknown>>): Promise<EndpointId> {
  const row = {
    ...{ tenant_id: TENANT, id: ids.next<'webhook-endpoint'>(), url: 'https://example.com/', description: '' },
    ...{ event_types: ['*'], status: 'enabled', secret: 'sealed', secret_number: 1, secret_hint: 'abcd', version: 1 },
    ...{ created_by: 'test', created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' },
    ...{ last_success_at: '2026-01-01T00:00:00Z' },
    ...more,
  };
  const columns = Object.keys(row).join();
  const insert = `insert into webhook_endpoints (${columns}) select ${columns} from json_populate_record(null::webhook_endpoints, $1)`;
  await owner.query(insert, [JSON.stringify(row)]);
  return row.id;
}

/** An event as the dispatcher hands it over; not in the log. */
export function event(more: Partial<LoggedEvent> = {}): LoggedEvent {
  return {
    ...{ id: ids.next(), type: 'pos.order.created', aggregate: 'orders', aggregateId: ids.next(), sequence: 1 },
    ...{ outletId: null, tenantId: TENANT, tenantSlug: 't', occurredAt: new Date('2026-06-01T00:00:00Z') },
    ...{ actor: 'test', requestId: 'r', traceParent: null, json: '{"n": 1}', position: 1 },
    ...more,
  };
}

async function logEvent(owner: Client, one: LoggedEvent): Promise<LoggedEvent> {
  await owner.query(
    `insert into events (tenant_id, aggregate, aggregate_id, sequence, id, type, outlet_id, data, actor, request_id, occurred_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      one.tenantId,
      one.aggregate,
      one.aggregateId,
      one.sequence,
      one.id,
      one.type,
      one.outletId,
      one.json,
      'a',
      'r',
      one.occurredAt,
    ],
  );
  return one;
}
