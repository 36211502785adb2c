import { decimal } from '../../../../kernel/decimal.js';
import { money } from '../../../../kernel/money.js';
import type { BasketLine } from './basket.js';
import { price } from './price.js';
import {
  basket,
  BHD,
  exclusive10,
  explained,
  inclusive10,
  inclusive20,
  JPY,
  line,
  modifier,
  priceSteps,
  tax,
  untaxed,
  USD,
} from './pricing.examples.js';
import type { TaxGroup } from './tax-group.js';

const { absolute, percent, amount, override } = priceSteps;
const switched = (group: TaxGroup, policy: 'keep_gross' | 'keep_net', rate: string): TaxGroup => {
  const code = group.taxes[0]?.code ?? '';
  return { ...group, channelSwitch: { channels: ['takeaway'], taxes: [tax(code, rate)], policy } };
};

/** Unit price and gross of a line, in minor units (P2, P12: pricebook, then modifiers). */
test.each<[string, BasketLine, number, number]>([
  ['costs its list price', line('a', USD('3.50'), { quantity: '2' }), 350, 700],
  ['is rounded once, half up', line('a', USD('0.35'), { quantity: '0.5' }), 35, 18],
  ['is weighed to six places', line('a', USD('5.99'), { quantity: '0.482' }), 599, 289],
  ['has no minor digits', line('a', JPY('333'), { quantity: '1.5' }), 333, 500],
  ['has three minor digits', line('a', BHD('1.325'), { quantity: '3' }), 1325, 3975],
  [
    'costs more than numbers count exactly on the way',
    line('a', money(10 ** 11, 'USD'), { quantity: '99.999999' }),
    1e11,
    9_999_999_900_000,
  ],
  ['has the price of a pricebook', line('a', USD('3.50'), { priceSteps: [absolute(USD('2.80'))] }), 280, 280],
  ['has a fifth off', line('a', USD('3.53'), { priceSteps: [percent('-20')] }), 282, 282],
  ['has a half unit off rounded away from zero', line('a', USD('0.25'), { priceSteps: [percent('-50')] }), 12, 12],
  ['has a half unit on rounded away from zero', line('a', USD('0.25'), { priceSteps: [percent('50')] }), 38, 38],
  ['has an amount off', line('a', USD('3.50'), { priceSteps: [amount(USD('-0.55'))] }), 295, 295],
  [
    'has steps in turn, each rounded',
    line('a', USD('0.99'), { priceSteps: [percent('-10'), percent('-10'), amount(USD('1.00'))] }),
    180,
    180,
  ],
  [
    'never goes below zero on the way',
    line('a', USD('1.00'), { priceSteps: [amount(USD('-3.00')), amount(USD('0.50'))] }),
    50,
    50,
  ],
  ['has an override last', line('a', USD('3.50'), { priceSteps: [percent('-20'), override(USD('3.00'))] }), 300, 300],
  [
    'has modifiers',
    line('a', USD('3.50'), {
      quantity: '2',
      modifiers: [modifier('oat', USD('0.60')), modifier('shot', USD('0.80'), 2)],
    }),
    570,
    1140,
  ],
  ['has a modifier below zero', line('a', USD('3.50'), { modifiers: [modifier('no milk', USD('-0.50'))] }), 300, 300],
  [
    'costs nothing rather than less',
    line('a', USD('1.00'), { modifiers: [modifier('own cup', USD('-0.80'), 2)] }),
    0,
    0,
  ],
  [
    'lets modifiers add up before the floor',
    line('a', USD('1.00'), { modifiers: [modifier('own cup', USD('-3')), modifier('gold', USD('5'))] }),
    300,
    300,
  ],
])('a line %s', (_, one, unitPrice, gross) => {
  const priced = price(basket([one]));
  expect(priced.lines).toMatchObject([
    { unitPrice: { amount: unitPrice }, gross: { amount: gross }, total: { amount: gross } },
  ]);
  expect(explained(priced)).toBe(gross);
});

