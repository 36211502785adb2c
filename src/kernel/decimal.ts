/**
 * An exact decimal with at most six places, held as a count of millionths. Quantities and rates travel as strings
 * (`"0.482"`, `"16.0"`) and are computed as this; floats touch neither (API.md).
 */
export type Decimal = bigint & { readonly decimal: unique symbol };

/** Millionths in one. */
export const DECIMAL_ONE = 1_000_000n as Decimal;
export const DECIMAL_ZERO = 0n as Decimal;

const DECIMAL_FORM = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/;

/** Reads a decimal string of at most nine digits before and six after the point. Anything else is `undefined`. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = DECIMAL_FORM.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '0', fraction = ''] = match;
  const millionths = BigInt(whole) * DECIMAL_ONE + BigInt(fraction.padEnd(6, '0'));
  return (sign === '-' ? -millionths : millionths) as Decimal;
}

/** Reads a decimal that the program itself wrote. @throws RangeError when it is not one. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new RangeError(`not a decimal of at most six places: ${text}`);
  return value;
}

/** The shortest decimal string of the value: `1`, `0.482`, `-3.5`. */
export function formatDecimal(value: Decimal): string {
  const magnitude = value < 0n ? -value : value;
  const fraction = (magnitude % DECIMAL_ONE).toString().padStart(6, '0').replace(/0+$/, '');
  const whole = (magnitude / DECIMAL_ONE).toString();
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Adds two decimals. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return (a + b) as Decimal;
}

/** Subtracts the second decimal from the first. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return (a - b) as Decimal;
}
