import type { SyncFigures } from '../../ports/sync-surroundings.js';
import type { WorkerPool } from './due-syncs.js';

const WAITING = `select status, count(*)::int as entries from offline_event_queue
  where status in ('held', 'rejected', 'quarantined') group by status`;
const OPEN = `select count(*)::int as conflicts from sync_conflicts where status <> 'resolved'`;
const STATUSES = ['held', 'rejected', 'quarantined'] as const;

/** Counts with the worker's role, which sees of these rows how they stand and nothing else. */
export class PostgresSyncFigures implements SyncFigures {
  constructor(private readonly pool: WorkerPool) {}

  async waiting(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.pool.query(WAITING);
    const found = new Map((rows as { status: string; entries: number }[]).map((row) => [row.status, row.entries]));
    return new Map(STATUSES.map((status) => [status, found.get(status) ?? 0]));
  }

  async conflictsOpen(): Promise<number> {
    const [row] = (await this.pool.query(OPEN)).rows as { conflicts: number }[];
    return row?.conflicts ?? 0;
  }
}
