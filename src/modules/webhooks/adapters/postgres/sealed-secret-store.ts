import type { TenantId } from '../../../../kernel/ids.js';
import type { EndpointId } from '../../domain/endpoint.js';
import type { SealedSecretStore, StoredSealedSecret } from '../../ports/sealed-secret-store.js';
import type { WorkerConnections } from './worker-connections.js';

const OTHERS = `
  select * from (
    select tenant_id, id, 'secret' as field, secret as sealed, secret_number as number from webhook_endpoints
    union all
    select tenant_id, id, 'previous_secret', previous_secret, secret_number - 1 from webhook_endpoints) stored
   where sealed is not null and not starts_with(sealed, $1) limit $2`;
const REPLACE = {
  secret: 'update webhook_endpoints set secret = $3 where tenant_id = $1 and id = $2 and secret = $4',
  previous_secret:
    'update webhook_endpoints set previous_secret = $3 where tenant_id = $1 and id = $2 and previous_secret = $4',
};

interface SecretRow {
  readonly tenant_id: TenantId;
  readonly id: EndpointId;
  readonly field: StoredSealedSecret['field'];
  readonly sealed: string;
  readonly number: number;
}

/** Secrets in the table webhook_endpoints. */
export class PostgresSealedSecretStore implements SealedSecretStore {
  constructor(private readonly connections: WorkerConnections) {}

  async othersThan(prefix: string, limit: number): Promise<StoredSealedSecret[]> {
    const values = [prefix, limit];
    const { rows } = await this.connections.query({ name: 'webhooks_others_than', text: OTHERS, values });
    return (rows as SecretRow[]).map(({ tenant_id, id, field, sealed, number }) => {
      return { tenantId: tenant_id, endpointId: id, field, sealed, number };
    });
  }

  async replace({ tenantId, endpointId, field, sealed: old }: StoredSealedSecret, sealed: string): Promise<void> {
    const values = [tenantId, endpointId, sealed, old];
    await this.connections.query({ name: `webhooks_replace_${field}`, text: REPLACE[field], values });
  }
}
