import type { WorkerConnections } from './worker-connections.js';

/** How much is to be sent; the numbers for the operator. */
export interface QueueFigures {
  /** Counted up to a hundred thousand. */
  readonly pending: number;
  /** How late the most overdue delivery to an enabled endpoint is. */
  readonly oldestSeconds: number;
  readonly disabled: number;
}

const COUNTED_MAX = 100_000;
const FIGURES = `
  select count(*)::float8 as pending,
         coalesce(greatest(0, extract(epoch from now() - min(due_at) filter (where enabled))), 0)::float8 as "oldestSeconds",
         (select count(*) from webhook_endpoints where status = 'disabled' and deleted_at is null)::float8 as disabled
    from (select d.due_at, e.status = 'enabled' as enabled from webhook_deliveries d
            join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
           where d.status = 'pending' limit ${COUNTED_MAX}) waiting`;

/** Reads the figures of all tenants together. */
export async function readQueueFigures(connections: WorkerConnections): Promise<QueueFigures> {
  const { rows } = await connections.query({ name: 'webhooks_figures', text: FIGURES, values: [] });
  return rows[0] as QueueFigures;
}
