import { decimal, formatDecimal, type Decimal } from '../../../kernel/decimal.js';
import type { Id } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { OrderLineId } from './order-line.js';
import type { Discount } from './pricing/discount.js';

export type DiscountId = Id<'discount'>;

/** Why a person takes something off. All but `discount` give goods away at the house's cost and need a permission of their own. */
export const DISCOUNT_CATEGORIES = ['discount', 'comp', 'employee_meal', 'waste'] as const;
export type DiscountCategory = (typeof DISCOUNT_CATEGORIES)[number];

/** What a person takes off: a part, an amount once, or all. */
export type DiscountValue =
  | { readonly kind: 'percent'; readonly rate: Decimal }
  | { readonly kind: 'amount'; readonly amount: Money }
  | { readonly kind: 'comp' };

/** A discount that a person wants to give. */
export interface NewDiscount {
  readonly id: DiscountId;
  /** A line, or a combo with all its parts; `null` is the whole order. */
  readonly lineId: OrderLineId | null;
  readonly value: DiscountValue;
  readonly category: DiscountCategory;
  readonly reason: string;
  /** JSON Pointer to it in the request. */
  readonly pointer: string;
}

/** A discount that a person gave: who, when and why stay with the order. */
export interface ManualDiscount extends Omit<NewDiscount, 'pointer'> {
  readonly givenBy: string;
  readonly givenAt: Date;
}

/** As much of a line as a discount asks about. */
export interface DiscountableLine {
  readonly id: OrderLineId;
  readonly combo: { readonly id: OrderLineId } | null;
  readonly giftCard: object | null;
}

/** In percent. */
export const ALL = decimal('100');
const NAMES: Record<DiscountCategory, string> = {
  discount: 'Discount',
  comp: 'Complimentary',
  employee_meal: 'Employee meal',
  waste: 'Waste',
};
/** After every promotion (0 to 999): first parts, then amounts, then what is given away. */
const PRIORITIES: Record<DiscountValue['kind'], number> = { percent: 1000, amount: 1010, comp: 2000 };

/**
 * The permission that giving it takes: goods given away are apart from prices made lower.
 */
export function permissionToGive({ value, category }: Pick<NewDiscount, 'value' | 'category'>): string {
  return value.kind === 'comp' || category !== 'discount' ? 'orders:comp' : 'orders:discount';
}

/** The line of an id, or the parts of the combo of that id. */
export function linesNamed<Line extends Pick<DiscountableLine, 'id' | 'combo'>>(
  lines: readonly Line[],
  id: OrderLineId,
): Line[] {
  return lines.filter((line) => line.id === id || line.combo?.id === id);
}

/** The id of the engine's rule, by which lines say what took how much off them. */
export function engineDiscountId({
  value,
  category,
  lineId,
}: Pick<NewDiscount, 'value' | 'category' | 'lineId'>): string {
  return `${textOf(value)} ${category} ${lineId ?? 'order'}`;
}

/**
 * The rule that the engine applies. Its id is made of what it does and on what, so that the order in which discounts were
 * given moves no amount (DOMAIN P5). An amount on a line comes off once, whatever the quantity: all of the line, at most so much.
 */
export function engineDiscountOf(given: ManualDiscount, lines: readonly DiscountableLine[]): Discount {
  const { value, lineId, category } = given;
  const lineIds = lineId === null ? null : linesNamed(lines, lineId).map(({ id }) => id);
  const onLineOnce = value.kind === 'amount' && lineIds !== null;
  return {
    source: 'manual',
    id: engineDiscountId(given),
    version: null,
    name: NAMES[category],
    code: null,
    priority: PRIORITIES[value.kind],
    level: lineIds === null ? 'order' : 'line',
    select: lineIds === null ? { comboParts: true } : { lineIds, comboParts: true },
    schedule: null,
    conditions: null,
    effect:
      value.kind === 'amount' && !onLineOnce
        ? { kind: 'amount_off', amount: value.amount }
        : { kind: 'percent_off', rate: value.kind === 'percent' ? value.rate : ALL },
    exclusiveGroup: null,
    stackable: true,
    timesMax: null,
    amountMax: onLineOnce ? value.amount : null,
  };
}

function textOf(value: DiscountValue): string {
  if (value.kind === 'percent') return `percent ${formatDecimal(value.rate)}`;
  return value.kind === 'amount' ? `amount ${value.amount.amount}` : 'comp';
}
