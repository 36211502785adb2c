import type { CatalogImport, ImportFormat, ImportId, RunningImport } from '../../domain/catalog-import.js';
import { INTERRUPTED } from '../../domain/catalog-import.js';
import type { RowError } from '../../domain/import-row.js';
import type { Item, ItemDetails, ItemId } from '../../domain/item.js';

/** The tables that this module owns, and the one column of the revisions that it may raise. */
export interface CatalogTables {
  catalog_items: ItemColumns & { tenant_id: string; id: string; version: number; updated_at: Date };
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
  master_data_revisions: { tenant_id: string; catalog: number };
}

interface ItemColumns {
  sku: string;
  name: string;
  category: string;
  price: number;
  currency: string;
  tax_category: string;
  barcode: string | null;
  unit: string;
  active: boolean;
}

export interface ItemRow extends ItemColumns {
  id: string;
  version: number;
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

export const ITEM_COLUMNS = 'id, sku, name, category, price, currency, tax_category, barcode, unit, active, version';

/**
 * Items by a unique column, whose values come as an array. One look-up in the index for each value, whatever the planner
 * believes: `= any(…)`, planned while the table was small, compares every item of the tenant with every value.
 */
export function selectBy(column: 'sku' | 'barcode', parameter: '$1' | '$2'): string {
  return `select i.* from unnest(${parameter}::text[]) as wanted(value)
    cross join lateral (select ${ITEM_COLUMNS} from catalog_items where ${column} = wanted.value limit 1) as i`;
}

/** The item that a row tells of. */
export function toItem(row: ItemRow): Item {
  return {
    id: row.id as ItemId,
    sku: row.sku,
    name: row.name,
    category: row.category,
    price: { amount: row.price, currency: row.currency },
    taxCategory: row.tax_category,
    barcode: row.barcode,
    unit: row.unit,
    active: row.active,
    version: row.version,
  };
}

/** The columns that a change of an item writes. */
export function fromItem({ sku, name, category, price, taxCategory, barcode, unit, active }: ItemDetails): ItemColumns {
  return {
    sku,
    name,
    category,
    price: price.amount,
    currency: price.currency,
    tax_category: taxCategory,
    barcode,
    unit,
    active,
  };
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
