import { wallClockFrom, type WallClock } from '../../../../kernel/business-time.js';
import { DECIMAL_ONE, type Decimal } from '../../../../kernel/decimal.js';
import { money, negate, zero } from '../../../../kernel/money.js';
import { Chance } from '../../../../../test/faults/chance.js';
import { CHANNELS } from '../channel.js';
import { DAYS, manualDiscountsOf, promotionsOf, quantityOf } from './baskets-discounts.examples.js';
import {
  amountsOf,
  itemsOf,
  rateOf,
  scaleOf,
  taxGroupOf,
  taxGroupsOf,
  type Amounts,
  type ShopItem,
} from './baskets-shop.examples.js';
import type { BasketCombo, BasketLine, LineModifier, PriceStep, PricingInput, ServiceCharge } from './basket.js';
import type { Discount } from './discount.js';
import type { TaxGroup } from './tax-group.js';

/** Baskets made one after the other by one shop: they share the very objects of its promotions, as carts of a till do. */
export const BASKETS_A_SHOP = 4;

interface Shop {
  readonly key: string;
  readonly currency: string;
  readonly scale: number;
  readonly taxGroups: readonly TaxGroup[];
  readonly items: readonly ShopItem[];
  readonly promotions: readonly Discount[];
}

let latestShop: Shop | undefined;

/**
 * A random basket with all features mixed; the same numbers give the same basket. Words are few, so that rules meet lines.
 * @param index the baskets of one seed are numbered from zero.
 */
export function basketOf(seed: number, index: number): PricingInput {
  const shopIndex = Math.floor(index / BASKETS_A_SHOP);
  const key = `${seed} ${shopIndex}`;
  const shop = latestShop?.key === key ? latestShop : openShop(key, chanceOf(seed, shopIndex, 1));
  latestShop = shop;
  return fill(shop, chanceOf(seed, index, 2));
}

/** Forgets the shop, so that the next basket has promotions of its own: nothing that an engine kept about them is left. */
export function closeShop(): void {
  latestShop = undefined;
}

