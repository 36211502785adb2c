import type { TenantId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { revisionsOf, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { CatalogFacade, type SellableItem } from '../../application/catalog-facade.js';
import { ITEM_COLUMNS, selectBy, toItem, type ItemRow } from './catalog-rows.js';

interface Entry {
  readonly revision: number;
  readonly item: SellableItem;
}

// About 600 bytes an entry: 30 MB when full.
const ENTRIES_MAX = 50_000;
const BY_SKU = selectBy('sku', '$1');
const BY_BARCODE = `select ${ITEM_COLUMNS} from catalog_items where barcode = $1`;

/**
 * Items in memory, over all tenants together, the least recently sold given up first. Every transaction learns the current
 * revision as it begins; an entry of another one does not count, so that nothing is sold at a price that was changed before.
 */
export class CachedCatalog extends CatalogFacade {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly maxEntries: number = ENTRIES_MAX) {
    super();
  }

  async sellables(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, SellableItem>> {
    const tenantId = tenantOf(tx);
    const { catalog: revision } = revisionsOf(tx);
    const found = new Map<string, SellableItem>();
    const missing: string[] = [];
    for (const sku of skus) {
      const item = this.recall(skuKey(tenantId, sku), revision);
      if (item === undefined) missing.push(sku);
      else found.set(sku, item);
    }
    if (missing.length === 0) return found;
    for (const row of await runPrepared<ItemRow>(tx, 'sellables', BY_SKU, [missing])) {
      found.set(row.sku, this.remember(skuKey(tenantId, row.sku), revision, toSellable(row)));
    }
    return found;
  }

  async byBarcode(tx: Tx, barcode: string): Promise<SellableItem | undefined> {
    const key = `${tenantOf(tx)} barcode ${barcode}`;
    const { catalog: revision } = revisionsOf(tx);
    const known = this.recall(key, revision);
    if (known !== undefined) return known;
    const [row] = await runPrepared<ItemRow>(tx, 'sellable_by_barcode', BY_BARCODE, [barcode]);
    return row === undefined ? undefined : this.remember(key, revision, toSellable(row));
  }

  private recall(key: string, revision: number): SellableItem | undefined {
    const entry = this.entries.get(key);
    if (entry?.revision !== revision) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry); // last in order: the most recently used
    return entry.item;
  }

  private remember(key: string, revision: number, item: SellableItem): SellableItem {
    const newer = (this.entries.get(key)?.revision ?? 0) > revision;
    if (newer) return item; // another transaction, begun later, knows better than this one
    this.entries.delete(key);
    this.entries.set(key, { revision, item });
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.maxEntries) break;
      this.entries.delete(oldest);
    }
    return item;
  }
}

function skuKey(tenantId: TenantId, sku: string): string {
  return `${tenantId} sku ${sku}`;
}

function toSellable(row: ItemRow): SellableItem {
  const { version: _, ...item } = toItem(row);
  Object.freeze(item.price);
  return Object.freeze(item);
}
