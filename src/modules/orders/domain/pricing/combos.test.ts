import type { BasketCombo, BasketLine } from './basket.js';
import { price } from './price.js';
import {
  basket,
  BHD,
  exclusive10,
  explained,
  fixedCombo,
  grossesOf,
  inclusive10,
  inclusive20,
  JPY,
  line,
  modifier,
  partOf,
  percentCombo,
  percentOff,
  priceSteps,
  promotion,
  tax,
  USD,
} from './pricing.examples.js';
import type { TaxGroup } from './tax-group.js';

const part = (id: string, major: string, but: Parameters<typeof line>[2] & { extra?: string } = {}): BasketLine => {
  const { extra = '0', ...rest } = but;
  return line(id, USD(major), { ...partOf('menu', USD(extra)), ...rest });
};
const menu = [part('burger', '8.00'), part('fries', '3.00'), part('cola', '2.00')];

/** What the combo's price comes to on each of its parts. */
test.each<[string, readonly BasketLine[], BasketCombo, number[]]>([
  ['at a price of its own, by what the parts cost', menu, fixedCombo('menu', USD('9.99')), [615, 230, 154]],
  ['twice', menu, fixedCombo('menu', USD('9.99'), '2'), [1230, 461, 307]],
  ['at a price above its parts', menu, fixedCombo('menu', USD('26.00')), [1600, 600, 400]],
  ['with a rate off its parts', menu, percentCombo('menu', '15'), [680, 255, 170]],
  [
    'with a rate off that is rounded once',
    [part('a', '0.33'), part('b', '0.33'), part('c', '0.33')],
    percentCombo('menu', '10'),
    [30, 30, 29],
  ],
  ['for nothing', menu, fixedCombo('menu', USD('0')), [0, 0, 0]],
  [
    'with all of its parts free',
    [part('a', '0'), part('b', '0'), part('c', '0')],
    fixedCombo('menu', USD('1.00')),
    [34, 33, 33],
  ],
  [
    'with a pricebook for the combo',
    menu,
    fixedCombo('menu', USD('12.00'), '1', [priceSteps.percent('-25')]),
    [554, 208, 138],
  ],
  [
    'with a pricebook for a part, which moves weight only',
    [part('a', '8.00', { priceSteps: [priceSteps.absolute(USD('2.00'))] }), part('b', '2.00')],
    fixedCombo('menu', USD('9.00')),
    [450, 450],
  ],
  [
    'with an extra for a choice, in each combo',
    [part('burger', '8.00', { extra: '1.50', quantity: '2' }), part('cola', '2.00', { quantity: '2' })],
    fixedCombo('menu', USD('9.00'), '2'),
    [1740, 360],
  ],
  [
    'with a cheaper choice',
    [part('burger', '8.00', { extra: '-1.00' }), part('cola', '2.00')],
    fixedCombo('menu', USD('9.00')),
    [620, 180],
  ],
  [
    'with modifiers on a part, in full',
    [part('burger', '8.00', { quantity: '2', modifiers: [modifier('cheese', USD('0.70'), 2)] }), part('cola', '2.00')],
    fixedCombo('menu', USD('9.00')),
    [1080, 100],
  ],
  [
    'with a part that would cost less than nothing',
    [part('burger', '8.00'), part('cola', '2.00', { modifiers: [modifier('none', USD('-5'))] })],
    fixedCombo('menu', USD('9.00')),
    [720, 0],
  ],
  [
    'of weighed parts',
    [part('cheese', '20.00', { quantity: '0.125' }), part('wine', '5.00')],
    fixedCombo('menu', USD('7.00')),
    [233, 467],
  ],
])('a combo %s', (_, lines, combo, grosses) => {
  const priced = price(basket(lines, { combos: [combo] }));
  expect(grossesOf(priced)).toEqual(grosses);
  expect(explained(priced)).toBe(priced.totals.total.amount);
});

test('a part shows for one what its share comes to, rounded', () => {
  const lines = [part('a', '8.00', { quantity: '3' }), part('b', '2.00')];
  const [first] = price(basket(lines, { combos: [fixedCombo('menu', USD('10.00'))] })).lines;
  expect(first).toMatchObject({ gross: USD('9.23'), unitPrice: USD('3.08') });
});

