import { sql, type RawBuilder } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Delivery, DeliveryId, DeliveryRefusal } from '../../domain/delivery.js';
import type { EndpointId } from '../../domain/endpoint.js';
import type { DeliveryRange, DeliveryRepository } from '../../ports/delivery-repository.js';
import { payloadColumns, payloadFrom, payloadJoins, type PayloadRow } from './payload.js';
import { DELIVERY_COLUMNS, toDelivery, type ShownDelivery, type WebhookTables } from './webhook-rows.js';

const SHOWN = sql.raw(DELIVERY_COLUMNS.join(', '));
/** As a delivery is when it was put in the queue. One that a worker has in hand stays there, and counts anew. */
const QUEUED = sql`status = 'pending', tries = 0, replays = replays + 1, due_at = now(), finished_at = null`;

/** Deliveries in the table webhook_deliveries, as far as callers change them. */
export class PostgresDeliveryRepository implements DeliveryRepository {
  async get(tx: Tx, id: DeliveryId): Promise<Delivery> {
    return found(id, await rowsOf<ShownDelivery>(tx, sql`select ${SHOWN} from webhook_deliveries where id = ${id}`));
  }

  async payloadOf(tx: Tx, id: DeliveryId): Promise<string | undefined> {
    const query = sql`select ${payloadColumns} from webhook_deliveries d ${payloadJoins} where d.id = ${id}`;
    const [row] = await rowsOf<PayloadRow>(tx, query);
    return row && payloadFrom(row);
  }

  async addTest(tx: Tx, { delivery, payload }: Parameters<DeliveryRepository['addTest']>[1]): Promise<void> {
    const { id, endpointId, eventId, eventType, createdAt } = delivery;
    await rowsOf(
      tx,
      sql`insert into webhook_deliveries
            (tenant_id, id, endpoint_id, event_id, event_type, payload, test, status, due_at, created_at)
          values (${tenantOf(tx)}, ${id}, ${endpointId}, ${eventId}, ${eventType}, ${payload}, true, 'pending', now(), ${createdAt})`,
    );
  }

  async requeue(tx: Tx, id: DeliveryId): Promise<Delivery> {
    const query = sql`update webhook_deliveries set ${QUEUED} where id = ${id} returning ${SHOWN}`;
    return found(id, await rowsOf<ShownDelivery>(tx, query));
  }

  async count(tx: Tx, range: DeliveryRange, limit: number): Promise<number> {
    const within = sql`select from webhook_deliveries d where ${inRange(range)} limit ${limit}`;
    const [row] = await rowsOf<{ count: number }>(tx, sql`select count(*) as count from (${within}) found`);
    return row?.count ?? 0;
  }

  async requeueRange(tx: Tx, range: DeliveryRange): Promise<number> {
    const rows = await rowsOf(
      tx,
      sql`update webhook_deliveries d set ${QUEUED} where ${inRange(range)} and (payload is not null or exists (
            select from events v where v.tenant_id = d.tenant_id and v.aggregate = d.aggregate
               and v.aggregate_id = d.aggregate_id and v.sequence = d.event_sequence)) returning 1`,
    );
    return rows.length;
  }

  async cancelPending(tx: Tx, endpointId: EndpointId): Promise<number> {
    const rows = await rowsOf(
      tx,
      sql`update webhook_deliveries set status = 'cancelled', finished_at = now(), claim = null, claimed_until = null
           where endpoint_id = ${endpointId} and status = 'pending' returning 1`,
    );
    return rows.length;
  }
}

function inRange({ endpointId, statuses, from, to }: DeliveryRange): RawBuilder<unknown> {
  const begin = from === undefined ? sql`true` : sql`created_at >= ${from}`;
  const end = to === undefined ? sql`true` : sql`created_at < ${to}`;
  return sql`endpoint_id = ${endpointId} and status = any(${statuses}) and ${begin} and ${end}`;
}

async function rowsOf<Row>(tx: Tx, query: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await query.execute(transactionOf<WebhookTables>(tx));
  return rows as Row[];
}

function found(id: DeliveryId, [row]: readonly ShownDelivery[]): Delivery {
  if (row === undefined) throw new Refusal<DeliveryRefusal>('webhook_delivery_not_found', { deliveryId: id });
  return toDelivery(row);
}
