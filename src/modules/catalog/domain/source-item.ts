import type { DigitOverrides } from '../../../kernel/currencies.js';
import { objectRow } from './import-object.js';
import { readRow, type ImportRow, type RowError } from './import-row.js';

/** An item as the source tells it: nothing is believed yet. */
export interface SourceItem {
  /** A tombstone: the source has it no more. */
  readonly deleted: boolean;
  /** What an item of an import in JSON may have; of a tombstone the `sku`. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** Why an item of the source did not go in. */
export interface SyncError {
  /** Which one of the items that the run fetched, from 1. */
  readonly number: number;
  /** Its SKU, where it has one. */
  readonly sku: string | null;
  /** `null` when the item as a whole is bad. */
  readonly member: string | null;
  readonly message: string;
}

/** What a batch of items says. Each SKU comes once, among rows and tombstones together. */
export interface SyncBatch {
  readonly rows: readonly ImportRow[];
  /** SKUs of items that the source has no more. */
  readonly tombstones: readonly string[];
  /** SKUs that the source has, those of rejected items included. */
  readonly there: readonly string[];
  /** Items that cannot go in. */
  readonly rejected: number;
  readonly errors: readonly SyncError[];
  /** Items that were followed by a newer state of themselves within the batch. */
  readonly superseded: number;
}

const SKU_MAX = 64;

/**
 * Reads items in the order of the source, whose last word about a SKU holds.
 * @param first number of the first item within the run, from 1
 */
export function readBatch(items: readonly SourceItem[], first: number, digits: DigitOverrides): SyncBatch {
  const last = new Map<string, ImportRow | 'tombstone'>();
  const there = new Set<string>();
  const errors: SyncError[] = [];
  const counts = { rejected: 0, superseded: 0 };
  items.forEach((item, index) => {
    const number = first + index;
    const read = readItem(item, number, digits);
    const sku = skuOf(item);
    if (sku !== null && !item.deleted) there.add(sku);
    if (read.errors !== undefined || sku === null) {
      counts.rejected += 1;
      errors.push(...(read.errors ?? []).map((error) => toSyncError(error, sku)));
      return;
    }
    if (last.delete(sku)) counts.superseded += 1;
    last.set(sku, read.row ?? 'tombstone');
  });
  const rows = [...last.values()].filter((said) => said !== 'tombstone');
  const tombstones = [...last].filter(([, said]) => said === 'tombstone').map(([sku]) => sku);
  for (const sku of tombstones) there.delete(sku);
  return { rows, tombstones, there: [...there], errors, ...counts };
}

/** An error of a row, in the words of a sync. */
export function toSyncError({ row, column, message }: RowError, sku: string | null): SyncError {
  return { number: row, sku, member: column, message };
}

type Read =
  { readonly errors: readonly RowError[]; readonly row?: never } | { readonly row?: ImportRow; errors?: never };

function readItem({ deleted, members }: SourceItem, number: number, digits: DigitOverrides): Read {
  if (deleted) {
    if (skuOf({ members }) !== null) return {};
    return { errors: [{ row: number, column: 'sku', message: 'must name the item that is deleted' }] };
  }
  const read = readRow(objectRow(number, members), digits);
  return 'item' in read ? { row: read } : { errors: read };
}

function skuOf({ members }: Pick<SourceItem, 'members'>): string | null {
  const sku = typeof members['sku'] === 'string' ? members['sku'].trim() : '';
  return sku === '' || sku.length > SKU_MAX ? null : sku;
}
