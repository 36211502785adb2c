import { toMajorUnits, type Money } from '../kernel/money.js';

/** An amount as a table shows it: `13.25 USD`. */
export function moneyText(amount: Money): string {
  return `${toMajorUnits(amount)} ${amount.currency}`;
}
