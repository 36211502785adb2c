import type { TenantId } from '../../../../kernel/ids.js';
import type { IntentId } from '../../domain/intent.js';
import type { DueIntent, DueIntents } from '../../ports/due-intents.js';

/** As much of a pool as this takes. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

// Behind the oldest open intent of a customer the others wait, also while that one is in somebody's hands.
const CLAIM = `
  with due as (
    select i.tenant_id, i.id from loyalty_intents i
     where i.status in ('pending', 'held', 'reversing') and i.next_try_at <= now()
       and not exists (
         select from loyalty_intents o
          where o.tenant_id = i.tenant_id and o.customer_id = i.customer_id and o.status in ('pending', 'reversing')
            and (o.created_at, o.id) < (i.created_at, i.id))
     order by i.next_try_at limit $1 for update skip locked),
  taken as (
    update loyalty_intents c set next_try_at = now() + $2::float8 * interval '1 millisecond'
      from due d where c.tenant_id = d.tenant_id and c.id = d.id returning c.tenant_id, c.id)
  select tenant_id as "tenantId", slug as "tenantSlug", id from taken join tenants using (tenant_id)`;

/** Finds what is due with the worker's role. */
export class PostgresDueIntents implements DueIntents {
  /** @param leaseMs longer than a call takes. */
  constructor(
    private readonly connections: WorkerConnections,
    private readonly leaseMs: number,
  ) {}

  async claim(limit: number): Promise<readonly DueIntent[]> {
    const { rows } = await this.connections.query({
      name: 'loyalty_intents_claim',
      text: CLAIM,
      values: [limit, this.leaseMs],
    });
    return rows as { tenantId: TenantId; tenantSlug: string; id: IntentId }[];
  }
}
