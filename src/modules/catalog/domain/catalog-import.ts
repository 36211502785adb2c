import type { Decision } from '../../../kernel/decision.js';
import type { Id } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { RowError } from './import-row.js';

export type ImportId = Id<'catalog_import'>;
export type ImportFormat = 'csv' | 'json';

/** How far an import has come. `created`, `updated`, `unchanged` and `rejected` add up to the rows that are done. */
export interface ImportProgress {
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** The first errors; `rejected` counts all rejected rows. */
  readonly errors: readonly RowError[];
}

interface ImportBase extends ImportProgress {
  readonly id: ImportId;
  readonly format: ImportFormat;
  readonly startedBy: string;
  readonly startedAt: Date;
}

export interface RunningImport extends ImportBase {
  readonly status: 'running';
}
export interface SucceededImport extends ImportBase {
  readonly status: 'succeeded';
  readonly finishedAt: Date;
}
export interface FailedImport extends ImportBase {
  readonly status: 'failed';
  /** Why it ended early. Rows that had gone in by then stay in. */
  readonly failure: string;
  readonly finishedAt: Date;
}

/** One run of a catalogue import. */
export type CatalogImport = RunningImport | SucceededImport | FailedImport;

export type ImportRefusal = 'import_not_found' | 'import_running';

/** An import that has ended, as JSON shows it. Its errors are left out: a summary must fit every subscriber's message limit. */
export interface ImportSnapshot {
  readonly id: ImportId;
  /** `failed` ended early; rows that had gone in by then stay in. */
  readonly status: 'succeeded' | 'failed';
  readonly format: ImportFormat;
  /** Rows that were read; the next four add up to it. */
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Why it ended early. */
  readonly failure: string | null;
  /** Id of the key or person. */
  readonly startedBy: string;
  /** @format date-time */
  readonly startedAt: string;
  /** @format date-time */
  readonly finishedAt: string;
}

/** The data of an import's events by their types. */
export interface ImportEvents {
  /** A catalogue import has ended: any number of items may have changed. */
  'pos.catalog.imported': { readonly import: ImportSnapshot };
}

export type CatalogImported = DomainEvent<'pos.catalog.imported', ImportEvents['pos.catalog.imported']>;

/** The most errors that are kept of one import. */
export const ERRORS_MAX = 1000;
/** The most rows of one file: each SKU is remembered to find the ones that come twice. */
export const ROWS_MAX = 200_000;
/** A running import that has shown no sign of life for this long is dead: its process is gone. */
export const HEARTBEAT_TIMEOUT_MS = 60_000;
export const INTERRUPTED =
  'the service stopped before the import was finished; import the file again, rows that are in stay as they are';

const NOTHING_YET: ImportProgress = { total: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, errors: [] };

/** Begins an import. */
export function startImport(id: ImportId, format: ImportFormat, startedBy: string, startedAt: Date): RunningImport {
  return { ...NOTHING_YET, id, format, startedBy, startedAt, status: 'running' };
}

/** Adds what became of a few rows. */
export function advance(running: RunningImport, done: Partial<ImportProgress>): RunningImport {
  return {
    ...running,
    total: running.total + (done.total ?? 0),
    created: running.created + (done.created ?? 0),
    updated: running.updated + (done.updated ?? 0),
    unchanged: running.unchanged + (done.unchanged ?? 0),
    rejected: running.rejected + (done.rejected ?? 0),
    errors: [...running.errors, ...(done.errors ?? [])].slice(0, ERRORS_MAX),
  };
}

/** Ends an import whose file was read to its end, however many rows were rejected. */
export function succeed(running: RunningImport, finishedAt: Date): Decision<SucceededImport, CatalogImported> {
  const state: SucceededImport = { ...running, status: 'succeeded', finishedAt };
  return { state, events: [importedEvent(state)] };
}

/** Ends an import that cannot go on. */
export function fail(
  running: RunningImport,
  failure: string,
  finishedAt: Date,
): Decision<FailedImport, CatalogImported> {
  const state: FailedImport = { ...running, status: 'failed', failure, finishedAt };
  return { state, events: [importedEvent(state)] };
}

function importedEvent(ended: SucceededImport | FailedImport): CatalogImported {
  const place = { aggregate: 'catalog_imports', aggregateId: ended.id, sequence: 1, outletId: null };
  return { type: 'pos.catalog.imported', ...place, data: { import: importSnapshot(ended) } };
}

function importSnapshot(ended: SucceededImport | FailedImport): ImportSnapshot {
  const { id, status, format, total, created, updated, unchanged, rejected, startedBy, startedAt, finishedAt } = ended;
  return {
    id,
    status,
    format,
    total,
    created,
    updated,
    unchanged,
    rejected,
    failure: ended.status === 'failed' ? ended.failure : null,
    startedBy,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  };
}
