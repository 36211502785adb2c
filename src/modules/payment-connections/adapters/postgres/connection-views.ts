import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ConnectionId, PaymentConnection } from '../../domain/connection.js';
import type { ConnectionPage, ConnectionViews } from '../../ports/connection-views.js';
import { SECRETS_OF_C, toConnection, type ConnectionTables, type WholeConnectionRow } from './connection-rows.js';

/** Reads about connections; row security confines them to the tenant. */
export class PostgresConnectionViews implements ConnectionViews {
  constructor(private readonly transactor: Transactor) {}

  list(
    context: RequestContext,
    { limit, after, provider, outletId, active }: ConnectionPage,
  ): Promise<PaymentConnection[]> {
    const { outlets } = context.principal;
    return this.transactor.read(context, async (tx) => {
      const { rows } = await sql<WholeConnectionRow>`select c.*, ${sql.raw(SECRETS_OF_C)} from payment_connections c
        where ${after === undefined ? sql`true` : sql`c.id > ${after}::uuid`}
          and ${provider === undefined ? sql`true` : sql`c.provider = ${provider}`}
          and ${outletId === undefined ? sql`true` : sql`c.outlet_id = ${outletId}::uuid`}
          and ${active === undefined ? sql`true` : sql`c.active = ${active}`}
          and ${outlets === undefined ? sql`true` : sql`c.outlet_id = any(${[...outlets]}::uuid[])`}
        order by c.id limit ${limit + 1}`.execute(transactionOf<ConnectionTables>(tx));
      return rows.map(toConnection);
    });
  }

  find(context: RequestContext, id: ConnectionId): Promise<PaymentConnection | undefined> {
    return this.transactor.read(context, async (tx) => {
      const { rows } = await sql<WholeConnectionRow>`select c.*, ${sql.raw(SECRETS_OF_C)} from payment_connections c
        where c.id = ${id}`.execute(transactionOf<ConnectionTables>(tx));
      return rows[0] && toConnection(rows[0]);
    });
  }
}
