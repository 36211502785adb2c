import { minorDigitsOf, toMajorUnits, type DigitOverrides, type Money } from '../../../../sdk/src/money.js';

const FORMATS = new Map<string, Intl.NumberFormat>();

/** Money as people of a place write it. @param overrides minor digits of the business where they differ from ISO 4217. */
export function moneyText(money: Money, locale: string, overrides?: DigitOverrides): string {
  const digits = minorDigitsOf(money.currency, overrides) ?? 2;
  const key = `${locale} ${money.currency} ${digits}`;
  let format = FORMATS.get(key);
  if (format === undefined) {
    const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency, ...fraction });
    FORMATS.set(key, format);
  }
  // A decimal text keeps amounts exact that a floating point number would not.
  return format.format(toMajorUnits(money, overrides) as Intl.StringNumericLiteral);
}
