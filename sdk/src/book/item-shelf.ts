import { gtinKey } from '../../../src/modules/catalog/domain/gs1/gtin.js';
import { pluKey } from '../../../src/modules/catalog/domain/item-details.js';
import type { FoundBy } from '../../../src/modules/catalog/domain/scanned-item.js';
import type { ItemRecord } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { foldedText } from './folded-text.js';

/** What a code may be found by, the likeliest first within each. */
export interface ShelfKeys {
  readonly barcodes: readonly string[];
  readonly plus: readonly string[];
  readonly skus: readonly string[];
}

interface Shelved {
  readonly item: ItemRecord;
  /** Name, SKU and category as they are searched, and where the name ends. */
  readonly text: string;
  readonly nameEnds: number;
}

/**
 * The items of a book, found by SKU, barcode, PLU and words. It is kept and changed in place: a change of one price in 20,000
 * items costs one entry, not a new index.
 */
export class ItemShelf {
  private readonly byId = new Map<string, Shelved>();
  private readonly bySkus = new Map<string, ItemRecord>();
  private readonly byBarcode = new Map<string, ItemRecord>();
  private readonly byPlu = new Map<string, ItemRecord>();
  private readonly folded = new Map<string, string>();
  private inOrder: readonly Shelved[] | undefined;
  private allOnSale: readonly ItemRecord[] | undefined;
  private byCategory: ReadonlyMap<string, readonly ItemRecord[]> | undefined;

  /** Puts items on the shelf and takes others off. */
  change(put: readonly ItemRecord[], gone: readonly ItemRecord[]): void {
    for (const { id } of gone) this.takeOff(id);
    // All old ones first: a barcode may go from one item to another in one change.
    for (const { id } of put) this.takeOff(id);
    // In order already: what sorts all of them later then only joins the parts that came.
    for (const shelved of put.map((item) => this.shelved(item)).sort(byText)) this.putOn(shelved);
    this.inOrder = undefined;
    this.allOnSale = undefined;
    this.byCategory = undefined;
  }

  bySku(sku: string): ItemRecord | undefined {
    return this.bySkus.get(sku);
  }

  /** The first item: by barcode, then by PLU, then by SKU. */
  find({ barcodes, plus, skus }: ShelfKeys): { readonly item: ItemRecord; readonly foundBy: FoundBy } | undefined {
    const first = (from: ReadonlyMap<string, ItemRecord>, keys: readonly string[], foundBy: FoundBy) => {
      for (const key of keys) {
        const item = from.get(key);
        if (item !== undefined) return { item, foundBy };
      }
      return undefined;
    };
    return (
      first(this.byBarcode, barcodes, 'barcode') ??
      first(this.byPlu, plus.map(pluKey), 'plu') ??
      first(this.bySkus, skus, 'sku')
    );
  }

  /** Categories of items on sale, by name. */
  categories(): string[] {
    return [...this.grouped().keys()];
  }

  /** Items on sale by name; of a category, or all. */
  onSale(category: string | null): readonly ItemRecord[] {
    if (category !== null) return this.grouped().get(category) ?? [];
    this.allOnSale ??= this.sorted().map(({ item }) => item);
    return this.allOnSale;
  }

  /**
   * Items on sale that have a word beginning with each word of the text: exact codes first, then names that begin so, then
   * names, then categories and SKUs; by name within each.
   */
  search(text: string, limit: number): ItemRecord[] {
    const wanted = foldedText(text);
    const words = wanted.split(' ').filter((word) => word !== '');
    if (words.length === 0) return [];
    const found = new Set(this.exactly(text.trim()));
    for (const item of this.beginning(wanted, limit)) found.add(item);
    if (found.size < limit) for (const item of this.having(words, limit)) found.add(item);
    return [...found].slice(0, limit);
  }

  /** Items whose names begin so: they stand together. */
  private beginning(wanted: string, limit: number): ItemRecord[] {
    const all = this.sorted();
    const found: ItemRecord[] = [];
    for (let at = placeOf(wanted, all); found.length < limit; at += 1) {
      const shelved = all[at];
      if (shelved === undefined || !shelved.text.startsWith(wanted)) break;
      found.push(shelved.item);
    }
    return found;
  }

  /** Items that have all words in their names, then those that have them elsewhere; no more of either than so many. */
  private having(words: readonly string[], limit: number): ItemRecord[] {
    const [inName, elsewhere]: [ItemRecord[], ItemRecord[]] = [[], []];
    for (const { item, text, nameEnds } of this.sorted()) {
      const last = lastPlaceOf(words, text);
      if (last === undefined) continue;
      if (last < nameEnds) inName.push(item);
      else if (elsewhere.length < limit) elsewhere.push(item);
      if (inName.length === limit) break;
    }
    return [...inName, ...elsewhere];
  }

  private exactly(code: string): ItemRecord[] {
    const found = [this.bySkus.get(code), this.byPlu.get(pluKey(code)), this.byBarcode.get(gtinKey(code))];
    return [...new Set(found)].filter((item) => item?.active === true).map((item) => item as ItemRecord);
  }

  private shelved(item: ItemRecord): Shelved {
    const name = foldedText(item.name);
    const category = this.folded.get(item.category) ?? foldedText(item.category);
    this.folded.set(item.category, category);
    return { item, text: name + foldedText(item.sku) + category, nameEnds: name.length };
  }

  private putOn(shelved: Shelved): void {
    const { item } = shelved;
    this.byId.set(item.id, shelved);
    this.bySkus.set(item.sku, item);
    for (const barcode of item.barcodes) this.byBarcode.set(gtinKey(barcode), item);
    if (item.plu !== null) this.byPlu.set(pluKey(item.plu), item);
  }

  private takeOff(id: string): void {
    const item = this.byId.get(id)?.item;
    if (item === undefined) return;
    this.byId.delete(id);
    const clear = (from: Map<string, ItemRecord>, key: string): void => {
      if (from.get(key)?.id === id) from.delete(key);
    };
    clear(this.bySkus, item.sku);
    for (const key of item.barcodes.map(gtinKey)) clear(this.byBarcode, key);
    if (item.plu !== null) clear(this.byPlu, pluKey(item.plu));
  }

  private sorted(): readonly Shelved[] {
    this.inOrder ??= [...this.byId.values()].filter(({ item }) => item.active).sort(byText);
    return this.inOrder;
  }

  private grouped(): ReadonlyMap<string, readonly ItemRecord[]> {
    if (this.byCategory !== undefined) return this.byCategory;
    const groups = new Map<string, ItemRecord[]>();
    for (const { item } of this.sorted()) {
      const group = groups.get(item.category);
      if (group === undefined) groups.set(item.category, [item]);
      else group.push(item);
    }
    this.byCategory = new Map([...groups].sort(([a], [b]) => a.localeCompare(b)));
    return this.byCategory;
  }
}

/** Folded names and plain comparison: a collator takes longer than all the rest over 20,000 names. */
function byText({ text: one }: Shelved, { text: other }: Shelved): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Where a text is, or would be, among sorted ones. */
function placeOf(wanted: string, sorted: readonly Shelved[]): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle]?.text ?? '') < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Where the last of the words begins, each at the begin of a word; `undefined` where one is missing. */
function lastPlaceOf(words: readonly string[], text: string): number | undefined {
  let last = 0;
  for (const word of words) {
    const place = text.indexOf(` ${word}`);
    if (place < 0) return undefined;
    last = Math.max(last, place);
  }
  return last;
}
