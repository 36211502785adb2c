import type { CatalogImport, ImportFormat, ImportId, RunningImport } from '../../domain/catalog-import.js';
import { INTERRUPTED } from '../../domain/catalog-import.js';
import type { ItemColumns } from './item-rows.js';
import type { RowError } from '../../domain/import-row.js';

/** The tables that this module owns, and the one column of the revisions that it may raise. */
export interface CatalogTables {
  catalog_items: ItemColumns & { tenant_id: string; id: string; version: number; updated_at: Date };
  catalog_barcodes: { tenant_id: string; code: string; item_id: string };
  catalog_imports: {
    tenant_id: string;
    id: string;
    status: string;
    format: string;
    total: number;
    created: number;
    updated: number;
    unchanged: number;
    rejected: number;
    errors: string;
    failure: string | null;
    started_by: string;
    started_at: Date;
    heartbeat_at: Date;
    finished_at: Date | null;
  };
}

export interface ImportRecord {
  id: string;
  status: CatalogImport['status'];
  format: ImportFormat;
  total: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  errors: RowError[];
  failure: string | null;
  started_by: string;
  started_at: Date;
  heartbeat_at: Date;
  finished_at: Date | null;
  /** Running by its status, yet without a sign of life for too long. */
  dead: boolean;
}

/** A running import as its row has it, dead or alive. */
export function toRunningImport(row: ImportRecord): RunningImport {
  const { format, total, created, updated, unchanged, rejected, errors } = row;
  const progress = { total, created, updated, unchanged, rejected, errors };
  return {
    ...progress,
    id: row.id as ImportId,
    format,
    startedBy: row.started_by,
    startedAt: row.started_at,
    status: 'running',
  };
}

/** The import that a row tells of. One that is dead is told as failed, although no row says so yet. */
export function toImport(row: ImportRecord): CatalogImport {
  const running = toRunningImport(row);
  if (row.dead) return { ...running, status: 'failed', failure: INTERRUPTED, finishedAt: row.heartbeat_at };
  if (row.status === 'running') return running;
  const finishedAt = row.finished_at;
  if (finishedAt === null) throw new Error(`import ${row.id} is ${row.status} but never finished`);
  return row.status === 'succeeded'
    ? { ...running, status: 'succeeded', finishedAt }
    : { ...running, status: 'failed', failure: row.failure ?? '', finishedAt };
}
