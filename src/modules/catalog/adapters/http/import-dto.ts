import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { CatalogImport } from '../../domain/catalog-import.js';

/**
 * A count of rows.
 * @isInt
 */
export type RowCount = number;

/** A row that did not go in. */
export interface RowErrorResponse {
  /**
   * The row's number in the file from 1. The header of a CSV file is row 1, as a spreadsheet numbers it.
   * @isInt
   */
  row: number;
  /** null when the row as a whole is bad. */
  column: string | null;
  message: string;
}

/** An import without its errors. */
export interface ImportSummary {
  id: Uuid;
  status: 'running' | 'succeeded' | 'failed';
  format: 'csv' | 'json';
  /** Rows read. */
  total: RowCount;
  /** Rows decided: created, updated, unchanged and rejected together. */
  done: RowCount;
  created: RowCount;
  updated: RowCount;
  unchanged: RowCount;
  rejected: RowCount;
  /** Why a failed import ended early; rows that had gone in by then stay in. */
  failure: string | null;
  startedAt: Timestamp;
  finishedAt: Timestamp | null;
}

/** An import with its progress. */
export interface ImportResponse extends ImportSummary {
  /** The first 1,000 errors; `rejected` counts all rejected rows. */
  errors: RowErrorResponse[];
}

/** Shows an import in a list. */
export function toImportSummary(shown: CatalogImport): ImportSummary {
  const { id, status, format, total, created, updated, unchanged, rejected } = shown;
  return {
    id,
    status,
    format,
    total,
    done: created + updated + unchanged + rejected,
    created,
    updated,
    unchanged,
    rejected,
    failure: shown.status === 'failed' ? shown.failure : null,
    startedAt: shown.startedAt.toISOString(),
    finishedAt: shown.status === 'running' ? null : shown.finishedAt.toISOString(),
  };
}

/** Shows an import. */
export function toImportResponse(shown: CatalogImport): ImportResponse {
  return {
    ...toImportSummary(shown),
    errors: shown.errors.map(({ row, column, message }) => ({ row, column, message })),
  };
}