/** Seeds that differ in one bit begin anywhere in the sequence (the finaliser of MurmurHash3). */
function chanceOf(...numbers: readonly number[]): Chance {
  let state = 0x9e3779b9;
  for (const number of numbers) {
    state = Math.imul(state ^ number, 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return new Chance(state >>> 0);
}

function openShop(key: string, chance: Chance): Shop {
  const currency = chance.pick(['JPY', 'USD', 'BHD']);
  const scale = scaleOf(chance);
  const amount = amountsOf(chance, currency, scale);
  const taxGroups = taxGroupsOf(chance);
  const promotions = promotionsOf(chance, amount);
  return frozen({ key, currency, scale, taxGroups, items: itemsOf(chance, taxGroups, amount), promotions });
}

function fill(shop: Shop, chance: Chance): PricingInput {
  const amount = amountsOf(chance, shop.currency, shop.scale);
  const count = chance.weighted([
    [0.2, 0],
    [10, chance.integer(1, 5)],
    [7, chance.integer(6, 12)],
    [0.4, chance.integer(50, 60)],
  ]);
  const clock = clockOf(chance);
  const plain = Array.from({ length: count }, (_, number) => lineOf(shop, chance, amount, number, clock));
  const combos = combosOf(chance, amount, plain.length > 0);
  const lines = plain.map((line) => (chance.happens(0.5) ? joined(line, combos, chance, amount) : line));
  const lineIds = lines.map(({ lineId }) => lineId);
  const promotions = shop.promotions.filter(() => chance.happens(0.9));
  return frozen({
    engineVersion: '2',
    currency: shop.currency,
    channel: chance.pick(CHANNELS),
    taxRounding: chance.happens(0.7) ? 'receipt' : 'line',
    taxExempt: chance.happens(0.1),
    clock,
    lines,
    combos,
    discounts: shuffled([...promotions, ...manualDiscountsOf(chance, amount, lineIds)], chance),
    serviceCharge: chance.happens(0.5) ? serviceChargeOf(shop, chance) : null,
    tip: chance.happens(0.3) ? amount() : zero(shop.currency),
  });
}

function lineOf(shop: Shop, chance: Chance, amount: Amounts, number: number, orderClock: WallClock): BasketLine {
  const item = chance.pick(shop.items);
  return {
    lineId: `line-${number + 1}`,
    sku: item.sku,
    name: `A ${item.sku}`,
    category: item.category,
    quantity: quantityOf(chance),
    listPrice: chance.happens(0.8) ? item.price : amount(),
    priceSteps: stepsOf(chance, amount),
    modifiers: modifiersOf(chance, amount),
    combo: null,
    taxGroup: chance.happens(0.9) ? item.taxGroup : chance.pick(shop.taxGroups),
    clock: chance.happens(0.5) ? orderClock : clockOf(chance),
    discountable: item.discountable,
  };
}

function clockOf(chance: Chance): WallClock {
  const edges = [0, 59, 60, 119, 120, 599, 600, 719, 720, 1019, 1020, 1079, 1080, 1139, 1140, 1319, 1320, 1410, 1439];
  const localMinute = chance.happens(0.7) ? chance.pick(edges) : chance.integer(0, 1439);
  return wallClockFrom({ localDate: chance.pick(DAYS), localMinute });
}

function stepsOf(chance: Chance, amount: Amounts): PriceStep[] {
  const count = chance.happens(0.35) ? chance.integer(1, 3) : 0;
  return Array.from({ length: count }, (_, index): PriceStep => {
    const source = index === 2 ? ('override' as const) : ('pricebook' as const);
    const start = { source, id: `book-${index}`, version: index === 2 ? null : 1, name: 'A book', reason: 'outlet' };
    const signed = chance.happens(0.6) ? negate(amount()) : amount();
    const rate = rateOf(chance);
    return chance.pick([
      { ...start, kind: 'absolute', price: amount() },
      { ...start, kind: 'percent', rate: chance.happens(0.7) ? (-rate as Decimal) : rate },
      { ...start, kind: 'amount', amount: money(Math.trunc(signed.amount / 4), signed.currency) },
    ]);
  });
}

function modifiersOf(chance: Chance, amount: Amounts): LineModifier[] {
  const count = chance.happens(0.35) ? chance.integer(1, 3) : 0;
  return Array.from({ length: count }, (_, index) => {
    const full = amount();
    const price = money(Math.trunc(full.amount / chance.pick([1, 2, 5])), full.currency);
    const signed = chance.happens(0.3) ? negate(price) : price;
    return { id: `m-${index}`, group: 'extras', name: 'Extra', quantity: chance.pick([1, 1, 2, 3]), price: signed };
  });
}

function combosOf(chance: Chance, amount: Amounts, filled: boolean): BasketCombo[] {
  const count = filled && chance.happens(0.35) ? chance.integer(1, 2) : 0;
  return Array.from({ length: count }, (_, index) => ({
    id: `combo-${index + 1}`,
    sku: 'menu',
    name: 'Menu',
    quantity: BigInt(chance.pick([1_000_000, 1_000_000, 2_000_000, 3_000_000, 1_500_000])) as Decimal,
    pricing: chance.happens(0.55)
      ? { kind: 'fixed', listPrice: amount(), priceSteps: stepsOf(chance, amount) }
      : { kind: 'percent_off', rate: rateOf(chance) },
  }));
}

/** Makes a line a part of one of the combos, mostly as often as the combo is there. */
function joined(line: BasketLine, combos: readonly BasketCombo[], chance: Chance, amount: Amounts): BasketLine {
  if (combos.length === 0) return line;
  const { id, quantity } = chance.pick(combos);
  const extra = amount();
  const upcharge = chance.weighted([
    [5, zero(extra.currency)],
    [3, money(Math.trunc(extra.amount / 3), extra.currency)],
    [1, negate(extra)],
  ]);
  return { ...line, combo: { id, upcharge }, quantity: chance.happens(0.7) ? quantity : line.quantity };
}

function serviceChargeOf({ taxGroups }: Shop, chance: Chance): ServiceCharge {
  const taxGroup = chance.weighted([
    [2, null],
    [4, chance.pick(taxGroups)],
    [2, taxGroupOf(chance)],
  ]);
  const rate = chance.happens(0.8) ? (BigInt(chance.integer(1, 40)) * DECIMAL_ONE) / 2n : rateOf(chance);
  return { name: 'Service', rate: rate as Decimal, basis: chance.happens(0.7) ? 'before_tax' : 'after_tax', taxGroup };
}

function shuffled<Value>(values: readonly Value[], chance: Chance): Value[] {
  const order = values.map((value) => ({ value, key: chance.next() }));
  return order.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

/** Nothing may change an input: an engine that tries throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}
