import type { Decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';
import type { TaxMode } from './tax-group.js';

/** `receipt`: tax is computed once per receipt and set of taxes; `line`: once per line (DOMAIN P3). */
export type TaxRounding = 'receipt' | 'line';

/** A tax of a line, or of the basket. `amount` is what the tax comes to, `base` what it is charged on. */
export interface TaxAmount {
  readonly code: string;
  readonly name: string;
  readonly rate: Decimal;
  readonly base: Money;
  readonly amount: Money;
}

/** A tax summed over the basket: one entry for each code, rate and mode. */
export interface BasketTax extends TaxAmount {
  readonly mode: TaxMode;
}
