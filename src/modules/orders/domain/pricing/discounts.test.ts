import { decimal } from '../../../../kernel/decimal.js';
import type { BasketLine } from './basket.js';
import type { Conditions, Discount, Selector } from './discount.js';
import { price } from './price.js';
import {
  amountOff,
  basket,
  buyGet,
  clockAt,
  discountsOf,
  everything,
  fixedCombo,
  fixedPrice,
  friday,
  JPY,
  line,
  manual,
  partOf,
  percentOff,
  promotion,
  unitsOff,
  USD,
} from './pricing.examples.js';

const tens = ['a', 'b', 'c'].map((id, index) =>
  line(id, USD('10.00'), { category: ['Coffee', 'Tea', 'Tea'][index] ?? '' }),
);
const off = (discounts: readonly Discount[], lines: readonly BasketLine[] = tens): number[] => {
  return discountsOf(price(basket(lines, { discounts })));
};
const manySkus = Array.from({ length: 30 }, (_, number) => `other-${number}`);

test.each<[string, Selector, number[]]>([
  ['all', { comboParts: true }, [100, 100, 100]],
  [
    'an empty list is not given',
    { skus: [], categories: [], lineIds: [], excludeSkus: [], excludeCategories: [], comboParts: false },
    [100, 100, 100],
  ],
  ['by SKU', { skus: ['b', 'x'], comboParts: false }, [0, 100, 0]],
  ['by category', { categories: ['Tea'], comboParts: false }, [0, 100, 100]],
  ['by SKU or category', { skus: ['a', 'c'], categories: ['Tea'], comboParts: false }, [100, 100, 100]],
  ['by one of very many', { skus: [...manySkus, 'c'], categories: ['Coffee'], comboParts: false }, [100, 0, 100]],
  ['but not these SKUs', { categories: ['Tea'], excludeSkus: ['c'], comboParts: false }, [0, 100, 0]],
  ['but none of very many', { excludeSkus: [...manySkus, 'c'], comboParts: false }, [100, 100, 0]],
  ['but not these categories', { excludeCategories: ['Tea'], comboParts: false }, [100, 0, 0]],
  [
    'what is excluded is not in it by name either',
    { skus: ['b'], excludeCategories: ['Tea'], comboParts: false },
    [0, 0, 0],
  ],
  ['by line', { lineIds: ['b'], comboParts: false }, [0, 100, 0]],
  ['by line and category', { lineIds: ['a', 'b'], categories: ['Tea'], comboParts: false }, [0, 100, 0]],
  ['none', { skus: ['x'], comboParts: true }, [0, 0, 0]],
])('selects %s', (_, select, discounts) => {
  expect(off([promotion('p', percentOff('10'), { select })])).toEqual(discounts);
});

test('nothing is taken off what is not discountable, but it counts for conditions', () => {
  const lines = [line('a', USD('10.00')), line('card', USD('90.00'), { discountable: false })];
  const conditions: Conditions = { select: everything, minAmount: USD('100.00') };
  expect(off([promotion('p', percentOff('10'), { conditions })], lines)).toEqual([100, 0]);
  expect(off([promotion('p', percentOff('10'), { level: 'order' })], lines)).toEqual([100, 0]);
  expect(off([manual('comp', percentOff('100'))], lines)).toEqual([1000, 0]);
});

const night = { windows: [{ weekdays: [5], from: '22:00', to: '02:00' }] };

/** Friday night from 22:00 to 02:00, over midnight. */
test.each<[string, string, string, boolean]>([
  ['before it', '2026-11-20', '21:59', false],
  ['from the minute', '2026-11-20', '22:00', true],
  ['after midnight', '2026-11-21', '01:59', true],
  ['to the minute', '2026-11-21', '02:00', false],
  ['the night before', '2026-11-20', '01:00', false],
])('a happy hour over midnight, %s', (_, date, time, isOn) => {
  const clock = clockAt(date, time);
  const lines = [line('a', USD('10.00'), { clock })];
  const rule = promotion('p', percentOff('10'), { schedule: night });
  expect(discountsOf(price(basket(lines, { discounts: [rule] })))).toEqual([isOn ? 100 : 0]);
  const ofOrder = promotion('p', percentOff('10'), { schedule: night, level: 'order' });
  expect(discountsOf(price(basket(lines, { discounts: [ofOrder], clock })))).toEqual([isOn ? 100 : 0]);
});

