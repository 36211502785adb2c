import { wallClockFrom, type WallClock } from '../../../../kernel/business-time.js';
import { decimal } from '../../../../kernel/decimal.js';
import { fromMajorUnits, zero, type Money } from '../../../../kernel/money.js';
import type { BasketCombo, BasketLine, LineModifier, PricedBasket, PriceStep, PricingInput } from './basket.js';
import type { Discount, Effect, Selector } from './discount.js';
import type { Tax, TaxGroup } from './tax-group.js';

export const USD = (major: string): Money => fromMajorUnits(major, 'USD');
export const JPY = (major: string): Money => fromMajorUnits(major, 'JPY');
export const BHD = (major: string): Money => fromMajorUnits(major, 'BHD');

export const tax = (code: string, rate: string, compound = false): Tax => {
  return { code, name: code, rate: decimal(rate), compound };
};

export const untaxed: TaxGroup = { code: 'none', mode: 'inclusive', taxes: [] };
export const inclusive20: TaxGroup = { code: 'standard', mode: 'inclusive', taxes: [tax('VAT', '20')] };
export const inclusive10: TaxGroup = { code: 'reduced', mode: 'inclusive', taxes: [tax('VAT', '10')] };
export const exclusive10: TaxGroup = { code: 'sales', mode: 'exclusive', taxes: [tax('SALES', '10')] };
/** 5 % and, on net and that, 9.5 % (Quebec before 2013). */
export const compoundOnTop: TaxGroup = {
  code: 'quebec-2012',
  mode: 'exclusive',
  taxes: [tax('GST', '5'), tax('QST', '9.5', true)],
};

/** Friday, 17:30. */
export const friday: WallClock = wallClockFrom({ localDate: '2026-11-20', localMinute: 1050 });
/** A moment of the week of that Friday. */
export const clockAt = (localDate: string, time: string): WallClock => {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return wallClockFrom({ localDate, localMinute: hours * 60 + minutes });
};

/** A line of one, untaxed, of a category `Food`, unless said otherwise; its SKU is its id. */
export function line(
  lineId: string,
  listPrice: Money,
  but: Partial<Omit<BasketLine, 'quantity'>> & { quantity?: string } = {},
): BasketLine {
  const { quantity = '1', ...rest } = but;
  return {
    lineId,
    sku: lineId,
    name: `Item ${lineId}`,
    category: 'Food',
    quantity: decimal(quantity),
    listPrice,
    priceSteps: [],
    modifiers: [],
    combo: null,
    taxGroup: untaxed,
    clock: friday,
    discountable: true,
    ...rest,
  };
}

/** A basket at the counter on Friday, taxes once per receipt. */
export function basket(lines: readonly BasketLine[], but: Partial<PricingInput> = {}): PricingInput {
  const currency = lines[0]?.listPrice.currency ?? 'USD';
  return {
    engineVersion: '2',
    currency,
    channel: 'counter',
    taxRounding: 'receipt',
    taxExempt: false,
    clock: friday,
    lines,
    combos: [],
    discounts: [],
    serviceCharge: null,
    tip: zero(currency),
    ...but,
  };
}

export const everything: Selector = { comboParts: true };

/** A stackable promotion of priority 100 at level line about everything. */
export function promotion(id: string, effect: Effect, but: Partial<Discount> = {}): Discount {
  return {
    source: 'promotion',
    id,
    version: 1,
    name: `Promotion ${id}`,
    code: null,
    priority: 100,
    level: 'line',
    select: everything,
    schedule: null,
    conditions: null,
    effect,
    exclusiveGroup: null,
    stackable: true,
    timesMax: null,
    amountMax: null,
    ...but,
  };
}

/** What a person gave. */
export function manual(id: string, effect: Effect, but: Partial<Discount> = {}): Discount {
  return promotion(id, effect, { source: 'manual', version: null, name: `By hand ${id}`, priority: 1000, ...but });
}

export const percentOff = (rate: string): Effect => ({ kind: 'percent_off', rate: decimal(rate) });
export const amountOff = (amount: Money): Effect => ({ kind: 'amount_off', amount });
export const fixedPrice = (price: Money): Effect => ({ kind: 'fixed_price', price });
export const unitsOff = (units: number, rate = '100'): Effect => ({ kind: 'units_off', units, rate: decimal(rate) });

export function buyGet(buy: number, get: number, but: Partial<Extract<Effect, { kind: 'buy_get' }>> = {}): Effect {
  return { kind: 'buy_get', buy, get, rate: decimal('100'), pick: 'cheapest', ...but };
}

const named = { version: 3, name: 'Happy hour', reason: 'Fri 17:00–19:00' } as const;
export const priceSteps = {
  absolute: (price: Money): PriceStep => ({ source: 'pricebook', id: 'book', ...named, kind: 'absolute', price }),
  percent: (rate: string): PriceStep => {
    return { source: 'pricebook', id: 'book', ...named, kind: 'percent', rate: decimal(rate) };
  },
  amount: (amount: Money): PriceStep => ({ source: 'pricebook', id: 'book', ...named, kind: 'amount', amount }),
  override: (price: Money): PriceStep => {
    return { source: 'override', id: 'ov', version: null, name: 'Anna', reason: 'dented', kind: 'absolute', price };
  },
};

export function modifier(id: string, price: Money, quantity = 1): LineModifier {
  return { id, group: 'Extras', name: id, quantity, price };
}

export function fixedCombo(
  id: string,
  listPrice: Money,
  quantity = '1',
  steps: readonly PriceStep[] = [],
): BasketCombo {
  const pricing = { kind: 'fixed', listPrice, priceSteps: steps } as const;
  return { id, sku: id, name: `Combo ${id}`, quantity: decimal(quantity), pricing };
}

export function percentCombo(id: string, rate: string, quantity = '1'): BasketCombo {
  const pricing = { kind: 'percent_off', rate: decimal(rate) } as const;
  return { id, sku: id, name: `Combo ${id}`, quantity: decimal(quantity), pricing };
}

/** A part of a combo, with what its choice costs extra. */
export const partOf = (id: string, upcharge: Money): { combo: BasketLine['combo'] } => ({ combo: { id, upcharge } });

/** What was taken off each line. */
export const discountsOf = ({ lines }: PricedBasket): number[] => lines.map(({ discount }) => discount.amount);
/** What each line comes to before discounts. */
export const grossesOf = ({ lines }: PricedBasket): number[] => lines.map(({ gross }) => gross.amount);
/** What each line comes to. */
export const totalsOf = ({ lines }: PricedBasket): number[] => lines.map(({ total }) => total.amount);
/** The sum of what all steps add. */
export const explained = ({ explanation }: PricedBasket): number => {
  return explanation.reduce((sum, { adds }) => sum + adds.amount, 0);
};
