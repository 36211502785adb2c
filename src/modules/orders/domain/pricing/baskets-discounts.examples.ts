import { decimal, type Decimal } from '../../../../kernel/decimal.js';
import type { ScheduleDraft, WindowDraft } from '../../../../kernel/schedule.js';
import type { Chance } from '../../../../../test/faults/chance.js';
import { CATEGORIES, rateOf, SKUS, type Amounts } from './baskets-shop.examples.js';
import type { Conditions, Discount, Effect, QuantityTier, Selector } from './discount.js';

/** The days on which random baskets are made: Friday to Monday. */
export const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];

// Numbers and letters that sort one way as text, another as numbers, for people, or by code point.
const IDS = ['p-10', 'p-9', 'p-a', 'p-B', 'p-b', 'p-ä', 'p-\uFF5E', 'p-\u{1F600}', 'p', 'q', 'r', 's'];
const CODES = ['SAVE', 'save', 'Ärger', 'SAVE10', 'SAVE9'];
const GROUPS = ['meal', 'happy'];
const ELSEWHERE = Array.from({ length: 9 }, (_, index) => `elsewhere-${index}`);

/** The promotions of a shop, in no order; no two are the same version under the same code. */
export function promotionsOf(chance: Chance, amount: Amounts): Discount[] {
  const count = chance.weighted([
    [1, 0],
    [8, chance.integer(1, 4)],
    [8, chance.integer(5, 9)],
    [3, chance.integer(10, 24)],
    [0.2, chance.integer(40, 80)],
  ]);
  const found = new Map<string, Discount>();
  for (let index = 0; index < count; index += 1) {
    const made = promotionOf(chance, amount);
    const twin = { ...made, version: 3, priority: made.priority + chance.integer(0, 1) };
    const all = made.exclusiveGroup !== null && chance.happens(0.1) ? [made, twin] : [made];
    if (chance.happens(0.05)) all.push({ ...promotionOf(chance, amount), ...keyOf(made), code: chance.pick(CODES) });
    for (const one of all) found.set(`${one.id} ${one.version} ${one.code}`, one);
  }
  return [...found.values()];
}

const keyOf = ({ id, version, priority, level }: Discount) => ({ id, version, priority, level });

function promotionOf(chance: Chance, amount: Amounts): Discount {
  const id = chance.pick(IDS);
  return {
    source: 'promotion',
    id,
    version: chance.pick([1, 1, 2, 10, null]),
    name: `Promotion ${id}`,
    code: chance.weighted([
      [5, null],
      [1, chance.pick(CODES)],
    ]),
    priority: chance.pick([-1, 0, 0, 1, 2, 10]),
    level: chance.happens(0.68) ? 'line' : 'order',
    select: selectorOf(chance),
    schedule: chance.happens(0.3) ? scheduleOf(chance) : null,
    conditions: chance.happens(0.25) ? conditionsOf(chance, amount) : null,
    effect: effectOf(chance, amount),
    exclusiveGroup: chance.happens(0.3) ? chance.pick(GROUPS) : null,
    stackable: chance.happens(0.8),
    timesMax: chance.happens(0.35) ? chance.pick([1, 1, 2, 3]) : null,
    amountMax: chance.happens(0.25) ? amount() : null,
  };
}

/** What a person takes off: a rate or an amount, of some lines or of the order. */
export function manualDiscountsOf(chance: Chance, amount: Amounts, lineIds: readonly string[]): Discount[] {
  const count = chance.weighted([
    [6, 0],
    [3, 1],
    [1, 2],
  ]);
  return Array.from({ length: count }, (_, index): Discount => {
    const chosen = lineIds.filter(() => chance.happens(0.5));
    const rate = chance.happens(0.4) ? decimal('100') : rateOf(chance);
    return {
      source: 'manual',
      id: `manual-${index}`,
      version: null,
      name: 'By hand',
      code: null,
      priority: chance.pick([0, 1, 1000]),
      level: chance.pick(['line', 'order']),
      select: { ...(chance.happens(0.7) ? { lineIds: chosen } : {}), comboParts: true },
      schedule: null,
      conditions: null,
      effect: chance.happens(0.6) ? { kind: 'percent_off', rate } : { kind: 'amount_off', amount: amount() },
      exclusiveGroup: chance.happens(0.1) ? chance.pick(GROUPS) : null,
      stackable: chance.happens(0.5),
      timesMax: null,
      amountMax: chance.happens(0.1) ? amount() : null,
    };
  });
}

