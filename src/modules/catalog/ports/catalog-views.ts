import type { RequestContext } from '../../../kernel/context.js';
import type { CatalogImport, ImportId } from '../domain/catalog-import.js';
import type { ItemKind } from '../domain/item-details.js';
import type { Item, ItemId } from '../domain/item.js';

export interface ItemQuery {
  /** Part of name, SKU or barcode, whatever the letter case. */
  readonly q?: string;
  readonly sku?: string;
  readonly barcode?: string;
  readonly category?: string;
  readonly active?: boolean;
  readonly kind?: ItemKind;
  readonly plu?: string;
  /** The SKU of the item that stands for all variants. */
  readonly variantOf?: string;
  /** True for deleted items only; they are left out otherwise. */
  readonly deleted?: boolean;
  readonly limit: number;
  /** Name and id of the last item of the page before. */
  readonly after?: readonly [name: string, id: string];
}

export interface Category {
  readonly name: string;
  readonly items: number;
  readonly activeItems: number;
}

/** What callers ask about items. Pages have one entry more than the limit when there are more. */
export interface ItemViews {
  /** @throws Refusal `item_not_found`. */
  item(context: RequestContext, id: ItemId): Promise<Item>;
  /** By name, then id. */
  items(context: RequestContext, query: ItemQuery): Promise<readonly Item[]>;
  /** By name. */
  categories(context: RequestContext, page: { limit: number; after?: string }): Promise<readonly Category[]>;
}

/** What callers ask about imports. One whose process is gone looks failed. */
export interface ImportViews {
  /** @throws Refusal `import_not_found`. */
  import(context: RequestContext, id: ImportId): Promise<CatalogImport>;
  /** Newest first, without errors. */
  imports(
    context: RequestContext,
    page: { limit: number; after?: readonly [startedAt: string, id: string] },
  ): Promise<readonly CatalogImport[]>;
}
