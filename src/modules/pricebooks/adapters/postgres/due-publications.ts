import type { TenantId } from '../../../../kernel/ids.js';
import type { PricebookId } from '../../domain/pricebook.js';
import type { DuePublication, DuePublications } from '../../ports/due-publications.js';

/** As much of a pool as this takes. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const BATCH = 500;
// Of versions, this role sees none but those that are released and were not told yet (migration 0016).
const DUE = `
  select v.tenant_id as "tenantId", t.slug as "tenantSlug", v.pricebook_id as "pricebookId", v.number
    from pricebook_versions v join tenants t using (tenant_id)
   where v.state = 'released' and v.announced_at is null and v.effective_at <= now()
   order by v.effective_at limit $1`;

/** Finds what came into force by itself, with the worker's role. */
export class PostgresDuePublications implements DuePublications {
  constructor(private readonly connections: WorkerConnections) {}

  async list(): Promise<readonly DuePublication[]> {
    const { rows } = await this.connections.query({ name: 'pricebooks_due', text: DUE, values: [BATCH] });
    return rows as { tenantId: TenantId; tenantSlug: string; pricebookId: PricebookId; number: number }[];
  }
}