function selectorOf(chance: Chance): Selector {
  const some = (values: readonly string[]): string[] => {
    const found = values.filter(() => chance.happens(0.4));
    // Long lists, and lists that name something twice: engines look things up differently then.
    return chance.happens(0.1) ? [...ELSEWHERE, ...found, ...found] : found;
  };
  return {
    ...(chance.happens(0.3) ? { skus: some(SKUS) } : {}),
    ...(chance.happens(0.3) ? { categories: some(CATEGORIES) } : {}),
    ...(chance.happens(0.12) ? { excludeSkus: some(SKUS) } : {}),
    ...(chance.happens(0.1) ? { excludeCategories: some(CATEGORIES) } : {}),
    ...(chance.happens(0.03) ? { lineIds: ['line-1', 'line-3', 'line-9'] } : {}),
    comboParts: chance.happens(0.6),
  };
}

function conditionsOf(chance: Chance, amount: Amounts): Conditions {
  return {
    select: selectorOf(chance),
    ...(chance.happens(0.6) ? { minAmount: amount() } : {}),
    ...(chance.happens(0.4) ? { minQuantity: decimal(chance.pick(['1', '2', '3.5', '6'])) } : {}),
  };
}

function scheduleOf(chance: Chance): ScheduleDraft {
  const [first, last] = [chance.integer(0, 3), chance.integer(0, 3)];
  return {
    ...(chance.happens(0.4) ? { startsOn: DAYS[Math.min(first, last)] ?? null } : {}),
    ...(chance.happens(0.3) ? { endsOn: DAYS[Math.max(first, last)] ?? null } : {}),
    ...(chance.happens(0.1) ? { startsOn: null } : {}),
    windows: Array.from({ length: chance.integer(0, 2) }, () => windowOf(chance)),
  };
}

function windowOf(chance: Chance): WindowDraft {
  const [from, to] = chance.pick([
    ['17:00', '19:00'],
    ['22:00', '02:00'],
    ['23:30', '01:00'],
    ['00:00', '24:00'],
    ['10:00', '10:00'],
    ['00:00', '12:00'],
    ['18:00', '00:00'],
  ] as const);
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => chance.happens(0.6));
  return { weekdays: weekdays.length === 0 ? [5] : weekdays, from, to };
}

function effectOf(chance: Chance, amount: Amounts): Effect {
  const rate = rateOf(chance);
  switch (chance.integer(0, 8)) {
    case 0:
      return { kind: 'percent_off', rate };
    case 1:
      return { kind: 'amount_off', amount: amount() };
    case 2:
      return { kind: 'fixed_price', price: amount() };
    case 3:
    case 4:
      return { kind: 'quantity_break', of: chance.pick(['line', 'item', 'selection']), tiers: tiersOf(chance, amount) };
    case 5:
      return { kind: 'units_off', units: chance.integer(1, 4), rate };
    case 6:
    case 7: {
      const [buy, get] = [chance.integer(1, 3), chance.integer(1, 2)];
      const getSelect = chance.happens(0.35) ? { getSelect: selectorOf(chance) } : {};
      return { kind: 'buy_get', buy, get, rate, pick: chance.pick(['cheapest', 'same_item']), ...getSelect };
    }
    default:
      return bundleOf(chance, amount);
  }
}

function tiersOf(chance: Chance, amount: Amounts): QuantityTier[] {
  const froms = ['0.5', '1', '2', '2.5', '4', '6'].filter(() => chance.happens(0.5));
  if (chance.happens(0.5)) froms.reverse();
  if (chance.happens(0.1)) froms.push(...froms);
  return froms.map((from): QuantityTier => {
    const start = { from: decimal(from) };
    return chance.pick([
      { ...start, rate: rateOf(chance) },
      { ...start, amountOff: amount() },
      { ...start, price: amount() },
    ]);
  });
}

function bundleOf(chance: Chance, amount: Amounts): Effect {
  const parts = Array.from({ length: chance.integer(1, 3) }, () => {
    return { select: selectorOf(chance), quantity: chance.integer(1, 2) };
  });
  const offers = [{ price: amount() }, { rate: rateOf(chance) }, { amountOff: amount() }];
  return { kind: 'bundle', parts, offer: chance.pick(offers) };
}

/** Pieces and weights, down to the last of six places. */
export function quantityOf(chance: Chance): Decimal {
  return BigInt(
    chance.weighted([
      [8, chance.integer(1, 6) * 1_000_000],
      [6, 1_000_000],
      [2, chance.integer(1, 20) * 500_000],
      [2, chance.integer(1, 5_000) * 1_000],
      [2, chance.integer(1, 10_000_000)],
      [0.2, chance.integer(20, 400) * 1_000_000],
    ]),
  ) as Decimal;
}
