import type { ImportRow, RowTexts } from './import-row.js';
import type { Item, ItemDetails, ItemId } from './item.js';

export const espresso: ItemDetails = {
  sku: 'espresso',
  name: 'Espresso',
  category: 'Coffee',
  price: { amount: 250, currency: 'USD' },
  taxCategory: 'standard',
  barcode: '4006381333931',
  unit: 'each',
  active: true,
};

export const espressoTexts: RowTexts = {
  sku: 'espresso',
  name: 'Espresso',
  category: 'Coffee',
  price: '2.50',
  currency: 'USD',
  taxCategory: 'standard',
  barcode: '4006381333931',
  unit: '',
  active: 'true',
};

/** The n-th id. */
export function itemId(n: number): ItemId {
  return `0197a3c2-7b1e-7000-8000-${n.toString(16).padStart(12, '0')}` as ItemId;
}

/** An item in the catalogue by SKU and barcode. */
export function present(n: number, sku: string, barcode: string | null): Item {
  return { ...espresso, id: itemId(n), version: 1, sku, barcode };
}

/** A row of an import by SKU and barcode. */
export function importRow(
  row: number,
  sku: string,
  barcode: string | null,
  changes: Partial<ItemDetails> = {},
): ImportRow {
  return { row, item: { ...espresso, sku, barcode, ...changes } };
}
