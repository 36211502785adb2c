/** Arithmetic of money for screens: the service's own, so that a split on a till is the split of the server. */
export { allocate } from '../../src/kernel/allocation.js';
export { isCurrency, minorDigitsOf, type DigitOverrides } from '../../src/kernel/currencies.js';
export {
  add,
  isSameMoney,
  least,
  negate,
  roundToStep,
  subtract,
  sum,
  toMajorUnits,
  zero,
  type Money,
} from '../../src/kernel/money.js';
export { denominationsOf } from '../../src/modules/drawers/domain/denominations.js';
