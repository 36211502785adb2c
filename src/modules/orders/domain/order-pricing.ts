import type { WallClock } from '../../../kernel/business-time.js';
import { DECIMAL_ZERO } from '../../../kernel/decimal.js';
import { sum, zero, type Money } from '../../../kernel/money.js';
import type { LineCombo, LineFacts, NewLine, OrderLine, OrderLineId } from './order-line.js';
import type { Order, OrderPricing } from './order-state.js';
import type { BasketCombo, BasketLine, PricedBasket, PricedLine, PricingInput } from './pricing/basket.js';
import type { Application, Discount } from './pricing/discount.js';
import { ENGINE_VERSION, price } from './pricing/price.js';
import { decodeInput, encodeInput, outcomeText } from './pricing/pricing-record.js';

/** A version of a promotion that may apply. */
export interface PromotionCandidate {
  readonly discount: Discount;
  /** Whether its uses are counted against a limit. */
  readonly counted: boolean;
}

/** What prices of an order depend on beside the order itself. */
export interface PricingTerms {
  /** Promotions that may apply now. Those that the order has already stay as they were when it got them. */
  readonly candidates: readonly PromotionCandidate[];
  /** Keys of promotions that are left out, because a limit has no room for them. */
  readonly dropped: ReadonlySet<string>;
  /** What the outlet's clock showed when the order was placed. */
  readonly clock: WallClock;
}

/** One counted promotion on an order, and what it took off altogether. */
export interface CountedUse {
  readonly promotionId: string;
  readonly code: string | null;
  readonly amount: Money;
}

/** A line that has a place in its order, and how much of it was fired. */
export type NumberedFacts = LineFacts & Pick<OrderLine, 'lineNumber' | 'firedQuantity' | 'firedAt'>;

/** Lines after pricing, and what the whole came to. */
export interface PricedLines {
  readonly lines: readonly OrderLine[];
  readonly basket: PricedBasket;
  readonly pricing: OrderPricing;
}

/** Tells one promotion on an order from another: one that came by two codes is two. */
export function promotionKey({ id, code }: Pick<Discount, 'id' | 'code'>): string {
  return code === null ? id : `${id} ${code}`;
}

/**
 * Prices lines by engine 2 and keeps what replays it.
 * @param facts what the input does not say of its lines, in the same order.
 */
export function priceLines(input: PricingInput, facts: readonly NumberedFacts[]): PricedLines {
  const basket = price(input);
  const combos = new Map(input.combos.map((combo) => [combo.id, comboOf(combo)]));
  const nothing = zero(input.currency);
  const lines = input.lines.map((line, index) => {
    const combo = line.combo === null ? null : (combos.get(line.combo.id) ?? null);
    return orderLine(facts[index] as NumberedFacts, line, basket.lines[index] as PricedLine, combo, nothing);
  });
  const pricing = { input: encodeInput(withoutIdlePromotions(input, basket)), outcome: outcomeText(basket) };
  return { lines, basket, pricing };
}

/**
 * The input that an order was priced from, for pricing it again. An order of engine 1 is told in engine 2's words; both come
 * to the same amounts for it (docs/decisions/0012).
 * @param clock what the outlet's clock showed when the order was placed.
 */
export function pricingInputOf(order: Order, clock: WallClock): PricingInput {
  if (order.pricing !== null) {
    const input = decodeInput(order.pricing.input);
    if (input.engineVersion === ENGINE_VERSION) return input;
  }
  const { currency, channel, totals, settings } = order;
  const { taxRounding, taxExempt } = settings;
  return {
    engineVersion: ENGINE_VERSION,
    currency,
    channel,
    taxRounding,
    taxExempt,
    clock,
    lines: order.lines.map((line) => lineOfEngine1(line, clock)),
    combos: [],
    discounts: [],
    serviceCharge: null,
    tip: totals.tip,
  };
}

/** The promotions to price with: those that the order has, and besides them those that may apply now. */
export function promotionsFor(kept: readonly Discount[], { candidates, dropped }: PricingTerms): Discount[] {
  const promotions = new Map<string, Discount>();
  for (const { discount } of candidates) promotions.set(promotionKey(discount), discount);
  for (const discount of kept) if (discount.source === 'promotion') promotions.set(promotionKey(discount), discount);
  for (const key of dropped) promotions.delete(key);
  return [...promotions.values()];
}

