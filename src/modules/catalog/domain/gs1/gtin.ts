import { checkDigitOf, hasCheckDigit } from './check-digit.js';

const GTIN = /^(?:\d{8}|\d{12,14})$/;
const UPC_E = /^[01]\d{7}$/;
const GTIN_LENGTH = 14;

/** True for digits that have the length of a GTIN: EAN-8, UPC-A, EAN-13 or GTIN-14. */
export function looksLikeGtin(code: string): boolean {
  return GTIN.test(code);
}

/**
 * What two barcodes are compared by: GTINs of all lengths as GTIN-14, a UPC-E as the UPC-A that it stands for, all others as
 * they are. Most UPC-Es are sound EAN-8s, too: with a 0 in front they count as UPC-E, for GS1 gives no such EAN-8 to anybody.
 */
export function gtinKey(barcode: string): string {
  return gtinKeysOf(barcode)[0] ?? barcode;
}

/** All that a scanned code may stand for among `gtinKey`s, the likeliest first. */
export function gtinKeysOf(code: string): readonly string[] {
  const gtin = looksLikeGtin(code) && hasCheckDigit(code) ? [code.padStart(GTIN_LENGTH, '0')] : [];
  const upcA = upcAOf(code)?.padStart(GTIN_LENGTH, '0');
  const gtins = upcA === undefined ? gtin : code.startsWith('0') ? [upcA, ...gtin] : [...gtin, upcA];
  return [...new Set([...gtins, code])];
}

/** The UPC-A that a UPC-E (number system, six digits, check digit) leaves zeros out of; `undefined` when it is none. */
export function upcAOf(code: string): string | undefined {
  if (!UPC_E.test(code)) return undefined;
  const body = `${code.slice(0, 1)}${expanded(code.slice(1, 7)) ?? ''}`;
  return body.length === 11 && checkDigitOf(body) === Number(code.at(-1)) ? `${body}${code.at(-1)}` : undefined;
}

/** Puts the zeros back. Where more of them could have been left out it is no UPC-E: each UPC-A has one at most. */
function expanded(digits: string): string | undefined {
  const last = Number(digits[5]);
  if (last <= 2) return `${digits.slice(0, 2)}${last}0000${digits.slice(2, 5)}`;
  if (last === 3) return Number(digits[2]) > 2 ? `${digits.slice(0, 3)}00000${digits.slice(3, 5)}` : undefined;
  if (last === 4) return digits[3] === '0' ? undefined : `${digits.slice(0, 4)}00000${digits.slice(4, 5)}`;
  return digits[4] === '0' ? undefined : `${digits.slice(0, 5)}0000${last}`;
}
