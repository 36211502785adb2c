const OF_CURRENCY: Readonly<Record<string, readonly number[]>> = {
  USD: [1, 5, 10, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000],
  EUR: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000],
  GBP: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
  KES: [50, 100, 500, 1000, 2000, 4000, 5000, 10000, 20000, 50000, 100000],
  FJD: [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000],
  CAD: [5, 10, 25, 100, 200, 500, 1000, 2000, 5000, 10000],
};
const STEPS = [1, 2, 5];
const POWERS = 6;

/** Coins and notes of a currency in minor units: those that are known, else 1, 2 and 5 of each power of ten. */
export function denominationsOf(currency: string): readonly number[] {
  const known = Object.hasOwn(OF_CURRENCY, currency) ? OF_CURRENCY[currency] : undefined;
  if (known !== undefined) return known;
  return Array.from({ length: POWERS }, (_, power) => STEPS.map((step) => step * 10 ** power)).flat();
}
