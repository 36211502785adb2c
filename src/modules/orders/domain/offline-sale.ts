import type { Decimal } from '../../../kernel/decimal.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { NewItems, NewLine, PriceOverride } from './order-line.js';
import type { OrderLineId, OrderTotals } from './order-state.js';
import type { PriceStep, PricingInput } from './pricing/basket.js';
import { decodeInput } from './pricing/pricing-record.js';
import { ENGINE_VERSION } from './pricing/price.js';
import { regularPriceOf } from './regular-price.js';

/** What a device kept of a line that its price does not depend on. */
export interface LineCopy {
  readonly itemId: string | null;
  readonly unit: string;
  readonly note: string | null;
}

/** A line, or a combo, as the device's request for it says. */
export interface ClaimedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: Decimal;
}

/** What a device says it charged is not what comes of what it says it priced. */
export type OfflineRefusal = 'sale_does_not_add_up';

/** @throws Refusal `sale_does_not_add_up`. */
export function doesNotAddUp(facts: object): never {
  throw new Refusal<OfflineRefusal>('sale_does_not_add_up', { ...facts });
}

/**
 * Does what reads and prices what a device sent: whatever is wrong in there says that the sale does not add up.
 * @throws Refusal `sale_does_not_add_up`.
 */
export function addingUp<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'sale_does_not_add_up') throw error;
    if (error instanceof Refusal) return becauseOf(error);
    // The record of another program may be anything: what cannot be read is not whole.
    if (error instanceof RangeError || error instanceof TypeError) return doesNotAddUp({ because: 'pricing' });
    throw error;
  }
}

function becauseOf({ code, fields }: Refusal): never {
  return doesNotAddUp({ because: code, fields });
}

/** Reads what a device priced from. @throws Refusal `sale_does_not_add_up`. */
export function pricedFrom(record: object): PricingInput {
  return addingUp(() => {
    const input = decodeInput(record);
    if (input.engineVersion !== ENGINE_VERSION) return doesNotAddUp({ because: 'engine', engine: input.engineVersion });
    return input;
  });
}

/**
 * Makes sure that a pricing input is of the lines that were asked for: none more, none less, each as often.
 * @throws Refusal `sale_does_not_add_up`.
 */
export function assertSameLines({ lines, combos }: PricingInput, claimed: readonly ClaimedLine[]): void {
  const alone = lines.filter(({ combo }) => combo === null);
  const priced = new Map<string, Pick<ClaimedLine, 'sku' | 'quantity'>>(combos.map((combo) => [combo.id, combo]));
  for (const line of alone) priced.set(line.lineId, line);
  const same = claimed.every(({ id, sku, quantity }) => {
    const found = priced.get(id);
    return found !== undefined && found.sku === sku && found.quantity === quantity;
  });
  const parts = lines.every(({ combo }) => combo === null || priced.has(combo.id));
  const once = new Set(claimed.map(({ id }) => id)).size === claimed.length;
  const whole = claimed.length === alone.length + combos.length;
  if (!same || !parts || !once || !whole) doesNotAddUp({ because: 'lines' });
}

/**
 * The items of a pricing input as they are sold, and the prices in it that people set.
 * @param taken ids of lines and combos that are meant; absent: all.
 * @throws Refusal `sale_does_not_add_up` for a line that there is no copy of.
 */
export function itemsFrom(
  { lines, combos }: PricingInput,
  copies: ReadonlyMap<string, LineCopy>,
  addedAt: Date,
  taken?: ReadonlySet<string>,
): NewItems {
  const meant = (id: string): boolean => taken === undefined || taken.has(id);
  const own = lines.filter(({ lineId, combo }) => meant(combo?.id ?? lineId));
  const ownCombos = combos.filter(({ id }) => meant(id)).map((combo) => ({ ...combo, id: combo.id as OrderLineId }));
  const newLines = own.map((line, index): NewLine => {
    const { lineId, combo, ...priced } = line;
    const { itemId, unit, note } = copies.get(lineId) ?? doesNotAddUp({ because: 'copies', lineId });
    const part = combo === null ? null : { id: combo.id as OrderLineId, upcharge: combo.upcharge };
    const facts = { itemId, unit, note, giftCard: null, addedAt, pointer: `/order/lines/${index}` };
    return { id: lineId as OrderLineId, ...priced, combo: part, ...facts };
  });
  const overrides = [
    ...own.flatMap(({ lineId, sku, listPrice, priceSteps }) => overrideIn(lineId, sku, listPrice, priceSteps)),
    ...ownCombos.flatMap(({ id, sku, pricing }) => {
      return pricing.kind === 'fixed' ? overrideIn(id, sku, pricing.listPrice, pricing.priceSteps) : [];
    }),
  ];
  return { lines: newLines, combos: ownCombos, overrides };
}

function overrideIn(
  lineId: string,
  sku: string,
  listPrice: Parameters<typeof regularPriceOf>[0],
  steps: readonly PriceStep[],
): PriceOverride[] {
  const set = steps.find(({ source }) => source === 'override');
  if (set?.kind !== 'absolute') return [];
  const before = regularPriceOf(
    listPrice,
    steps.filter(({ source }) => source !== 'override'),
  );
  return [{ lineId: lineId as OrderLineId, sku, before, price: set.price, reason: set.reason }];
}

const AMOUNTS = [
  ...(['subtotal', 'discount', 'serviceCharge', 'tax', 'tip', 'rounding', 'surcharge'] as const),
  ...(['total', 'paid', 'change', 'due'] as const),
];

/**
 * Makes sure that an order came to what the device says it charged.
 * @throws Refusal `sale_does_not_add_up`, naming what differs first.
 */
export function assertCharged(came: OrderTotals, charged: OrderTotals): void {
  for (const name of AMOUNTS) {
    const [ours, theirs] = [came[name], charged[name]];
    if (ours.amount !== theirs.amount || ours.currency !== theirs.currency) {
      doesNotAddUp({ because: 'totals', amount: name, charged: theirs, computed: ours });
    }
  }
}
