import type { DueOutlet, DueOutlets } from '../../ports/due-outlets.js';

/** As much of a pool as this takes. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const DUE = `select p.tenant_id as "tenantId", t.slug as "tenantSlug", p.outlet_id as "outletId"
    from day_policies p join tenants t using (tenant_id)
   where p.closure <> 'off' and p.next_look_at <= now() and (p.tenant_id, p.outlet_id) > ($2::uuid, $3::uuid)
   order by p.tenant_id, p.outlet_id limit $1`;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Finds them with the worker's role, which sees policies that are due and of them nothing but whose they are. */
export class PostgresDueOutlets implements DueOutlets {
  constructor(private readonly connections: WorkerConnections) {}

  async due(limit: number, after: DueOutlet | undefined): Promise<readonly DueOutlet[]> {
    const values = [limit, after?.tenantId ?? FIRST, after?.outletId ?? FIRST];
    const { rows } = await this.connections.query({ name: 'day_policies_due', text: DUE, values });
    return rows as DueOutlet[];
  }
}
