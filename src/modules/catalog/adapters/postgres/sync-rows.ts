import {
  SYNC_INTERRUPTED,
  type CatalogSync,
  type RunningSync,
  type SyncId,
  type SyncMode,
  type SyncTrigger,
} from '../../domain/catalog-sync.js';
import type { SyncError } from '../../domain/source-item.js';

/** The columns of a run, as they are written. */
export interface SyncColumns {
  status: CatalogSync['status'];
  mode: SyncMode;
  from_revision: string | null;
  to_revision: string | null;
  fetched: number;
  created: number;
  updated: number;
  unchanged: number;
  deleted: number;
  rejected: number;
  failure: string | null;
  finished_at: Date | null;
}

export interface SyncTables {
  catalog_syncs: SyncColumns & {
    tenant_id: string;
    id: string;
    trigger: SyncTrigger;
    errors: string;
    started_by: string;
    started_at: Date;
    heartbeat_at: Date;
  };
}

export interface SyncRecord extends SyncColumns {
  id: string;
  trigger: SyncTrigger;
  errors: SyncError[];
  started_by: string;
  started_at: Date;
  heartbeat_at: Date;
  /** Running by its status, yet without a sign of life for too long. */
  dead: boolean;
}

/** A running one as its row has it, dead or alive. */
export function toRunningSync(row: SyncRecord): RunningSync {
  const { mode, trigger, fetched, created, updated, unchanged, deleted, rejected, errors } = row;
  return {
    ...{ mode, trigger, fetched, created, updated, unchanged, deleted, rejected, errors },
    id: row.id as SyncId,
    fromRevision: row.from_revision,
    startedBy: row.started_by,
    startedAt: row.started_at,
    status: 'running',
  };
}

/** The run that a row tells of. One that is dead is told as failed, although no row says so yet. */
export function toSync(row: SyncRecord): CatalogSync {
  const running = toRunningSync(row);
  if (row.dead) return { ...running, status: 'failed', failure: SYNC_INTERRUPTED, finishedAt: row.heartbeat_at };
  if (row.status === 'running') return running;
  const { finished_at: finishedAt, to_revision: toRevision } = row;
  if (finishedAt === null) throw new Error(`sync ${row.id} is ${row.status} but never finished`);
  if (row.status === 'failed') return { ...running, status: 'failed', failure: row.failure ?? '', finishedAt };
  if (toRevision === null) throw new Error(`sync ${row.id} has succeeded but reached no revision`);
  return { ...running, status: 'succeeded', toRevision, finishedAt };
}

/** The columns of a run. */
export function columnsOfSync(state: CatalogSync): SyncColumns & { errors: string } {
  const { status, mode, fetched, created, updated, unchanged, deleted, rejected, errors } = state;
  return {
    ...{ status, mode, fetched, created, updated, unchanged, deleted, rejected },
    errors: JSON.stringify(errors),
    from_revision: state.fromRevision,
    to_revision: state.status === 'succeeded' ? state.toRevision : null,
    failure: state.status === 'failed' ? state.failure : null,
    finished_at: state.status === 'running' ? null : state.finishedAt,
  };
}
