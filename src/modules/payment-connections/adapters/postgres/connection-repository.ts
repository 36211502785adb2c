import { sql, type RawBuilder } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ConnectionId, ConnectionRefusal, PaymentConnection } from '../../domain/connection.js';
import type { ConnectedProvider } from '../../domain/provider.js';
import type { ConnectionRepository } from '../../ports/connection-repository.js';
import { SECRETS_OF_C, toConnection, type ConnectionTables, type WholeConnectionRow } from './connection-rows.js';

/** Connections in the tables payment_connections and payment_connection_secrets. */
export class PostgresConnectionRepository implements ConnectionRepository {
  find(tx: Tx, id: ConnectionId): Promise<PaymentConnection | undefined> {
    return one(tx, sql`where c.id = ${id} for no key update`);
  }

  byId(tx: Tx, id: ConnectionId): Promise<PaymentConnection | undefined> {
    return one(tx, sql`where c.id = ${id}`);
  }

  forOutlet(tx: Tx, provider: ConnectedProvider, outletId: OutletId): Promise<PaymentConnection | undefined> {
    const place = sql`c.outlet_id = ${outletId} or c.outlet_id is null`;
    return one(tx, sql`where c.provider = ${provider} and (${place}) order by c.outlet_id nulls last limit 1`);
  }

  byCallback(tx: Tx, provider: ConnectedProvider, callbackHash: string): Promise<PaymentConnection | undefined> {
    return one(tx, sql`where c.callback_hash = ${callbackHash} and c.provider = ${provider}`);
  }

  async add(tx: Tx, connection: PaymentConnection): Promise<void> {
    const { id, provider, outletId } = connection;
    const { numInsertedOrUpdatedRows } = await transactionOf<ConnectionTables>(tx)
      .insertInto('payment_connections')
      .values({
        ...changeable(connection),
        tenant_id: tenantOf(tx),
        id,
        provider,
        outlet_id: outletId,
        tested_at: null,
        test_failure: null,
        created_by: connection.createdBy,
        created_at: connection.createdAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n)
      throw new Refusal<ConnectionRefusal>('payment_connection_exists', { provider, outletId });
    await this.saveSecrets(tx, connection);
  }

  async save(tx: Tx, connection: PaymentConnection): Promise<void> {
    const { numUpdatedRows } = await transactionOf<ConnectionTables>(tx)
      .updateTable('payment_connections')
      .set(changeable(connection))
      .where('id', '=', connection.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} payment connections instead of one`);
    await this.saveSecrets(tx, connection);
  }

  async tested(tx: Tx, id: ConnectionId, at: Date, failure: string | null): Promise<void> {
    await transactionOf<ConnectionTables>(tx)
      .updateTable('payment_connections')
      .set({ tested_at: at, test_failure: failure })
      .where('id', '=', id)
      .execute();
  }

  private async saveSecrets(tx: Tx, { id, secrets }: PaymentConnection): Promise<void> {
    await transactionOf<ConnectionTables>(tx)
      .insertInto('payment_connection_secrets')
      .values(
        Object.entries(secrets).map(([field, { sealed, number, hint }]) => ({
          ...{ tenant_id: tenantOf(tx), connection_id: id, field, sealed, number, hint },
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'connection_id', 'field']).doUpdateSet((row) => ({
          sealed: row.ref('excluded.sealed'),
          number: row.ref('excluded.number'),
          hint: row.ref('excluded.hint'),
        })),
      )
      .execute();
  }
}

async function one(tx: Tx, which: RawBuilder<unknown>): Promise<PaymentConnection | undefined> {
  const { rows } = await sql<WholeConnectionRow>`select c.*, ${sql.raw(SECRETS_OF_C)}
    from payment_connections c ${which}`.execute(transactionOf<ConnectionTables>(tx));
  return rows[0] && toConnection(rows[0]);
}

function changeable({ settings, active, callbackHash, version, updatedAt }: PaymentConnection) {
  return { settings, active, callback_hash: callbackHash, version, updated_at: updatedAt };
}
