import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { CatalogImport, ImportId, ImportRefusal } from '../../domain/catalog-import.js';
import type { Item, ItemId, ItemRefusal } from '../../domain/item.js';
import type { Category, ImportViews, ItemQuery, ItemViews } from '../../ports/catalog-views.js';
import { gtinKeysOf } from '../../domain/gs1/gtin.js';
import { pluKey } from '../../domain/item-details.js';
import { toImport, type CatalogTables, type ImportRecord } from './catalog-rows.js';
import { ITEM_COLUMNS, toItem, type ItemRow } from './item-rows.js';
import { DEAD } from './import-repository.js';

const ITEM = `select ${ITEM_COLUMNS} from catalog_items where id = $1`;
const CATEGORIES = `select category as name, count(*) as items, count(*) filter (where active) as "activeItems" from catalog_items
  where deleted_at is null and ($1::text is null or category > $1) group by category order by category limit $2`;
const IMPORT = `select *, ${DEAD} as dead from catalog_imports where id = $1`;
const IMPORTS = `select id, status, format, total, created, updated, unchanged, rejected, '[]'::json as errors, failure, started_by,
    started_at, heartbeat_at, finished_at, ${DEAD} as dead from catalog_imports
  where $1::timestamptz is null or (started_at, id) < ($1, $2::uuid) order by started_at desc, id desc limit $3`;

/** Answers questions about items with one query each. */
export class PostgresItemViews implements ItemViews {
  constructor(private readonly transactor: Transactor) {}

  async item(context: RequestContext, id: ItemId): Promise<Item> {
    const [row] = await this.transactor.read(context, (tx) => runPrepared<ItemRow>(tx, 'catalog_item', ITEM, [id]));
    if (row === undefined) throw new Refusal<ItemRefusal>('item_not_found', { itemId: id });
    return toItem(row);
  }

  async items(context: RequestContext, query: ItemQuery): Promise<readonly Item[]> {
    const where = sql.join(conditionsOf(query), sql` and `);
    const select = sql<ItemRow>`select ${sql.raw(ITEM_COLUMNS)} from catalog_items
      where ${where} order by name, id limit ${query.limit + 1}`;
    const ask = async (tx: Tx): Promise<ItemRow[]> => (await select.execute(transactionOf<CatalogTables>(tx))).rows;
    return (await this.transactor.read(context, ask)).map(toItem);
  }

  categories(
    context: RequestContext,
    { limit, after }: { limit: number; after?: string },
  ): Promise<readonly Category[]> {
    const values = [after ?? null, limit + 1];
    return this.transactor.read(context, (tx) => runPrepared<Category>(tx, 'catalog_categories', CATEGORIES, values));
  }
}

/** Answers questions about imports with one query each. */
export class PostgresImportViews implements ImportViews {
  constructor(private readonly transactor: Transactor) {}

  async import(context: RequestContext, id: ImportId): Promise<CatalogImport> {
    const [row] = await this.transactor.read(context, (tx) =>
      runPrepared<ImportRecord>(tx, 'catalog_import', IMPORT, [id]),
    );
    if (row === undefined) throw new Refusal<ImportRefusal>('import_not_found', { importId: id });
    return toImport(row);
  }

  async imports(
    context: RequestContext,
    { limit, after }: { limit: number; after?: readonly [startedAt: string, id: string] },
  ): Promise<readonly CatalogImport[]> {
    const values = [after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await this.transactor.read(context, (tx) =>
      runPrepared<ImportRecord>(tx, 'catalog_imports', IMPORTS, values),
    );
    return rows.map(toImport);
  }
}

function conditionsOf(query: ItemQuery): RawBuilder<unknown>[] {
  const { q, sku, barcode, category, active, kind, plu, variantOf, deleted, after } = query;
  const conditions = [deleted === true ? sql`deleted_at is not null` : sql`deleted_at is null`];
  if (q !== undefined) {
    const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    conditions.push(sql`(name ilike ${pattern} or sku ilike ${pattern} or barcode ilike ${pattern}
      or array_to_string(more_barcodes, ' ') ilike ${pattern})`);
  }
  if (sku !== undefined) conditions.push(sql`sku = ${sku}`);
  if (barcode !== undefined)
    conditions.push(sql`id in (select item_id from catalog_barcodes where code = any(${gtinKeysOf(barcode)}))`);
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (plu !== undefined) conditions.push(sql`plu_key = ${pluKey(plu)}`);
  if (variantOf !== undefined) conditions.push(sql`variant_of = ${variantOf}`);
  if (category !== undefined) conditions.push(sql`category = ${category}`);
  if (active !== undefined) conditions.push(sql`active = ${active}`);
  if (after !== undefined) conditions.push(sql`(name, id) > (${after[0]}, ${after[1]}::uuid)`);
  return conditions;
}
