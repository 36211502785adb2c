import { gtinKey } from './gs1/gtin.js';
import type { LabelRule } from './gs1/label.js';
import { readCode, type Scan, type ScanRefusal, type UnsoundScan } from './scan.js';

/** What a code says, and what the item that it means may be found by: the likeliest first within each. */
export interface CodeSearch {
  readonly scan: Scan;
  /** As `gtinKey` makes them. */
  readonly barcodes: readonly string[];
  readonly plus: readonly string[];
  readonly skus: readonly string[];
  /** How it is refused where no item is found. */
  readonly otherwise: Omit<UnsoundScan, 'why'> & { readonly why?: string };
}

const PLU = /^\d{1,5}$/;
const PLAIN: Scan = {
  kind: 'plain',
  barcodeKeys: [],
  numbers: [],
  measure: null,
  price: null,
  checkDigit: 'none',
  batch: null,
  serial: null,
  expiresOn: null,
};

/**
 * Reads a scanned or keyed code. One that looks misread may be exactly what somebody has given an item as its barcode or SKU.
 * @param today `YYYY-MM-DD` on the outlet's wall.
 */
export function searchFor(code: string, rules: readonly LabelRule[], today: string): CodeSearch {
  const scan = readCode(code, rules, today);
  if ('refusal' in scan) return { scan: PLAIN, barcodes: [gtinKey(code)], plus: [], skus: [code], otherwise: scan };
  const { barcodeKeys, numbers } = scan;
  const notFound: ScanRefusal = 'item_not_found';
  const plus = numbers.filter((number) => PLU.test(number));
  return { scan, barcodes: barcodeKeys, plus, skus: numbers, otherwise: { refusal: notFound } };
}

/** A code as refusals show it. */
export function shownCode(code: string): string {
  return code.slice(0, 100);
}