test('a rule by line goes by the clock of each line, one of the order by the order’s', () => {
  const lines = [line('a', USD('10.00')), line('b', USD('10.00'), { clock: clockAt('2026-11-20', '23:00') })];
  const conditions: Conditions = { select: everything, minQuantity: decimal('2') };
  const price1 = (but: Partial<Discount>, clock = friday): number[] => {
    const discounts = [promotion('p', percentOff('10'), { schedule: night, ...but })];
    return discountsOf(price(basket(lines, { discounts, clock })));
  };
  expect(price1({})).toEqual([0, 100]);
  expect(price1({ conditions })).toEqual([0, 0]);
  expect(price1({ level: 'order' })).toEqual([0, 0]);
  expect(price1({ level: 'order' }, clockAt('2026-11-20', '22:30'))).toEqual([100, 100]);
  expect(price1({ level: 'order', conditions }, clockAt('2026-11-20', '22:30'))).toEqual([100, 100]);
});

const tea: Selector = { categories: ['Tea'], comboParts: false };
test.each<[string, Conditions, number[]]>([
  ['an amount that is just there', { select: everything, minAmount: USD('30.00') }, [100, 100, 100]],
  ['an amount that is not', { select: everything, minAmount: USD('30.01') }, [0, 0, 0]],
  ['a quantity of some', { select: tea, minQuantity: decimal('2') }, [100, 100, 100]],
  ['a quantity that is not', { select: tea, minQuantity: decimal('2.000001') }, [0, 0, 0]],
  ['both', { select: tea, minAmount: USD('20.00'), minQuantity: decimal('3') }, [0, 0, 0]],
  ['nothing of what is not there', { select: { skus: ['x'], comboParts: true }, minAmount: USD('0') }, [100, 100, 100]],
])('asks for %s', (_, conditions, discounts) => {
  expect(off([promotion('p', percentOff('10'), { conditions })])).toEqual(discounts);
});

test('conditions are measured on what earlier discounts left', () => {
  const conditions: Conditions = { select: everything, minAmount: USD('30.00') };
  const second = promotion('q', percentOff('10'), { conditions });
  expect(off([promotion('p', percentOff('50'), { select: tea }), second])).toEqual([0, 500, 500]);
  expect(off([promotion('r', percentOff('50'), { select: tea }), second])).toEqual([100, 550, 550]);
});

const half = percentOff('50');
const dollar = amountOff(USD('1.00'));
test.each<[string, Discount[], number]>([
  ['priority first', [promotion('a', dollar, { priority: 2 }), promotion('b', half, { priority: 1 })], 600],
  ['then id', [promotion('b', half), promotion('a', dollar)], 550],
  ['then version, none first', [promotion('a', half, { version: 2 }), promotion('a', dollar, { version: null })], 550],
  ['then code, none first', [promotion('a', half, { code: 'A' }), promotion('a', dollar)], 550],
  ['then code', [promotion('a', half, { code: 'B' }), promotion('a', dollar, { code: 'A' })], 550],
  ['ids by code unit: capitals first', [promotion('a', half), promotion('B', dollar)], 550],
  ['lines before the order', [promotion('a', dollar, { level: 'order', priority: 1 }), promotion('b', half)], 600],
])('applies in order: %s, however it was entered', (_, discounts, amount) => {
  const ten = [line('x', USD('10.00'))];
  expect(off(discounts, ten)).toEqual([amount]);
  expect(off([...discounts].reverse(), ten)).toEqual([amount]);
});

const alone = { stackable: false };
test.each<[string, Discount[], number[]]>([
  ['stackable ones stack', [promotion('a', half), promotion('b', half)], [750, 750, 750]],
  [
    'one that does not stack closes its lines',
    [promotion('a', half, { ...alone, select: tea }), promotion('b', half)],
    [500, 500, 500],
  ],
  [
    'and keeps off lines that a promotion has',
    [promotion('a', half, { select: tea }), promotion('b', half, alone)],
    [500, 500, 500],
  ],
  [
    'at the other level too',
    [promotion('a', half, { ...alone, select: tea }), promotion('b', half, { level: 'order' })],
    [500, 500, 500],
  ],
  [
    'one that took nothing closes nothing',
    [promotion('a', fixedPrice(USD('20')), alone), promotion('b', half)],
    [500, 500, 500],
  ],
  ['what a person gives comes on top', [promotion('a', half, alone), manual('m', half)], [750, 750, 750]],
  ['and keeps nothing off', [manual('m', half, { priority: 1 }), promotion('a', half, alone)], [750, 750, 750]],
  [
    'closed lines are not bought from',
    [promotion('a', half, { ...alone, select: tea }), promotion('b', buyGet(1, 1))],
    [0, 500, 500],
  ],
  [
    'nor given away',
    [
      promotion('a', half, { ...alone, select: tea }),
      promotion('b', buyGet(1, 1, { getSelect: tea }), { select: { skus: ['a'], comboParts: true } }),
    ],
    [0, 500, 500],
  ],
])('stacking: %s', (_, discounts, amounts) => {
  expect(off(discounts)).toEqual(amounts);
});

