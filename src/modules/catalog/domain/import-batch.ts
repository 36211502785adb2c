import type { Item, ItemDetails, ItemId } from './item.js';
import { isSameItem } from './item.js';
import type { ImportRow, RowError } from './import-row.js';

/** An item to be written: a new one, or the next version of one that is there. */
export interface ItemWrite {
  readonly id: ItemId;
  readonly version: number;
  readonly item: ItemDetails;
}

/** What becomes of a batch of rows. */
export interface BatchPlan {
  /** In the order of the rows: a barcode is given up before another item takes it. */
  readonly writes: readonly ItemWrite[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows whose barcode belongs to another item, which a later row may yet make give it up. */
  readonly deferred: readonly DeferredRow[];
}

export interface DeferredRow extends ImportRow {
  readonly error: RowError;
}

/**
 * Decides what a batch of rows does to the items that share a SKU or a barcode with it. Rows apply in order; each SKU comes
 * once. A row that takes the barcode of another item is deferred rather than rejected: the order of rows must not matter, or
 * importing the same file again would change something.
 */
export function planBatch(rows: readonly ImportRow[], present: readonly Item[], freshId: () => ItemId): BatchPlan {
  const bySku = new Map(present.map((item) => [item.sku, item]));
  const skuByBarcode = new Map<string, string>();
  for (const { barcode, sku } of present) if (barcode !== null) skuByBarcode.set(barcode, sku);
  const writes: ItemWrite[] = [];
  const deferred: DeferredRow[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const { row, item } of rows) {
    const owner = item.barcode === null ? undefined : skuByBarcode.get(item.barcode);
    if (owner !== undefined && owner !== item.sku) {
      deferred.push({ row, item, error: { row, column: 'barcode', message: `belongs to the item ${owner}` } });
      continue;
    }
    const before = bySku.get(item.sku);
    if (before !== undefined && isSameItem(before, item)) {
      counts.unchanged += 1;
      continue;
    }
    if (before?.barcode != null) skuByBarcode.delete(before.barcode);
    if (item.barcode !== null) skuByBarcode.set(item.barcode, item.sku);
    writes.push({ id: before?.id ?? freshId(), version: (before?.version ?? 0) + 1, item });
    if (before === undefined) counts.created += 1;
    else counts.updated += 1;
  }
  return { writes, deferred, ...counts };
}
