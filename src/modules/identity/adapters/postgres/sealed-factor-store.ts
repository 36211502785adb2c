import type { TenantId } from '../../../../kernel/ids.js';
import type { LoginId } from '../../domain/login.js';
import type { SealedFactorStore, StoredFactor } from '../../ports/sealed-factors.js';

const OTHERS = `select tenant_id, id, totp_secret, totp_number from logins
   where totp_secret is not null and not starts_with(totp_secret, $1) limit $2`;
const REPLACE = `update logins set totp_secret = $3 where tenant_id = $1 and id = $2 and totp_secret = $4`;

interface FactorRow {
  readonly tenant_id: TenantId;
  readonly id: LoginId;
  readonly totp_secret: string;
  readonly totp_number: number;
}

/** As much of the worker's pool as these statements take. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Secrets of second factors in the table logins, of all tenants. */
export class PostgresSealedFactorStore implements SealedFactorStore {
  constructor(private readonly connections: WorkerConnections) {}

  async othersThan(prefix: string, limit: number): Promise<readonly StoredFactor[]> {
    const statement = { name: 'identity_secrets_others_than', text: OTHERS, values: [prefix, limit] };
    const { rows } = await this.connections.query(statement);
    return (rows as FactorRow[]).map(
      ({ tenant_id: tenantId, id: loginId, totp_secret: sealed, totp_number: number }) => {
        return { tenantId, loginId, sealed, number };
      },
    );
  }

  async replace({ tenantId, loginId, sealed: old }: StoredFactor, sealed: string): Promise<void> {
    const values = [tenantId, loginId, sealed, old];
    await this.connections.query({ name: 'identity_secrets_replace', text: REPLACE, values });
  }
}
