import type { DueDiscoveries, DueDiscovery } from '../../ports/due-discoveries.js';

/** As much of a pool as this takes. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const CLAIM = `
  with due as (
    select tenant_id, id from outlet_discoveries where outcome is null and next_try_at <= $2
     order by next_try_at limit $1 for update skip locked),
  taken as (
    update outlet_discoveries d set next_try_at = $2::timestamptz + $3::float8 * interval '1 millisecond'
      from due where d.tenant_id = due.tenant_id and d.id = due.id returning d.tenant_id, d.id, d.outlet_id)
  select tenant_id as "tenantId", slug as "tenantSlug", id, outlet_id as "outletId"
    from taken join tenants using (tenant_id)`;

/** Finds what is due with the worker's role. */
export class PostgresDueDiscoveries implements DueDiscoveries {
  /** @param leaseMs longer than a question takes. */
  constructor(
    private readonly connections: WorkerConnections,
    private readonly leaseMs: number,
  ) {}

  async claim(limit: number, at: Date): Promise<readonly DueDiscovery[]> {
    const statement = { name: 'outlet_discoveries_claim', text: CLAIM, values: [limit, at, this.leaseMs] };
    const { rows } = await this.connections.query(statement);
    return rows as DueDiscovery[];
  }
}
