import { DECIMAL_ONE, DECIMAL_ZERO, type Decimal } from '../../../kernel/decimal.js';
import { MAX_AMOUNT, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { engineDiscountOf, linesNamed, type ManualDiscount } from './manual-discount.js';
import type { NewItems, NewLine, OrderLine } from './order-line.js';
import {
  basketLineOf,
  countedAmong,
  priceLines,
  pricingInputOf,
  promotionsFor,
  type NumberedFacts,
  type PricingTerms,
} from './order-pricing.js';
import type { OpenOrder, OrderRefusal } from './order-state.js';
import { chargeOf, settle } from './order-totals.js';
import type { BasketCombo, BasketLine, PricingInput } from './pricing/basket.js';
import type { Discount } from './pricing/discount.js';
import { ENGINE_VERSION } from './pricing/price.js';

/** Nothing more to sell. */
export const NO_ITEMS: NewItems = { lines: [], combos: [], overrides: [] };

/** Of lines that are new. */
const NOT_FIRED = { firedQuantity: DECIMAL_ZERO, firedAt: null } as const;

/** What becomes of an order; what is absent stays. */
export interface Repricing {
  /** Lines that stay, perhaps with another quantity or note; the parts of a combo all with the same quantity of it. */
  readonly kept?: readonly OrderLine[];
  readonly added?: NewItems;
  readonly discounts?: readonly ManualDiscount[];
  readonly promoCodes?: readonly string[];
  readonly tip?: Money;
}

/**
 * Prices an open order anew: what was priced before from the copies it was priced from, what is new at present prices.
 * @throws Refusal `paid_exceeds_total` when more has been paid than it then comes to.
 */
export function reprice(order: OpenOrder, change: Repricing, terms: PricingTerms): OpenOrder {
  const { kept = order.lines, added = NO_ITEMS, promoCodes = order.promoCodes } = change;
  const before = pricingInputOf(order, terms.clock);
  const all: readonly (OrderLine | NewLine)[] = [...kept, ...added.lines];
  // What was given on a line goes with the line.
  const discounts = (change.discounts ?? order.discounts).filter(({ lineId }) => {
    return lineId === null || linesNamed(all, lineId).length > 0;
  });
  const input: PricingInput = {
    ...before,
    lines: [...keptLines(before, kept), ...added.lines.map(basketLineOf)],
    combos: [...keptCombos(before, kept), ...added.combos],
    discounts: [
      ...promotionsFor(before.discounts, terms).filter(({ code }) => code === null || promoCodes.includes(code)),
      ...manualRules(discounts, all),
    ],
    tip: change.tip ?? before.tip,
  };
  const { lines, basket, pricing } = priceLines(input, numbered(kept, added.lines));
  const { totals, overpaid } = settle(
    chargeOf(basket.totals),
    order.payments,
    order.totals.change,
    order.settings.cashRounding,
  );
  if (overpaid.amount > 0) {
    const facts = { orderId: order.id, total: totals.total, overpaid };
    throw new Refusal<OrderRefusal>('paid_exceeds_total', facts);
  }
  return {
    ...order,
    settings: { ...order.settings, engineVersion: ENGINE_VERSION },
    lines,
    taxes: basket.taxes,
    totals,
    promoCodes,
    discounts,
    countedPromotions: countedAmong(lines, order.countedPromotions, terms),
    pricing,
  };
}

/** The engine's rules for what people gave. */
export function manualRules(
  given: readonly ManualDiscount[],
  lines: readonly (OrderLine | NewLine)[],
): readonly Discount[] {
  return given.map((discount) => engineDiscountOf(discount, lines));
}

/** Lines in their places: those that stay keep their numbers. */
export function numbered(kept: readonly OrderLine[], added: readonly NewLine[]): NumberedFacts[] {
  const last = kept.at(-1)?.lineNumber ?? 0;
  return [...kept, ...added.map((line, index) => ({ ...line, ...NOT_FIRED, lineNumber: last + index + 1 }))];
}

/**
 * Checks what can be wrong with lines that are added, whatever they cost.
 * @throws Refusal `quantity_not_positive`, `currency_mismatch` (the item is priced in another currency), `gift_card_quantity`.
 */
export function assertSaleable(currency: string, lines: readonly NewLine[]): void {
  for (const line of lines) {
    const { quantity, listPrice, pointer } = line;
    assertQuantity(line, quantity, `${pointer}/quantity`);
    if (listPrice.currency === currency) continue;
    const facts = { expected: currency, actual: listPrice.currency };
    const field = { pointer: `${pointer}/sku`, message: `is priced in ${listPrice.currency}` };
    throw new Refusal<OrderRefusal>('currency_mismatch', facts, [field]);
  }
}

/** @throws Refusal `quantity_not_positive`, `gift_card_quantity`, `amount_out_of_range`. */
export function assertQuantity(
  line: Pick<NewLine, 'giftCard'> & ({ readonly listPrice: Money } | { readonly unitPrice: Money }),
  quantity: Decimal,
  pointer: string,
): void {
  const refuse = (code: OrderRefusal, facts: object, message: string): never => {
    throw new Refusal<OrderRefusal>(code, { ...facts }, [{ pointer, message }]);
  };
  if (quantity <= 0n) refuse('quantity_not_positive', {}, 'must be above zero');
  if (line.giftCard !== null && quantity !== DECIMAL_ONE) {
    refuse('gift_card_quantity', {}, 'each gift card is a line of its own');
  }
  const { amount, currency } = 'listPrice' in line ? line.listPrice : line.unitPrice;
  // Only to point at the place: money itself refuses what it cannot count, to the unit.
  if ((amount * Number(quantity)) / Number(DECIMAL_ONE) > MAX_AMOUNT) {
    refuse('amount_out_of_range', { currency }, 'is worth more than money can count');
  }
}

function keptLines(before: PricingInput, kept: readonly OrderLine[]): BasketLine[] {
  const known = new Map(before.lines.map((line) => [line.lineId, line]));
  return kept.map(({ id, quantity }) => {
    const line = known.get(id);
    if (line === undefined) throw new Error(`the order was priced without its line ${id}`);
    return line.quantity === quantity ? line : { ...line, quantity };
  });
}

function keptCombos(before: PricingInput, kept: readonly OrderLine[]): BasketCombo[] {
  return before.combos.flatMap((combo) => {
    const quantity = kept.find((line) => line.combo?.id === combo.id)?.combo?.quantity;
    if (quantity === undefined) return [];
    return quantity === combo.quantity ? [combo] : [{ ...combo, quantity }];
  });
}
