import type { TenantId } from '../../../../kernel/ids.js';
import type { ConnectionId } from '../../domain/connection.js';
import type { SealedField, SealedFieldStore } from '../../ports/connection-secrets.js';

const OTHERS = `select tenant_id, connection_id, field, sealed, number from payment_connection_secrets
   where not starts_with(sealed, $1) limit $2`;
const REPLACE = `update payment_connection_secrets set sealed = $4
   where tenant_id = $1 and connection_id = $2 and field = $3 and sealed = $5`;

interface FieldRow {
  readonly tenant_id: TenantId;
  readonly connection_id: ConnectionId;
  readonly field: string;
  readonly sealed: string;
  readonly number: number;
}

/** As much of the worker's pool as these statements take. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Secrets in the table payment_connection_secrets, of all tenants. */
export class PostgresSealedFieldStore implements SealedFieldStore {
  constructor(private readonly connections: WorkerConnections) {}

  async othersThan(prefix: string, limit: number): Promise<SealedField[]> {
    const statement = { name: 'payment_secrets_others_than', text: OTHERS, values: [prefix, limit] };
    const { rows } = await this.connections.query(statement);
    return (rows as FieldRow[]).map(({ tenant_id, connection_id, ...rest }) => ({
      ...rest,
      tenantId: tenant_id,
      connectionId: connection_id,
    }));
  }

  async replace({ tenantId, connectionId, field, sealed: old }: SealedField, sealed: string): Promise<void> {
    const values = [tenantId, connectionId, field, sealed, old];
    await this.connections.query({ name: 'payment_secrets_replace', text: REPLACE, values });
  }
}
