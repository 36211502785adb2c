import type { TenantId } from '../../../../kernel/ids.js';
import type { DueSync, DueSyncs } from '../../ports/due-syncs.js';
import { GAP_TOLD_AFTER_MS } from '../../domain/sync-device.js';

// Row security shows the worker's role only what is due, and of that nothing but whose it is.
const ENTRIES = `select tenant_id, id from offline_event_queue
  where status = 'held' and next_try_at is not null and next_try_at <= $1 order by next_try_at limit $2`;
const GAPS = `select tenant_id, device_id as id from sync_devices
  where gap_since is not null and gap_told_at is null and gap_since <= $1 order by gap_since limit $2`;

interface DueRow {
  readonly tenant_id: TenantId;
  readonly id: string;
}

/** As much of the worker's pool as is needed here. */
export interface WorkerPool {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Finds what is due with the worker's role. */
export class PostgresDueSyncs implements DueSyncs {
  constructor(private readonly pool: WorkerPool) {}

  entries(now: Date, limit: number): Promise<readonly DueSync[]> {
    return this.due(ENTRIES, now, limit);
  }

  gaps(now: Date, limit: number): Promise<readonly DueSync[]> {
    return this.due(GAPS, new Date(now.getTime() - GAP_TOLD_AFTER_MS), limit);
  }

  private async due(text: string, until: Date, limit: number): Promise<readonly DueSync[]> {
    const { rows } = await this.pool.query(text, [until, limit]);
    return (rows as DueRow[]).map(({ tenant_id: tenantId, id }) => ({ tenantId, id }));
  }
}
