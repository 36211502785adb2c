import { formatDecimal, type Decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import type { DiscountCategory, DiscountId, ManualDiscount } from './manual-discount.js';
import type { OrderLine, OrderLineId, SoldGiftCard } from './order-line.js';
import type { TaxAmount } from './pricing/tax-amounts.js';

/** A tax as JSON shows it; the rate in percent with at least one decimal (`"16.0"`). */
export interface TaxSnapshot {
  readonly code: string;
  /** @pattern ^-?\d+(\.\d+)?$ */
  readonly rate: string;
  readonly base: Money;
  readonly amount: Money;
}

/** A line as JSON shows it. */
export interface LineSnapshot {
  readonly id: OrderLineId;
  readonly sku: string;
  readonly name: string;
  /** @pattern ^-?\d+(\.\d+)?$ */
  readonly quantity: string;
  readonly unitPrice: Money;
  /** Unit price times quantity, rounded once. */
  readonly gross: Money;
  readonly discount: Money;
  readonly tax: Money;
  /** What the guest pays for the line. */
  readonly total: Money;
  readonly note: string | null;
  /** What was chosen with one of the item; `unitPrice` has it in. */
  readonly modifiers: readonly ModifierSnapshot[];
  readonly taxes: readonly TaxSnapshot[];
  /** @pattern ^-?\d+(\.\d+)?$ */
  readonly refundedQuantity: string;
  /** What took off how much of `discount`. */
  readonly discounts: readonly AppliedDiscountSnapshot[];
  /** The line's share of the service charge, without taxes on top of it. */
  readonly serviceCharge: Money;
  /** The combo that the line is a part of. */
  readonly combo: ComboSnapshot | null;
  /** The gift card that the line sells. */
  readonly giftCard: SoldGiftCard | null;
  /**
   * How much of the line the kitchen was told to make.
   * @pattern ^-?\d+(\.\d+)?$
   */
  readonly firedQuantity: string;
  /**
   * When some of it was last fired.
   * @format date-time
   */
  readonly firedAt: string | null;
}

/** What a firing added of one line. */
export interface FiredLineSnapshot {
  readonly lineId: OrderLineId;
  readonly sku: string;
  readonly name: string;
  /**
   * What is to be made now, besides what was fired before.
   * @pattern ^-?\d+(\.\d+)?$
   */
  readonly quantity: string;
}

/** A choice as JSON shows it: `price` is of one. */
export interface ModifierSnapshot {
  readonly modifier: string;
  readonly group: string;
  readonly name: string;
  readonly quantity: number;
  readonly price: Money;
}

/** What a discount took off a line, as JSON shows it. */
export interface AppliedDiscountSnapshot {
  readonly source: 'promotion' | 'manual';
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly level: 'line' | 'order';
  readonly amount: Money;
}

/** A combo as its parts show it. */
export interface ComboSnapshot {
  readonly id: OrderLineId;
  readonly sku: string;
  readonly name: string;
  /** @pattern ^-?\d+(\.\d+)?$ */
  readonly quantity: string;
}

/** What a person took off, as JSON shows it; one of `percent`, `amount` and `comp` is there. */
export interface DiscountSnapshot {
  readonly id: DiscountId;
  /** The line or combo; `null` is the whole order. */
  readonly lineId: OrderLineId | null;
  /** @pattern ^-?\d+(\.\d+)?$ */
  readonly percent?: string;
  readonly amount?: Money;
  readonly comp?: true;
  readonly category: DiscountCategory;
  readonly reason: string;
  /** Id of the key or person. */
  readonly givenBy: string;
  /** @format date-time */
  readonly givenAt: string;
}

/** Renders one line. */
export function lineSnapshot(line: OrderLine): LineSnapshot {
  return {
    id: line.id,
    sku: line.sku,
    name: line.name,
    quantity: formatDecimal(line.quantity),
    unitPrice: line.unitPrice,
    gross: line.gross,
    discount: line.discount,
    tax: line.tax,
    total: line.total,
    note: line.note,
    modifiers: line.modifiers.map(({ id: modifier, group, name, quantity, price }) => {
      return { modifier, group, name, quantity, price };
    }),
    taxes: line.taxes.map(taxSnapshot),
    refundedQuantity: formatDecimal(line.refundedQuantity),
    discounts: line.applications.map(({ source, id, name, code, level, amount }) => {
      return { source, id, name, code, level, amount };
    }),
    serviceCharge: line.serviceCharge,
    combo: line.combo === null ? null : { ...line.combo, quantity: formatDecimal(line.combo.quantity) },
    giftCard: line.giftCard,
    firedQuantity: formatDecimal(line.firedQuantity),
    firedAt: line.firedAt?.toISOString() ?? null,
  };
}

/** Renders what a firing added of a line. */
export function firedLineSnapshot({ id: lineId, sku, name }: OrderLine, added: Decimal): FiredLineSnapshot {
  return { lineId, sku, name, quantity: formatDecimal(added) };
}

/** Renders what a person took off. */
export function discountSnapshot({
  id,
  lineId,
  value,
  category,
  reason,
  givenBy,
  givenAt,
}: ManualDiscount): DiscountSnapshot {
  return {
    id,
    lineId,
    ...(value.kind === 'percent' && { percent: formatDecimal(value.rate) }),
    ...(value.kind === 'amount' && { amount: value.amount }),
    ...(value.kind === 'comp' && { comp: true as const }),
    category,
    reason,
    givenBy,
    givenAt: givenAt.toISOString(),
  };
}

/** A rate in percent as the API writes it, with at least one decimal: `16.0`, `5.25`. */
export function rateText(rate: Decimal): string {
  const text = formatDecimal(rate);
  return text.includes('.') ? text : `${text}.0`;
}

/** Renders a tax. */
export function taxSnapshot({ code, rate, base, amount }: TaxAmount): TaxSnapshot {
  return { code, rate: rateText(rate), base, amount };
}
