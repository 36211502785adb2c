const DIGITS = /^\d+$/;

/**
 * The check digit of a GS1 key that stands at its end: weights 3 and 1 from the right, complement to ten.
 * @param digits the key without its check digit.
 */
export function checkDigitOf(digits: string): number {
  let sum = 0;
  for (let place = 1; place <= digits.length; place += 1) {
    sum += Number(digits.at(-place)) * (place % 2 === 1 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

/** True for digits whose last one is the check digit of the others. */
export function hasCheckDigit(key: string): boolean {
  return key.length > 1 && DIGITS.test(key) && checkDigitOf(key.slice(0, -1)) === Number(key.at(-1));
}

// The General Specifications weigh each place of a price or weight by a table of products: of 2 and 5 the digits of the
// product are subtracted from or added to each other in a way of their own, so that swapped digits are noticed.
const BY_2_MINUS = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
const BY_3 = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
const BY_5_PLUS = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
const BY_5_MINUS = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];

/** The check digit of a price or weight of four digits. */
export function checkDigitOfFour(value: string): number {
  const weights = [BY_2_MINUS, BY_2_MINUS, BY_3, BY_5_MINUS];
  return (weighed(value, weights) * 3) % 10;
}

/** The check digit of a price or weight of five digits. */
export function checkDigitOfFive(value: string): number {
  const weights = [BY_5_PLUS, BY_2_MINUS, BY_5_MINUS, BY_5_PLUS, BY_2_MINUS];
  return BY_5_MINUS.indexOf((10 - (weighed(value, weights) % 10)) % 10);
}

function weighed(value: string, weights: readonly (readonly number[])[]): number {
  if (value.length !== weights.length || !DIGITS.test(value))
    throw new RangeError(`not ${weights.length} digits: ${value}`);
  return weights.reduce((sum, products, place) => sum + (products[Number(value[place])] ?? 0), 0);
}
