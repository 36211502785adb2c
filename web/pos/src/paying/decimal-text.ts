/** Quantities have at most 6 places (DOMAIN P2): counted in millionths they are whole. */
const PLACES = 6;
const ONE = 10n ** BigInt(PLACES);

/** A quantity as the API writes it, in millionths; `undefined`: it is none. A comma is read as a point. */
export function readQuantity(text: string): bigint | undefined {
  const match = /^(\d{1,9})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '0', fraction = ''] = match;
  return BigInt(whole) * ONE + BigInt(fraction.padEnd(PLACES, '0'));
}

/** A quantity in millionths as the API writes it, without zeros that say nothing. */
export function writeQuantity(quantity: bigint): string {
  const fraction = (quantity % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '');
  return `${quantity / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

/** One piece, in millionths. */
export const ONE_PIECE = ONE;
