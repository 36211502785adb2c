import { addDecimals, DECIMAL_ZERO, type Decimal } from '../../../kernel/decimal.js';
import { add, zero, type Money } from '../../../kernel/money.js';

/** What was sold and given back, in one currency. The README of the module says what each figure counts. */
export interface SalesFigures {
  readonly orders: number;
  readonly quantity: Decimal;
  readonly gross: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly net: Money;
  readonly refunds: Money;
}

/** The figures of one key. A key sold in several currencies has a row for each. */
export interface SalesRow extends SalesFigures {
  readonly key: string;
  /** What people call the key, where it has a name of its own. */
  readonly name: string | null;
}

/** No sales, in the currency. */
export function noSales(currency: string): SalesFigures {
  const none = zero(currency);
  return { orders: 0, quantity: DECIMAL_ZERO, gross: none, discount: none, tax: none, net: none, refunds: none };
}

/** Adds figures of one currency. */
export function plus(a: SalesFigures, b: SalesFigures): SalesFigures {
  return {
    orders: a.orders + b.orders,
    quantity: addDecimals(a.quantity, b.quantity),
    gross: add(a.gross, b.gross),
    discount: add(a.discount, b.discount),
    tax: add(a.tax, b.tax),
    net: add(a.net, b.net),
    refunds: add(a.refunds, b.refunds),
  };
}
