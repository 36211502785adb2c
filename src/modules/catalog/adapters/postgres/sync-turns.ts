import type { DueTenant, SyncTurns } from '../../ports/sync-turns.js';

/** As much of the worker's pool as is needed here. */
export interface WorkerPool {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

const DUE = `
  select t.tenant_id as "tenantId", t.slug from tenants t left join catalog_sync_states s on s.tenant_id = t.tenant_id
   where (s.tenant_id is null or s.due_at <= now() or s.requested_at is not null)
     and (s.claimed_until is null or s.claimed_until < now())
   order by s.requested_at, s.due_at nulls first limit $1`;
const LAG = `select coalesce(extract(epoch from now() - min(last_success_at)), 0)::float8 as seconds from catalog_sync_states`;

/** Whose turn it is, as the worker's role sees it: it may know when, and nothing of what is synchronised. */
export class PostgresSyncTurns implements SyncTurns {
  constructor(private readonly pool: WorkerPool) {}

  async due(limit: number): Promise<readonly DueTenant[]> {
    return (await this.pool.query(DUE, [limit])).rows as DueTenant[];
  }

  /** How long ago the copy that waits longest was last found to be the newest, in seconds; 0 before the first. */
  async lagSeconds(): Promise<number> {
    const [row] = (await this.pool.query(LAG)).rows as { seconds: number }[];
    return row?.seconds ?? 0;
  }
}
