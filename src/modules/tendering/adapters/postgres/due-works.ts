import type { TenantId } from '../../../../kernel/ids.js';
import type { DueWork, DueWorks } from '../../ports/due-work.js';

/** As much of a pool as this takes. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const SOURCES = [
  ['charge', 'payment_charges', 'payment_id'],
  ['refund', 'provider_refunds', 'id'],
  ['payout', 'payouts', 'id'],
] as const;

const claimOf = (table: string, id: string): string => `
  with due as (
    select d.tenant_id, d.${id} as due_id from ${table} d
     where d.settled_at is null and d.next_try_at <= $1::timestamptz
     order by d.next_try_at limit $2 for update skip locked),
  taken as (
    update ${table} c set next_try_at = $1::timestamptz + $3::float8 * interval '1 millisecond'
      from due d where c.tenant_id = d.tenant_id and c.${id} = d.due_id returning c.tenant_id, d.due_id)
  select tenant_id as "tenantId", slug as "tenantSlug", due_id as id from taken join tenants using (tenant_id)`;

/** Finds what is due with the worker's role. */
export class PostgresDueWorks implements DueWorks {
  private first = 0;

  /** @param leaseMs longer than a call takes. */
  constructor(
    private readonly connections: WorkerConnections,
    private readonly leaseMs: number,
  ) {}

  async claim(at: Date, limit: number): Promise<readonly DueWork[]> {
    // Each kind comes first in turn: a long queue of one keeps none of the others waiting.
    this.first = (this.first + 1) % SOURCES.length;
    const found: DueWork[] = [];
    for (const [kind, table, id] of [...SOURCES.slice(this.first), ...SOURCES.slice(0, this.first)]) {
      if (found.length >= limit) break;
      const values = [at, limit - found.length, this.leaseMs];
      const { rows } = await this.connections.query({ name: `${table}_claim`, text: claimOf(table, id), values });
      const some = rows as { tenantId: TenantId; tenantSlug: string; id: string }[];
      found.push(...some.map((row): DueWork => ({ kind, ...row })));
    }
    return found;
  }
}
