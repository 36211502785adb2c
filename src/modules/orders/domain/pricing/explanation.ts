import type { Decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';
import type { RoundingMode } from '../../../../kernel/rounding.js';

export type PricingRule =
  // What one of an item costs (engine 1 calls the first `unit_price`).
  | 'unit_price'
  | 'list_price'
  | 'price_override'
  | 'pricebook'
  | 'modifier'
  | 'floor_at_zero'
  | 'tax_switch'
  | 'tax_exemption'
  | 'combo_price'
  | 'combo_allocation'
  | 'combo_upcharge'
  | 'line_amount'
  // What comes off and on.
  | 'discount'
  | 'discount_allocation'
  | 'service_charge'
  | 'service_charge_allocation'
  | 'tax'
  | 'tax_allocation'
  | 'tip'
  | 'cash_rounding';

/** What made a step: a version of a pricebook or promotion, a person's discount, a modifier, a combo. */
export interface StepSource {
  readonly kind: 'pricebook' | 'promotion' | 'manual' | 'modifier' | 'combo' | 'override';
  readonly id: string;
  readonly version?: number;
  readonly name: string;
  /** The promotion code that brought it. */
  readonly code?: string;
}

/** One step on the way to a price (DOMAIN P11). `adds` summed over all steps is the total. */
export interface Step {
  readonly rule: PricingRule;
  /** The line it is about; absent when it is about the receipt. */
  readonly lineId?: string;
  /** Code of the tax it is about. */
  readonly tax?: string;
  readonly source?: StepSource;
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
