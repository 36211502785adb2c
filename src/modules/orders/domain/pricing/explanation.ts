import type { Decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';
import type { RoundingMode } from '../../../../kernel/rounding.js';

export type PricingRule =
  'unit_price' | 'tax_switch' | 'tax_exemption' | 'line_amount' | 'tax' | 'tax_allocation' | 'cash_rounding';

/** One step on the way to a price (DOMAIN P11). `adds` summed over all steps is the total. */
export interface Step {
  readonly rule: PricingRule;
  /** The line it is about; absent when it is about the receipt. */
  readonly lineId?: string;
  /** Code of the tax it is about. */
  readonly tax?: string;
  /** What the step started from. */
  readonly base: Money;
  /** In percent. */
  readonly rate?: Decimal;
  readonly quantity?: Decimal;
  readonly rounding: RoundingMode | 'none' | 'largest-remainder';
  /** What the step came to. */
  readonly amount: Money;
  /** What the step puts on top of the total: nothing for a tax that is inside the price. */
  readonly adds: Money;
  readonly detail: string;
}
