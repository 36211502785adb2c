import { hasCheckDigit } from './gs1/check-digit.js';
import { isElementString, readElements } from './gs1/element-string.js';
import { gtinKeysOf, looksLikeGtin, upcAOf } from './gs1/gtin.js';
import { readLabel, type Label, type LabelRule } from './gs1/label.js';
import { tradedItemOf, type Measured, type TradedItem } from './gs1/traded-item.js';

/** What a scanned or keyed code may be, before anybody has looked for the item. */
export interface Scan extends Measured {
  readonly kind: 'plain' | 'label' | 'element_string';
  /** What barcodes are compared by, the likeliest first. */
  readonly barcodeKeys: readonly string[];
  /** PLU or SKU, the code itself or an item's number within it. */
  readonly numbers: readonly string[];
  readonly checkDigit: 'valid' | 'none';
  readonly batch: string | null;
  readonly serial: string | null;
  readonly expiresOn: string | null;
}

export type ScanRefusal =
  | 'item_not_found'
  | 'barcode_check_digit_wrong'
  | 'barcode_value_check_digit_wrong'
  | 'barcode_unreadable'
  | 'barcode_names_no_item'
  | 'barcode_measure_mismatch';

/** Why a code cannot be what it looks like. An item may carry it all the same, as it is. */
export interface UnsoundScan {
  readonly refusal: ScanRefusal;
  /** The place and the rule, for people. */
  readonly why: string;
}

const NOTHING_MORE = { measure: null, price: null, batch: null, serial: null, expiresOn: null } as const;
// What scanners put before the data to name the symbology: EAN and UPC of all lengths, Code 128.
const EAN = /^\](?:E[04]|C0)/;
const BARE_ELEMENTS = /^0[12]\d{14}./;

/**
 * Reads a code by what it looks like: a GS1 element string, a label of the outlet's scales, or anything else.
 * @param today `YYYY-MM-DD`.
 */
export function readCode(scanned: string, rules: readonly LabelRule[], today: string): Scan | UnsoundScan {
  const code = scanned.replace(EAN, '');
  if (isElementString(code)) return fromElements(code, rules, today);
  const label = readLabel(code, rules);
  if (label === 'check_digit') return WRONG_CHECK_DIGIT;
  if (label === 'value_check_digit') {
    return { refusal: 'barcode_value_check_digit_wrong', why: 'its price or weight was misread' };
  }
  if (label !== undefined) return fromLabel(label);
  const isGtin = looksLikeGtin(code);
  const sound = isGtin && (hasCheckDigit(code) || upcAOf(code) !== undefined);
  if (isGtin && !sound) return WRONG_CHECK_DIGIT;
  if (BARE_ELEMENTS.test(code)) {
    const bare = fromElements(code, rules, today); // from a scanner that says neither symbology nor separators
    if (!('refusal' in bare)) return bare;
  }
  return {
    ...NOTHING_MORE,
    kind: 'plain',
    barcodeKeys: gtinKeysOf(code),
    numbers: [code],
    checkDigit: sound ? 'valid' : 'none',
  };
}

const WRONG_CHECK_DIGIT: UnsoundScan = { refusal: 'barcode_check_digit_wrong', why: 'a digit was misread' };

function fromLabel({ kind, reference, base, value, decimals, unit }: Label): Scan {
  const digits = { value, decimals };
  return {
    ...NOTHING_MORE,
    kind: 'label',
    barcodeKeys: gtinKeysOf(base),
    numbers: [...new Set([reference, reference.replace(/^0+(?=\d)/, '')])],
    measure: kind === 'price' ? null : { ...digits, unit: kind === 'count' ? 'each' : unit },
    price: kind === 'price' ? { ...digits, currency: null } : null,
    checkDigit: 'valid',
  };
}

function fromElements(code: string, rules: readonly LabelRule[], today: string): Scan | UnsoundScan {
  const elements = readElements(code);
  if ('problem' in elements) {
    if (elements.problem === 'csum') return WRONG_CHECK_DIGIT;
    return { refusal: 'barcode_unreadable', why: `(${elements.ai}) ${elements.problem}`.slice(0, 200) };
  }
  const traded = tradedItemOf(elements, today);
  if (traded === undefined) return { refusal: 'barcode_names_no_item', why: [...elements.keys()].join(', ') };
  return fromTradedItem(traded, rules);
}

/** A GTIN within an element string may itself be a label of the outlet's scales. */
function fromTradedItem({ gtin, ...said }: TradedItem, rules: readonly LabelRule[]): Scan {
  const label = readLabel(gtin, rules);
  if (typeof label === 'object') {
    const inner = fromLabel(label);
    const { measure, price, ...rest } = said;
    return { ...inner, ...rest, measure: measure ?? inner.measure, price: price ?? inner.price };
  }
  return { ...said, kind: 'element_string', barcodeKeys: gtinKeysOf(gtin), numbers: [], checkDigit: 'valid' };
}
