import {
  pluKey,
  USUAL_ITEM,
  type Allergen,
  type ItemDetails,
  type ItemKind,
  type Measure,
  type Nutrition,
} from '../../domain/item-details.js';
import type { ScheduleDraft } from '../../../../kernel/schedule.js';
import type { Item, ItemId } from '../../domain/item.js';

/** The columns that a change of an item writes. */
export interface ItemColumns {
  sku: string;
  name: string;
  category: string;
  price: number;
  currency: string;
  tax_category: string;
  barcode: string | null;
  more_barcodes: string[];
  unit: string;
  active: boolean;
  kind: ItemKind;
  open_price: boolean;
  discountable: boolean;
  minimum_age: number | null;
  plu: string | null;
  plu_key: string | null;
  measure: Measure;
  variant_of: string | null;
  details: MoreDetails;
  deleted_at: Date | null;
}

/** What no query looks for. Members with their usual value are left out. */
interface MoreDetails {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly tare?: string;
  readonly description?: string;
  readonly allergens?: readonly Allergen[];
  readonly nutrition?: Nutrition;
  readonly images?: readonly string[];
  readonly channels?: readonly string[];
  readonly schedule?: ScheduleDraft;
}

export interface ItemRow extends ItemColumns {
  id: string;
  version: number;
}

const WRITTEN = [
  'sku',
  'name',
  'category',
  'price',
  'currency',
  'tax_category',
  'barcode',
  'more_barcodes',
  'unit',
  'active',
  'kind',
  'open_price',
  'discountable',
  'minimum_age',
  'plu',
  'plu_key',
  'measure',
  'variant_of',
  'details',
  'deleted_at',
] as const satisfies readonly (keyof ItemColumns)[];

/** The columns that a change of an item writes, for statements that are not built. */
export const WRITTEN_COLUMNS: readonly string[] = WRITTEN;
export const ITEM_COLUMNS = `id, ${WRITTEN.join(', ')}, version`;

/**
 * Items that are not deleted by their SKUs, which come as an array. One look-up in the index for each, whatever the planner
 * believes: `= any(…)`, planned while the table was small, compares every item of the tenant with every value.
 */
export function selectBySku(parameter: '$1' | '$2', deletedToo = false): string {
  const there = deletedToo ? '' : 'and deleted_at is null ';
  return `select i.* from unnest(${parameter}::text[]) as wanted(value)
    cross join lateral (select ${ITEM_COLUMNS} from catalog_items where sku = wanted.value ${there}limit 1) as i`;
}

/** Items by keys of their barcodes (`gtinKey`), which come as an array. */
export function selectByBarcode(parameter: '$1' | '$2'): string {
  return `select i.* from unnest(${parameter}::text[]) as wanted(value)
    cross join lateral (select item_id from catalog_barcodes where code = wanted.value limit 1) as b
    cross join lateral (select ${ITEM_COLUMNS} from catalog_items where id = b.item_id limit 1) as i`;
}

/** The item that a row tells of. */
export function toItem(row: ItemRow): Item {
  const { details } = row;
  return {
    id: row.id as ItemId,
    sku: row.sku,
    name: row.name,
    category: row.category,
    price: { amount: row.price, currency: row.currency },
    taxCategory: row.tax_category,
    barcode: row.barcode,
    barcodes: row.barcode === null ? [] : [row.barcode, ...row.more_barcodes],
    unit: row.unit,
    active: row.active,
    kind: row.kind,
    openPrice: row.open_price,
    discountable: row.discountable,
    minimumAge: row.minimum_age,
    plu: row.plu,
    measure: row.measure,
    tare: details.tare ?? null,
    variantOf: row.variant_of === null ? null : { sku: row.variant_of, attributes: details.attributes ?? {} },
    allergens: details.allergens ?? USUAL_ITEM.allergens,
    nutrition: details.nutrition ?? null,
    images: details.images ?? USUAL_ITEM.images,
    description: details.description ?? null,
    channels: details.channels ?? null,
    schedule: details.schedule ?? null,
    version: row.version,
    deletedAt: row.deleted_at?.toISOString() ?? null,
  };
}

/** The columns that a change of an item writes. */
export function fromItem(item: ItemDetails & { readonly deletedAt: string | null }): ItemColumns {
  return {
    sku: item.sku,
    name: item.name,
    category: item.category,
    price: item.price.amount,
    currency: item.price.currency,
    tax_category: item.taxCategory,
    barcode: item.barcode,
    more_barcodes: item.barcodes.slice(1),
    unit: item.unit,
    active: item.active,
    kind: item.kind,
    open_price: item.openPrice,
    discountable: item.discountable,
    minimum_age: item.minimumAge,
    plu: item.plu,
    plu_key: item.plu === null ? null : pluKey(item.plu),
    measure: item.measure,
    variant_of: item.variantOf?.sku ?? null,
    details: moreOf(item),
    deleted_at: item.deletedAt === null ? null : new Date(item.deletedAt),
  };
}

function moreOf({
  variantOf,
  tare,
  description,
  allergens,
  nutrition,
  images,
  channels,
  schedule,
}: ItemDetails): MoreDetails {
  return {
    ...(variantOf !== null && { attributes: variantOf.attributes }),
    ...(tare !== null && { tare }),
    ...(description !== null && { description }),
    ...(allergens.length > 0 && { allergens }),
    ...(nutrition !== null && { nutrition }),
    ...(images.length > 0 && { images }),
    ...(channels !== null && { channels }),
    ...(schedule !== null && { schedule }),
  };
}
