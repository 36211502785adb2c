import type { Money } from '../../../../kernel/money.js';
import type { BasketLine } from './basket.js';
import type { Application } from './discount.js';
import type { TaxGroup } from './tax-group.js';
import type { TaxedAmount } from './taxes.js';

/** A line on its way through the engine. Steps fill it in turn; nothing of it leaves the engine. Amounts in minor units. */
export interface DraftLine {
  readonly line: BasketLine;
  /** Position in the basket: ties of an allocation go to the lower. */
  readonly index: number;
  /** In millionths. */
  readonly quantity: number;
  /** Whole units: what is given away by the unit. */
  readonly units: number;
  /** After price steps, without modifiers. */
  regular: number;
  /** As they apply to channel and guest. */
  unitPrice: Money;
  taxGroup: TaxGroup;
  gross: Money;
  /** What discounts have left of gross. */
  remaining: number;
  /** A promotion took something off. */
  promoted: boolean;
  /** A promotion that does not stack took something off. */
  closed: boolean;
  applications: Application[];
  /** The share of the service charge. */
  serviceCharge: number;
  /** Taxes of the goods, and of the share of the service charge where that is taxed. */
  goodsTax: TaxedAmount | null;
  serviceTax: TaxedAmount | null;
}