/** Unit price of 11.00 or 10.00 as the guest pays it, and the tax inside or on top (P3). */
test.each<[string, TaxGroup, string, boolean, number, number, number]>([
  ['eaten in', switched(inclusive10, 'keep_net', '20'), 'counter', false, 1100, 100, 1100],
  [
    'taken away, net kept: the price moves',
    switched(inclusive10, 'keep_net', '20'),
    'takeaway',
    false,
    1200,
    200,
    1200,
  ],
  [
    'taken away, gross kept: the tax moves',
    switched(inclusive10, 'keep_gross', '20'),
    'takeaway',
    false,
    1100,
    183,
    1100,
  ],
  ['on top, net kept: the tax moves', switched(exclusive10, 'keep_net', '20'), 'takeaway', false, 1100, 220, 1320],
  [
    'on top, gross kept: the price moves',
    switched(exclusive10, 'keep_gross', '21'),
    'takeaway',
    false,
    1000,
    210,
    1210,
  ],
  ['an exempt guest pays the net', inclusive10, 'counter', true, 1000, 0, 1000],
  ['an exempt guest takes away', switched(inclusive10, 'keep_net', '20'), 'takeaway', true, 1000, 0, 1000],
  ['an exempt guest pays nothing on top', exclusive10, 'counter', true, 1100, 0, 1100],
  ['not taxed at all', untaxed, 'counter', true, 1100, 0, 1100],
])('%s', (_, taxGroup, channel, taxExempt, unitPrice, ofTax, total) => {
  const input = basket([line('a', USD('11.00'), { taxGroup })], { taxExempt, channel: channel as 'counter' });
  expect(price(input).lines).toMatchObject([
    { unitPrice: { amount: unitPrice }, tax: { amount: ofTax }, total: { amount: total } },
  ]);
});

test('modifiers are taxed and switched with what they go with', () => {
  const one = line('a', USD('10.00'), { taxGroup: inclusive20, modifiers: [modifier('oat', USD('2.00'))] });
  expect(price(basket([one])).lines).toMatchObject([{ tax: { amount: 200 }, net: { amount: 1000 } }]);
});

test.each([
  {
    title: 'another engine',
    input: { ...basket([line('a', USD('1'))]), engineVersion: '3' as '2' },
    error: RangeError,
  },
  { title: 'a price below zero', input: basket([line('a', money(-1, 'USD'))]), error: RangeError },
  { title: 'no quantity', input: basket([line('a', USD('1'), { quantity: '0' })]), error: RangeError },
  { title: 'a tip below zero', input: basket([line('a', USD('1'))], { tip: money(-1, 'USD') }), error: RangeError },
  {
    title: 'a price in another currency',
    input: basket([line('a', USD('1'))], { currency: 'JPY', tip: JPY('0') }),
    error: 'currency_mismatch',
  },
  {
    title: 'a tip in another currency',
    input: basket([line('a', USD('1'))], { tip: JPY('1') }),
    error: 'currency_mismatch',
  },
  {
    title: 'a modifier in another currency',
    input: basket([line('a', USD('1'), { modifiers: [modifier('m', JPY('1'))] })]),
    error: 'currency_mismatch',
  },
  {
    title: 'a pricebook in another currency',
    input: basket([line('a', USD('1'), { priceSteps: [absolute(JPY('1'))] })]),
    error: 'currency_mismatch',
  },
  {
    title: 'more than money can count',
    input: basket([line('a', money(2 ** 52, 'USD'), { quantity: '3' })]),
    error: 'amount_out_of_range',
  },
  {
    title: 'lines that together are more than money can count',
    input: basket([line('a', money(2 ** 52, 'USD')), line('b', money(2 ** 52, 'USD'))]),
    error: 'amount_out_of_range',
  },
])('$title is not priced', ({ input, error }) => {
  expect(() => price(input)).toThrow(error);
});

test('an empty basket costs what the guest gives on top', () => {
  const serviceCharge = { name: 'Service', rate: decimal('10'), basis: 'before_tax', taxGroup: inclusive20 } as const;
  const priced = price(basket([], { serviceCharge, tip: USD('2.00') }));
  expect(priced).toMatchObject({ lines: [], taxes: [], totals: { total: USD('2.00'), tip: USD('2.00') } });
  expect(priced.explanation.map(({ rule }) => rule)).toEqual(['tip']);
});
