import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { EndpointId, EndpointRefusal, WebhookEndpoint } from '../../domain/endpoint.js';
import type { EndpointRepository } from '../../ports/endpoint-repository.js';
import { fromEndpoint, toEndpoint, type WebhookTables } from './webhook-rows.js';

// Any number that nobody else locks by.
const ADDING_LOCK = 4_110;

/** Endpoints in the table webhook_endpoints. */
export class PostgresEndpointRepository implements EndpointRepository {
  async get(tx: Tx, id: EndpointId): Promise<WebhookEndpoint> {
    const row = await transactionOf<WebhookTables>(tx)
      .selectFrom('webhook_endpoints')
      .selectAll()
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .forNoKeyUpdate() // lets deliveries go on being queued for it
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<EndpointRefusal>('webhook_endpoint_not_found', { endpointId: id });
    return toEndpoint(row);
  }

  async countForAdding(tx: Tx): Promise<number> {
    const database = transactionOf<WebhookTables>(tx);
    await sql`select pg_advisory_xact_lock(${ADDING_LOCK}, hashtext(${tenantOf(tx)}))`.execute(database);
    const { count } = await database
      .selectFrom('webhook_endpoints')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow();
    return count;
  }

  async add(tx: Tx, endpoint: WebhookEndpoint): Promise<void> {
    const { id, createdAt, createdBy } = endpoint;
    const { numInsertedOrUpdatedRows } = await transactionOf<WebhookTables>(tx)
      .insertInto('webhook_endpoints')
      .values({
        ...fromEndpoint(endpoint),
        tenant_id: tenantOf(tx),
        id,
        created_by: createdBy,
        created_at: createdAt,
        last_success_at: null,
        deleted_at: null,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n)
      throw new Refusal<EndpointRefusal>('webhook_endpoint_already_exists', { endpointId: id });
  }

  async save(tx: Tx, endpoint: WebhookEndpoint): Promise<void> {
    await this.update(tx, endpoint.id, fromEndpoint(endpoint));
  }

  async remove(tx: Tx, endpoint: WebhookEndpoint): Promise<void> {
    const wiped = { url: 'deleted', description: '', secret: null, previous_secret: null, previous_until: null };
    await this.update(tx, endpoint.id, { ...fromEndpoint(endpoint), ...wiped, deleted_at: endpoint.updatedAt });
  }

  private async update(tx: Tx, id: EndpointId, changes: Partial<WebhookTables['webhook_endpoints']>): Promise<void> {
    const { numUpdatedRows } = await transactionOf<WebhookTables>(tx)
      .updateTable('webhook_endpoints')
      .set(changes)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} webhook endpoints instead of one`);
  }
}