const best = { exclusiveGroup: 'best' };
test.each<[string, Discount[], number[]]>([
  [
    'the one that takes most applies',
    [promotion('a', dollar, best), promotion('b', half, best), promotion('c', unitsOff(1), best)],
    [500, 500, 500],
  ],
  [
    'of equal ones the first',
    [
      promotion('a', half, best),
      promotion('b', amountOff(USD('5.00')), { ...best, select: tea }),
      promotion('c', half, { ...best, ...alone }),
    ],
    [500, 500, 500],
  ],
  [
    'where the first has its turn',
    [
      promotion('a', dollar, { ...best, priority: 1 }),
      promotion('b', half, { priority: 2 }),
      promotion('c', half, { ...best, priority: 3 }),
    ],
    [750, 750, 750],
  ],
  [
    'the first has its turn even if it is about nothing',
    [
      promotion('a', half, { ...best, select: { skus: ['x'], comboParts: true } }),
      promotion('b', amountOff(USD('8.00'))),
      promotion('c', amountOff(USD('4.00')), { ...best, ...alone }),
    ],
    [400, 400, 400],
  ],
  [
    'the most is what is left of it by its limit',
    [promotion('a', dollar, best), promotion('b', half, { ...best, amountMax: USD('2.00') })],
    [100, 100, 100],
  ],
  [
    'applied by line, it does not apply to the order',
    [promotion('a', dollar, best), promotion('b', half, { ...best, level: 'order' })],
    [100, 100, 100],
  ],
  [
    'having taken nothing by line, it does',
    [promotion('a', fixedPrice(USD('20')), best), promotion('b', half, { ...best, level: 'order' })],
    [500, 500, 500],
  ],
  [
    'groups are apart',
    [promotion('a', dollar, best), promotion('b', dollar, { exclusiveGroup: 'other' })],
    [200, 200, 200],
  ],
  ['what a person gives is in none', [promotion('a', dollar, best), manual('m', half, best)], [550, 550, 550]],
])('of one group: %s', (_, discounts, amounts) => {
  expect(off(discounts)).toEqual(amounts);
  expect(off([...discounts].reverse())).toEqual(amounts);
});

test('what was taken off is written down by discount and line', () => {
  const coded = promotion('p', half, { select: tea, code: 'TEA' });
  const { lines } = price(basket(tens, { discounts: [manual('m', dollar, { level: 'order' }), coded] }));
  expect(
    lines.map(({ applications }) =>
      applications.map(({ id, code, lineId, amount }) => [id, code, lineId, amount.amount]),
    ),
  ).toEqual([
    [['m', null, 'a', 50]],
    [
      ['p', 'TEA', 'b', 500],
      ['m', null, 'b', 25],
    ],
    [
      ['p', 'TEA', 'c', 500],
      ['m', null, 'c', 25],
    ],
  ]);
  expect(lines[1]?.applications[0]).toEqual({
    source: 'promotion',
    id: 'p',
    version: 1,
    name: 'Promotion p',
    code: 'TEA',
    level: 'line',
    lineId: 'b',
    amount: USD('5.00'),
  });
});

test('a discount in another currency is not priced, unless it is about nothing here', () => {
  const yen = promotion('p', amountOff(JPY('100')));
  expect(() => off([yen])).toThrow('currency_mismatch');
  expect(() => off([promotion('p', half, { amountMax: JPY('100') })])).toThrow('currency_mismatch');
  expect(() => off([promotion('p', half, { conditions: { select: everything, minAmount: JPY('1') } })])).toThrow(
    'currency_mismatch',
  );
  expect(() =>
    off([promotion('p', { kind: 'quantity_break', of: 'line', tiers: [{ from: decimal('1'), price: JPY('1') }] })]),
  ).toThrow('currency_mismatch');
  expect(() => off([promotion('p', { kind: 'bundle', parts: [], offer: { amountOff: JPY('1') } })])).toThrow(
    'currency_mismatch',
  );
  expect(off([{ ...yen, select: { skus: ['x'], comboParts: true } }])).toEqual([0, 0, 0]);
});

test('parts of combos count where the selector says so', () => {
  const lines = [line('a', USD('10.00'), partOf('menu', USD('0'))), line('b', USD('10.00'))];
  const combos = [fixedCombo('menu', USD('8.00'))];
  const priceIt = (comboParts: boolean): number[] => {
    const discounts = [promotion('p', half, { select: { skus: ['a', 'b'], comboParts } })];
    return discountsOf(price(basket(lines, { combos, discounts })));
  };
  expect(priceIt(false)).toEqual([0, 500]);
  expect(priceIt(true)).toEqual([400, 500]);
});
