/** Quantities on the till are what the API has them as: decimal strings. They are counted in millionths, never as floats. */
const FORM = /^(\d{1,9})(?:[.,](\d{1,6}))?$/;
const ONE = 1_000_000n;

/** A typed or scanned quantity as the API writes it; `,` and `.` both part the fraction. `undefined`: it is none, or zero. */
export function readQuantity(text: string): string | undefined {
  const millionths = parse(text.trim());
  return millionths === undefined || millionths <= 0n ? undefined : format(millionths);
}

/** The sum. @throws RangeError for what is no quantity. */
export function addQuantities(a: string, b: string): string {
  return format(sure(a) + sure(b));
}

/** One less; `undefined` where nothing would be left. Less than one is left as it is only by taking the line off. */
export function oneLess(quantity: string): string | undefined {
  const left = sure(quantity) - ONE;
  return left <= 0n ? undefined : format(left);
}

/** How many pieces it counts as in "7 items": 0.482 kg of cheese is one. */
export function piecesOf(quantity: string): number {
  const millionths = sure(quantity);
  return millionths % ONE === 0n ? Number(millionths / ONE) : 1;
}

/** True for a quantity without a fraction. */
export function isWhole(quantity: string): boolean {
  return sure(quantity) % ONE === 0n;
}

function sure(text: string): bigint {
  const millionths = parse(text);
  if (millionths === undefined) throw new RangeError(`no quantity: ${text}`);
  return millionths;
}

function parse(text: string): bigint | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, whole = '0', fraction = ''] = match;
  return BigInt(whole) * ONE + BigInt(fraction.padEnd(6, '0'));
}

function format(millionths: bigint): string {
  const fraction = (millionths % ONE).toString().padStart(6, '0').replace(/0+$/, '');
  return `${millionths / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}