/** Keys of counted promotions that took something off. @param before those that were counted before. */
export function countedAmong(
  lines: readonly OrderLine[],
  before: readonly string[],
  { candidates }: PricingTerms,
): readonly string[] {
  const counted = new Set(before);
  for (const { discount, counted: isCounted } of candidates) if (isCounted) counted.add(promotionKey(discount));
  if (counted.size === 0) return before;
  const applied = new Set(lines.flatMap(({ applications }) => applications.filter(isPromotion).map(promotionKey)));
  return [...counted].filter((key) => applied.has(key));
}

/** What each counted promotion took off an order. */
export function countedUses({ lines, countedPromotions, currency }: Order): CountedUse[] {
  if (countedPromotions.length === 0) return [];
  const all = lines.flatMap(({ applications }) => applications.filter(isPromotion));
  return countedPromotions.flatMap((key) => {
    const own = all.filter((application) => promotionKey(application) === key);
    const [first] = own;
    if (first === undefined) return [];
    const amount = sum(
      own.map((one) => one.amount),
      currency,
    );
    return [{ promotionId: first.id, code: first.code, amount }];
  });
}

/** The engine's view of a line that is added. */
export function basketLineOf(line: NewLine): BasketLine {
  const { id, sku, name, category, quantity, listPrice, priceSteps, modifiers, combo, taxGroup, clock } = line;
  return {
    lineId: id,
    sku,
    name,
    category,
    quantity,
    listPrice,
    priceSteps,
    modifiers,
    combo,
    taxGroup,
    clock,
    discountable: line.discountable,
  };
}

function isPromotion({ source }: Application): boolean {
  return source === 'promotion';
}

// Taxes and price are as resolved for channel and guest: resolving them again changes nothing.
function lineOfEngine1(
  { id, sku, name, category, quantity, unitPrice, taxGroup }: OrderLine,
  clock: WallClock,
): BasketLine {
  return {
    lineId: id,
    sku,
    name,
    category,
    quantity,
    listPrice: unitPrice,
    priceSteps: [],
    modifiers: [],
    combo: null,
    taxGroup,
    clock,
    discountable: true,
  };
}

/**
 * What took nothing off changed nothing, and need not be kept for ever with each order. Members of a group of which one
 * applied stay: they were compared with it, and the group's turn goes by its first.
 */
export function withoutIdlePromotions(input: PricingInput, basket: PricedBasket): PricingInput {
  if (input.discounts.length === 0) return input;
  const applied = new Set<string>();
  for (const { applications } of basket.lines) for (const one of applications) applied.add(promotionKey(one));
  const groups = new Set<string>();
  for (const discount of input.discounts) {
    if (discount.exclusiveGroup !== null && applied.has(promotionKey(discount))) groups.add(discount.exclusiveGroup);
  }
  const discounts = input.discounts.filter((discount) => {
    const { exclusiveGroup } = discount;
    return applied.has(promotionKey(discount)) || (exclusiveGroup !== null && groups.has(exclusiveGroup));
  });
  return { ...input, discounts };
}

function comboOf({ id, sku, name, quantity }: BasketCombo): LineCombo {
  return { id: id as OrderLineId, sku, name, quantity };
}

// Only open orders are priced, and nothing has been refunded on an open order. Written out, because spreading costs more.
function orderLine(
  facts: NumberedFacts,
  line: BasketLine,
  result: PricedLine,
  combo: LineCombo | null,
  nothing: Money,
): OrderLine {
  return {
    id: facts.id,
    lineNumber: facts.lineNumber,
    sku: line.sku,
    itemId: facts.itemId,
    name: line.name,
    category: line.category,
    unit: facts.unit,
    quantity: line.quantity,
    unitPrice: result.unitPrice,
    taxGroup: result.taxGroup,
    note: facts.note,
    giftCard: facts.giftCard,
    addedAt: facts.addedAt,
    modifiers: line.modifiers,
    combo,
    gross: result.gross,
    discount: result.discount,
    applications: result.applications,
    serviceCharge: result.serviceCharge,
    taxes: result.taxes,
    tax: result.tax,
    net: result.net,
    total: result.total,
    firedQuantity: facts.firedQuantity,
    firedAt: facts.firedAt,
    refundedQuantity: DECIMAL_ZERO,
    refundedAmount: nothing,
    refundedTax: nothing,
  };
}
