import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { CatalogSync } from '../../domain/catalog-sync.js';
import type { SyncState } from '../../ports/sync-repository.js';
import type { ItemResponse } from './item-dto.js';

/**
 * A count of items.
 * @isInt
 */
export type ItemCount = number;

/** What to fetch. */
export interface StartSyncRequest {
  /**
   * `incremental` fetches what has changed since the last run, `full` everything, and deletes what came from the source and is not
   * there any more. Absent: `incremental`, or `full` where there was no run yet.
   */
  mode?: 'full' | 'incremental';
}

/** An item of the source that did not go in. */
export interface SyncErrorResponse {
  /**
   * Which one of the items that the run fetched, from 1.
   * @isInt
   */
  number: number;
  sku: string | null;
  /** null when the item as a whole is bad. */
  member: string | null;
  message: string;
}

/** A run without its errors. */
export interface SyncSummary {
  id: Uuid;
  status: 'running' | 'succeeded' | 'failed';
  /** A run that began as incremental becomes full where the source has forgotten the revision. */
  mode: 'full' | 'incremental';
  trigger: 'manual' | 'schedule' | 'event';
  /** The source's revision that an incremental run begins at. */
  fromRevision: string | null;
  /** The source's revision that the catalogue has after a run that succeeded. */
  toRevision: string | null;
  /** Items that the source has sent, tombstones included. */
  fetched: ItemCount;
  created: ItemCount;
  updated: ItemCount;
  unchanged: ItemCount;
  /** By tombstones, and in a full run by absence. */
  deleted: ItemCount;
  rejected: ItemCount;
  /** Why a failed run ended early; what had gone in by then stays in, and the next run begins at the same revision. */
  failure: string | null;
  startedAt: Timestamp;
  finishedAt: Timestamp | null;
}

/** A run with its progress. */
export interface SyncResponse extends SyncSummary {
  /** The first 1,000 errors; `rejected` counts all rejected items. */
  errors: SyncErrorResponse[];
}

/** How far the local copy has come. */
export interface SyncStateResponse {
  /** The source's revision up to which everything is here; null before the first run that succeeded. */
  revision: string | null;
  /** When the copy was last found to be the newest. */
  lastSuccessAt: Timestamp | null;
  /**
   * Seconds since then.
   * @isInt
   */
  ageSeconds: number | null;
  /** Since when the source could not be reached; the copy serves on. */
  sourceAwaySince: Timestamp | null;
  /** What the last try failed with. */
  failure: string | null;
}

/**
 * A revision of the catalogue, as an answer of this route has named it; 0 for everything.
 * @isInt must be a whole number
 * @minimum 0
 * @maximum 9007199254740991
 */
export type CatalogRevision = number;

/** Items that have changed, deleted ones included (`deletedAt`), in the order of their changes. */
export interface CatalogChangesResponse {
  /** The catalogue's revision. Ask with that of the last page next time. */
  revision: CatalogRevision;
  data: ItemResponse[];
  /** null on the last page. */
  nextCursor: string | null;
}

/** Shows a run in a list. */
export function toSyncSummary(shown: CatalogSync): SyncSummary {
  const { id, status, mode, trigger, fromRevision } = shown;
  const { fetched, created, updated, unchanged, deleted, rejected } = shown;
  return {
    ...{ id, status, mode, trigger, fromRevision },
    toRevision: shown.status === 'succeeded' ? shown.toRevision : null,
    ...{ fetched, created, updated, unchanged, deleted, rejected },
    failure: shown.status === 'failed' ? shown.failure : null,
    startedAt: shown.startedAt.toISOString(),
    finishedAt: shown.status === 'running' ? null : shown.finishedAt.toISOString(),
  };
}

/** Shows a run. */
export function toSyncResponse(shown: CatalogSync): SyncResponse {
  const errors = shown.errors.map(({ number, sku, member, message }) => ({ number, sku, member, message }));
  return { ...toSyncSummary(shown), errors };
}

/** Shows how far the copy has come. */
export function toSyncStateResponse(state: SyncState, at: Date): SyncStateResponse {
  const { revision, lastSuccessAt, awaySince, failure } = state;
  const ageMs = lastSuccessAt === null ? null : Math.max(0, at.getTime() - lastSuccessAt.getTime());
  return {
    revision,
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    ageSeconds: ageMs === null ? null : Math.floor(ageMs / 1000),
    sourceAwaySince: awaySince?.toISOString() ?? null,
    failure,
  };
}
