// Control characters and halves of surrogate pairs: PostgreSQL cannot store some of them and no receipt can print any.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** True for text of a length that can be stored and printed: no control characters, no broken Unicode, not only blanks. */
export function isPrintable(text: string, maxLength: number): boolean {
  return text.length <= maxLength && text.trim() !== '' && !UNPRINTABLE.test(text);
}

/** As `isPrintable`, but line breaks are allowed: headers and footers of receipts. */
export function isPrintableBlock(text: string, maxLength: number): boolean {
  return isPrintable(text.replace(/\r?\n/g, ' '), maxLength);
}
