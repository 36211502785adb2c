import type { BusinessName } from '../../domain/business.js';
import type { AllTenants } from '../../ports/all-tenants.js';

/** As much of a pool of the worker's role as this takes. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const PAGE = `select tenant_id as id, slug from tenants
  where $1::uuid is null or tenant_id > $1::uuid order by tenant_id limit $2`;

/** The names of all businesses, which the worker's role may read and no other (migration 0006). */
export class PostgresAllTenants implements AllTenants {
  constructor(private readonly connections: WorkerConnections) {}

  async page(after: string | undefined, limit: number): Promise<readonly BusinessName[]> {
    const { rows } = await this.connections.query({
      name: 'all_tenants',
      text: PAGE,
      values: [after ?? null, limit],
    });
    return rows as BusinessName[];
  }
}