test('each part is taxed by its own rates, on its share', () => {
  const lines = [part('burger', '8.00', { taxGroup: inclusive10 }), part('beer', '4.00', { taxGroup: inclusive20 })];
  const priced = price(basket(lines, { combos: [fixedCombo('menu', USD('10.00'))] }));
  expect(priced.lines.map(({ gross, tax: own }) => [gross.amount, own.amount])).toEqual([
    [667, 61],
    [333, 55],
  ]);
  expect(priced.taxes.map(({ amount }) => amount.amount)).toEqual([55, 61]);
  expect(priced.totals.total).toEqual(USD('10.00'));
});

test('a part is switched and exempted on its amount', () => {
  const food: TaxGroup = {
    ...inclusive10,
    channelSwitch: { channels: ['takeaway'], taxes: [tax('VAT', '20')], policy: 'keep_net' },
  };
  const lines = [part('a', '1.00', { taxGroup: food }), part('b', '1.00', { taxGroup: exclusive10 })];
  const combos = [fixedCombo('menu', USD('22.00'))];
  expect(grossesOf(price(basket(lines, { combos, channel: 'takeaway' })))).toEqual([1200, 1100]);
  expect(grossesOf(price(basket(lines, { combos, taxExempt: true })))).toEqual([1000, 1100]);
});

test('combos stand beside other lines and each other, and one without parts does nothing', () => {
  const lines = [
    part('burger', '8.00'),
    line('water', USD('1.00')),
    line('tea', USD('3.00'), partOf('break', USD('0'))),
    part('cola', '2.00'),
    line('cake', USD('3.00'), partOf('break', USD('0'))),
  ];
  const combos = [percentCombo('break', '50'), fixedCombo('empty', USD('99')), fixedCombo('menu', USD('9.00'))];
  expect(grossesOf(price(basket(lines, { combos })))).toEqual([720, 100, 150, 180, 150]);
});

test('discounts take parts only where they say so', () => {
  const combos = [fixedCombo('menu', USD('9.99'))];
  const without = promotion('p', percentOff('10'), { select: { comboParts: false } });
  expect(price(basket(menu, { combos, discounts: [without] })).totals.discount).toEqual(USD('0'));
  const withParts = promotion('p', percentOff('10'));
  expect(price(basket(menu, { combos, discounts: [withParts] })).totals.discount).toEqual(USD('1.00'));
});

test('works in currencies of no and of three digits', () => {
  const yen = ['a', 'b', 'c'].map((id) => line(id, JPY('100'), partOf('menu', JPY('0'))));
  expect(grossesOf(price(basket(yen, { combos: [fixedCombo('menu', JPY('250'))] })))).toEqual([84, 83, 83]);
  const fils = ['a', 'b', 'c'].map((id) => line(id, BHD('0.100'), partOf('menu', BHD('0'))));
  expect(grossesOf(price(basket(fils, { combos: [fixedCombo('menu', BHD('0.250'))] })))).toEqual([84, 83, 83]);
});

test.each([
  { title: 'a part of a combo that is not there', combos: [], error: RangeError },
  {
    title: 'two combos of one id',
    combos: [fixedCombo('menu', USD('1')), fixedCombo('menu', USD('1'))],
    error: RangeError,
  },
  { title: 'a combo of no quantity', combos: [fixedCombo('menu', USD('1'), '0')], error: RangeError },
  { title: 'a combo in another currency', combos: [fixedCombo('menu', JPY('1'))], error: 'currency_mismatch' },
])('$title is not priced', ({ combos, error }) => {
  expect(() => price(basket(menu, { combos }))).toThrow(error);
});

test('says how the price came to its parts', () => {
  const lines = [
    part('burger', '8.00', { extra: '1.00', modifiers: [modifier('cheese', USD('0.70'))] }),
    part('cola', '2.00'),
  ];
  const { explanation } = price(
    basket(lines, { combos: [fixedCombo('menu', USD('10.00'), '1', [priceSteps.percent('-10')])] }),
  );
  expect(explanation.map(({ rule, lineId, amount, adds }) => [rule, lineId, amount.amount, adds.amount])).toEqual([
    ['list_price', 'burger', 800, 0],
    ['list_price', 'cola', 200, 0],
    ['pricebook', undefined, 900, 0],
    ['combo_price', undefined, 900, 0],
    ['combo_allocation', 'burger', 720, 0],
    ['combo_upcharge', 'burger', 820, 0],
    ['modifier', 'burger', 890, 0],
    ['line_amount', 'burger', 890, 890],
    ['combo_allocation', 'cola', 180, 0],
    ['line_amount', 'cola', 180, 180],
  ]);
});
