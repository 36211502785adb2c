import { gtinKey } from './gs1/gtin.js';
import type { ImportRow, RowError } from './import-row.js';
import { changedDetails, isSameItem, newDetails, pluKey, type ItemDetails, type NewItem } from './item-details.js';
import type { Item, ItemId } from './item.js';

/** An item to be written: a new one, or the next version of one that is there. */
export interface ItemWrite {
  readonly id: ItemId;
  readonly version: number;
  readonly item: ItemDetails;
}

/** What becomes of a batch of rows. */
export interface BatchPlan {
  /** In the order of the rows. */
  readonly writes: readonly ItemWrite[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows whose barcode or PLU belongs to another item, which a later row may yet make give it up. */
  readonly deferred: readonly DeferredRow[];
}

export interface DeferredRow extends ImportRow {
  readonly error: RowError;
}

/**
 * Decides what a batch of rows does to the items that share a SKU, a barcode or a PLU with it. Rows apply in order; each SKU
 * comes once. A row that takes the barcode of another item is deferred rather than rejected: the order of rows must not
 * matter, or importing the same file again would change something. A row brings a deleted item back.
 */
export function planBatch(rows: readonly ImportRow[], present: readonly Item[], freshId: () => ItemId): BatchPlan {
  const bySku = new Map(present.map((item) => [item.sku, item]));
  const owners = new CodeOwners(present);
  const writes: ItemWrite[] = [];
  const deferred: DeferredRow[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const { row, item: said } of rows) {
    const before = bySku.get(said.sku);
    const item = detailsAfter(before, said);
    if (before?.deletedAt === null && isSameItem(before, item)) {
      counts.unchanged += 1;
      continue;
    }
    const taken = owners.othersThan(item);
    if (taken !== undefined) {
      deferred.push({ row, item: said, error: { row, ...taken } });
      continue;
    }
    owners.change(before, item);
    writes.push({ id: before?.id ?? freshId(), version: (before?.version ?? 0) + 1, item });
    if (before === undefined) counts.created += 1;
    else counts.updated += 1;
  }
  return { writes, deferred, ...counts };
}

/** A deleted item comes back with the codes that the row names: its old ones may be another's by now. */
function detailsAfter(before: Item | undefined, said: NewItem): ItemDetails {
  if (before === undefined) return newDetails(said);
  return changedDetails(before.deletedAt === null ? before : { ...before, barcodes: [], plu: null }, said);
}

type Codes = Pick<ItemDetails, 'barcodes' | 'plu'>;

/** Which item has which barcode and PLU, while a batch changes that. */
class CodeOwners {
  private readonly skus = new Map<string, string>();

  constructor(present: readonly Item[]) {
    for (const item of present) {
      if (item.deletedAt === null) this.change(undefined, item);
    }
  }

  /** Names the first code of the item that another one has. */
  othersThan({ sku, barcodes, plu }: ItemDetails): Omit<RowError, 'row'> | undefined {
    for (const key of keysOf({ barcodes, plu })) {
      const owner = this.skus.get(key);
      if (owner === undefined || owner === sku) continue;
      const column = key.startsWith('plu ') ? 'plu' : key === keysOf({ barcodes, plu })[0] ? 'barcode' : 'barcodes';
      return { column, message: `belongs to the item ${owner}` };
    }
    return undefined;
  }

  change(before: Codes | undefined, after: ItemDetails): void {
    for (const key of before === undefined ? [] : keysOf(before)) {
      if (this.skus.get(key) === after.sku) this.skus.delete(key);
    }
    for (const key of keysOf(after)) this.skus.set(key, after.sku);
  }
}

function keysOf({ barcodes, plu }: Codes): string[] {
  const keys = barcodes.map((barcode) => `barcode ${gtinKey(barcode)}`);
  return plu === null ? keys : [...keys, `plu ${pluKey(plu)}`];
}
