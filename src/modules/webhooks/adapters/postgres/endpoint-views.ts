import { sql, type RawBuilder } from 'kysely';
import type { Principal, RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { EndpointId, EndpointRefusal, WebhookEndpoint } from '../../domain/endpoint.js';
import type { EndpointViews } from '../../ports/endpoint-views.js';
import { toEndpoint, type EndpointRow, type WebhookTables } from './webhook-rows.js';

/** Reads about endpoints; row security confines them to the tenant. */
export class PostgresEndpointViews implements EndpointViews {
  constructor(private readonly transactor: Transactor) {}

  list(context: RequestContext, { limit, after }: Parameters<EndpointViews['list']>[1]): Promise<WebhookEndpoint[]> {
    const position =
      after === undefined ? sql`true` : sql`(created_at, id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
    return this.transactor.read(context, async (tx) => {
      const { rows } = await sql<EndpointRow>`select * from webhook_endpoints
        where deleted_at is null and ${withinReach(context.principal)} and ${position}
        order by created_at desc, id desc limit ${limit + 1}`.execute(transactionOf<WebhookTables>(tx));
      return rows.map(toEndpoint);
    });
  }

  one(context: RequestContext, id: EndpointId): Promise<WebhookEndpoint> {
    return this.transactor.read(context, async (tx) => {
      const { rows } = await sql<EndpointRow>`select * from webhook_endpoints
        where id = ${id} and deleted_at is null and ${withinReach(context.principal)}`.execute(
        transactionOf<WebhookTables>(tx),
      );
      if (rows[0] === undefined) throw new Refusal<EndpointRefusal>('webhook_endpoint_not_found', { endpointId: id });
      return toEndpoint(rows[0]);
    });
  }
}

/** Whoever acts for some outlets only sees endpoints that get events of no others. Needs no table's name: one has `outlet_ids`. */
export function withinReach({ outlets }: Principal): RawBuilder<unknown> {
  return outlets === undefined ? sql`true` : sql`outlet_ids <@ ${[...outlets]}::uuid[]`;
}
