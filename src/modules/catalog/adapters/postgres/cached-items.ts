import type { Tx } from '../../../../kernel/transaction.js';
import { RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { SellableItem } from '../../application/catalog-facade.js';
import { gtinKeysOf } from '../../domain/gs1/gtin.js';
import { selectByBarcode, selectBySku, toItem, type ItemRow } from './item-rows.js';

// About 1 kB an entry: 50 MB when full.
const ENTRIES_MAX = 50_000;
const BY_SKU = selectBySku('$1');
const BY_BARCODE = `${selectByBarcode('$1')} limit 1`;

/** Items in memory, over all tenants together, the least recently sold given up first (`RevisionCache`). */
export class CachedItems {
  private readonly items: RevisionCache<SellableItem>;

  constructor(maxEntries: number = ENTRIES_MAX) {
    this.items = new RevisionCache('catalog', maxEntries);
  }

  /** As `CatalogFacade` says. */
  async sellables(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, SellableItem>> {
    const found = new Map<string, SellableItem>();
    const missing: string[] = [];
    for (const sku of skus) {
      const item = this.items.recall(tx, skuKey(sku));
      if (item === undefined) missing.push(sku);
      else found.set(sku, item);
    }
    if (missing.length === 0) return found;
    for (const row of await runPrepared<ItemRow>(tx, 'sellables', BY_SKU, [missing])) {
      found.set(row.sku, this.items.remember(tx, skuKey(row.sku), toSellable(row)));
    }
    return found;
  }

  /** As `CatalogFacade` says. */
  async byBarcode(tx: Tx, barcode: string): Promise<SellableItem | undefined> {
    const key = `barcode ${barcode}`;
    const known = this.items.recall(tx, key);
    if (known !== undefined) return known;
    const [row] = await runPrepared<ItemRow>(tx, 'sellable_by_barcode', BY_BARCODE, [gtinKeysOf(barcode)]);
    return row === undefined ? undefined : this.items.remember(tx, key, toSellable(row));
  }
}

function skuKey(sku: string): string {
  return `sku ${sku}`;
}

function toSellable(row: ItemRow): SellableItem {
  const { version: _, deletedAt: __, ...item } = toItem(row);
  return deeplyFrozen(item);
}

function deeplyFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deeplyFrozen);
  return value;
}
