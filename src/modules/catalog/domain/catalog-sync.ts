import type { Decision } from '../../../kernel/decision.js';
import type { Id } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { SyncError } from './source-item.js';

export type SyncId = Id<'catalog_sync'>;
/** `full` fetches all items and deletes those that the source has no more, `incremental` what has changed since a revision. */
export type SyncMode = 'full' | 'incremental';
/** What began it: a caller, the time that had passed, or the source that told of a change. */
export type SyncTrigger = 'manual' | 'schedule' | 'event';

/** How far a run has come. */
export interface SyncProgress {
  /** Items that the source has sent, tombstones included. */
  readonly fetched: number;
  readonly created: number;
  readonly updated: number;
  /** Nothing was to be written: they are here already, or a newer state of them came in the same run. */
  readonly unchanged: number;
  /** By tombstones, and in a full run by absence. */
  readonly deleted: number;
  readonly rejected: number;
  /** The first errors; `rejected` counts all rejected items. */
  readonly errors: readonly SyncError[];
}

interface SyncBase extends SyncProgress {
  readonly id: SyncId;
  readonly mode: SyncMode;
  readonly trigger: SyncTrigger;
  /** The source's revision that an incremental run began at. */
  readonly fromRevision: string | null;
  readonly startedBy: string;
  readonly startedAt: Date;
}

export interface RunningSync extends SyncBase {
  readonly status: 'running';
}
export interface SucceededSync extends SyncBase {
  readonly status: 'succeeded';
  /** The source's revision that the local copy has now. */
  readonly toRevision: string;
  readonly finishedAt: Date;
}
export interface FailedSync extends SyncBase {
  readonly status: 'failed';
  /** Why it ended early. What had gone in by then stays in; the next run begins at the same revision. */
  readonly failure: string;
  readonly finishedAt: Date;
}

/** One run that fetches items from the source. */
export type CatalogSync = RunningSync | SucceededSync | FailedSync;

export type SyncRefusal =
  'catalog_source_not_configured' | 'sync_not_found' | 'sync_running' | 'catalog_revision_unknown';

/** A run that has ended, as JSON shows it. Its errors are left out: a summary must fit every subscriber's message limit. */
export interface SyncSnapshot {
  readonly id: SyncId;
  /** `failed` ended early; items that had gone in by then stay in. */
  readonly status: 'succeeded' | 'failed';
  /** `full` or `incremental`. */
  readonly mode: string;
  /** `manual`, `schedule` or `event`. */
  readonly trigger: string;
  /** The source's revision that an incremental run began at. */
  readonly fromRevision: string | null;
  /** The source's revision that the catalogue has now; null after a failure. */
  readonly toRevision: string | null;
  /** Items that the source has sent. */
  readonly fetched: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly rejected: number;
  /** Why it ended early. */
  readonly failure: string | null;
  /** Id of the key or person, or of the part of the service. */
  readonly startedBy: string;
  /** @format date-time */
  readonly startedAt: string;
  /** @format date-time */
  readonly finishedAt: string;
}

/** The data of a sync's events by their types. */
export interface SyncEvents {
  /** A run that fetched items from the source has ended: any number of items may have changed. */
  'pos.catalog.synced': { readonly sync: SyncSnapshot };
}

export type CatalogSynced = DomainEvent<'pos.catalog.synced', SyncEvents['pos.catalog.synced']>;

/** The most errors that are kept of one run. */
export const SYNC_ERRORS_MAX = 1000;
/** A run that has shown no sign of life for this long is dead: its process is gone. */
export const SYNC_HEARTBEAT_TIMEOUT_MS = 60_000;
export const SYNC_INTERRUPTED = 'the service stopped before the run was finished; the next one goes on';

const NOTHING_YET: SyncProgress = {
  ...{ fetched: 0, created: 0, updated: 0, unchanged: 0, deleted: 0, rejected: 0, errors: [] },
};

/** Who and what began a run. */
export interface SyncStart {
  readonly mode: SyncMode | undefined;
  readonly trigger: SyncTrigger;
  readonly startedBy: string;
  readonly startedAt: Date;
}

/**
 * Begins a run. Without a revision that was reached before, only a full one makes sense.
 * @param reached the source's revision that the local copy has
 */
export function startSync(id: SyncId, { mode, ...start }: SyncStart, reached: string | null): RunningSync {
  const incremental = mode !== 'full' && reached !== null;
  return {
    ...{ ...NOTHING_YET, id, ...start, status: 'running' },
    mode: incremental ? 'incremental' : 'full',
    fromRevision: incremental ? reached : null,
  };
}

/** The source has forgotten the revision: the same run fetches everything. */
export function startOver(running: RunningSync): RunningSync {
  return { ...running, mode: 'full', fromRevision: null };
}

/** Adds what became of a few items. */
export function advanceSync(running: RunningSync, done: Partial<SyncProgress>): RunningSync {
  return {
    ...running,
    fetched: running.fetched + (done.fetched ?? 0),
    created: running.created + (done.created ?? 0),
    updated: running.updated + (done.updated ?? 0),
    unchanged: running.unchanged + (done.unchanged ?? 0),
    deleted: running.deleted + (done.deleted ?? 0),
    rejected: running.rejected + (done.rejected ?? 0),
    errors: [...running.errors, ...(done.errors ?? [])].slice(0, SYNC_ERRORS_MAX),
  };
}

/** Ends a run that has fetched everything up to the revision, however many items were rejected. */
export function succeedSync(
  running: RunningSync,
  toRevision: string,
  finishedAt: Date,
): Decision<SucceededSync, CatalogSynced> {
  const state: SucceededSync = { ...running, status: 'succeeded', toRevision, finishedAt };
  return { state, events: [syncedEvent(state)] };
}

/** Ends a run that cannot go on. */
export function failSync(running: RunningSync, failure: string, finishedAt: Date): Decision<FailedSync, CatalogSynced> {
  const state: FailedSync = { ...running, status: 'failed', failure, finishedAt };
  return { state, events: [syncedEvent(state)] };
}

function syncedEvent(ended: SucceededSync | FailedSync): CatalogSynced {
  const place = { aggregate: 'catalog_syncs', aggregateId: ended.id, sequence: 1, outletId: null };
  return { type: 'pos.catalog.synced', ...place, data: { sync: syncSnapshot(ended) } };
}

function syncSnapshot(ended: SucceededSync | FailedSync): SyncSnapshot {
  const { id, status, mode, trigger, fromRevision, startedBy, startedAt, finishedAt } = ended;
  const { fetched, created, updated, unchanged, deleted, rejected } = ended;
  return {
    ...{ id, status, mode, trigger, fromRevision },
    toRevision: ended.status === 'succeeded' ? ended.toRevision : null,
    ...{ fetched, created, updated, unchanged, deleted, rejected },
    failure: ended.status === 'failed' ? ended.failure : null,
    startedBy,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  };
}
