import type { ImportRow, RowTexts } from './import-row.js';
import { newDetails, type ItemDetails } from './item-details.js';
import type { Item, ItemId } from './item.js';

export const espresso: ItemDetails = newDetails({
  sku: 'espresso',
  name: 'Espresso',
  category: 'Coffee',
  price: { amount: 250, currency: 'USD' },
  taxCategory: 'standard',
  barcode: '4006381333931',
});

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
  return {
    ...espresso,
    id: itemId(n),
    version: 1,
    sku,
    barcode,
    barcodes: barcode === null ? [] : [barcode],
    deletedAt: null,
  };
}

/** A row of an import by SKU and barcode. */
export function importRow(
  row: number,
  sku: string,
  barcode: string | null,
  changes: Partial<ItemDetails> = {},
): ImportRow {
  const { name, category, price, taxCategory, unit, active } = espresso;
  return { row, item: { name, category, price, taxCategory, unit, active, sku, barcode, ...changes } };
}
