import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Delivery, DeliveryId, DeliveryRefusal } from '../../domain/delivery.js';
import type { Attempt, DeliveryDetail, DeliveryFilter, DeliveryViews } from '../../ports/delivery-views.js';
import { withinReach } from './endpoint-views.js';
import { payloadColumns, payloadFrom, payloadJoins, type PayloadRow } from './payload.js';
import { DELIVERY_COLUMNS, toDelivery, type ShownDelivery, type WebhookTables } from './webhook-rows.js';

const SHOWN = sql.raw(DELIVERY_COLUMNS.map((column) => `d.${column}`).join(', '));
const ATTEMPTS_MAX = 100;

interface AttemptRow {
  readonly at: Date;
  readonly duration_ms: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly request_headers: Record<string, string>;
  readonly response_headers: Record<string, string> | null;
  readonly response_body: string | null;
  readonly truncated: boolean;
}

/** Reads about deliveries; row security confines them to the tenant. */
export class PostgresDeliveryViews implements DeliveryViews {
  constructor(private readonly transactor: Transactor) {}

  list(
    context: RequestContext,
    filter: DeliveryFilter,
    { limit, after }: Parameters<DeliveryViews['list']>[2],
  ): Promise<Delivery[]> {
    // Cursors hold milliseconds, and so do these times: they are cut where they are written and read.
    const position =
      after === undefined
        ? sql`true`
        : sql`(d.created_at, d.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
    const conditions = [...conditionsOf(filter), position, reach(context)];
    return this.transactor.read(context, async (tx) => {
      const { rows } = await sql<ShownDelivery>`select ${SHOWN} from webhook_deliveries d
        where ${sql.join(conditions, sql` and `)} order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(
        transactionOf<WebhookTables>(tx),
      );
      return rows.map(toDelivery);
    });
  }

  one(context: RequestContext, id: DeliveryId): Promise<DeliveryDetail> {
    return this.transactor.read(context, async (tx) => {
      const database = transactionOf<WebhookTables>(tx);
      const { rows } = await sql<ShownDelivery & PayloadRow & { url: string }>`select ${SHOWN}, ${payloadColumns}, e.url
        from webhook_deliveries d ${payloadJoins}
        join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
        where d.id = ${id} and ${reach(context)}`.execute(database);
      const [row] = rows;
      if (row === undefined) throw new Refusal<DeliveryRefusal>('webhook_delivery_not_found', { deliveryId: id });
      const tries = await sql<AttemptRow>`select at, duration_ms, status, error, request_headers, response_headers,
          response_body, truncated from webhook_attempts where delivery_id = ${id}
        order by tenant_id desc, delivery_id desc, webhook_attempts.id desc limit ${ATTEMPTS_MAX}`.execute(database);
      const attempts = tries.rows.reverse().map(toAttempt);
      return { delivery: toDelivery(row), url: row.url, payload: payloadFrom(row), attempts };
    });
  }
}

function conditionsOf({ endpointId, status, eventType, eventId, from, to }: DeliveryFilter): RawBuilder<unknown>[] {
  return [
    endpointId === undefined ? undefined : sql`d.endpoint_id = ${endpointId}`,
    status === undefined ? undefined : sql`d.status = ${status}`,
    eventType === undefined ? undefined : sql`d.event_type = ${eventType}`,
    eventId === undefined ? undefined : sql`d.event_id = ${eventId}`,
    from === undefined ? undefined : sql`d.created_at >= ${from}`,
    to === undefined ? undefined : sql`d.created_at < ${to}`,
  ].filter((condition) => condition !== undefined);
}

function reach({ principal }: RequestContext): RawBuilder<unknown> {
  if (principal.outlets === undefined) return sql`true`;
  return sql`exists (select from webhook_endpoints r where r.tenant_id = d.tenant_id and r.id = d.endpoint_id
    and ${withinReach(principal)})`;
}

function toAttempt(row: AttemptRow): Attempt {
  return {
    at: row.at,
    durationMs: row.duration_ms,
    status: row.status,
    error: row.error,
    requestHeaders: row.request_headers,
    responseHeaders: row.response_headers,
    responseBody: row.response_body,
    truncated: row.truncated,
  };
}
