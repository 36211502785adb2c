import { decimal } from '../../../../../kernel/decimal.js';
import { money, type Money } from '../../../../../kernel/money.js';
import { BHD, JPY, tax, taxGroups, USD } from '../../order.examples.js';
import type { BasketLine, PricingInput } from './basket.js';
import { price } from './price.js';
import type { TaxGroup } from '../tax-group.js';

type Line = readonly [unitPrice: Money, quantity: string, taxGroup: TaxGroup];

function basketOf(lines: readonly Line[], but: Partial<PricingInput> = {}): PricingInput {
  const [[{ currency }]] = lines as readonly [Line];
  const basketLines = lines.map(([unitPrice, quantity, taxGroup], index): BasketLine => {
    const lineId = `line-${index + 1}`;
    return { lineId, sku: lineId, name: lineId, category: 'Food', unitPrice, quantity: decimal(quantity), taxGroup };
  });
  const rules = { channel: 'counter', taxRounding: 'receipt', taxExempt: false, engineVersion: '1' } as const;
  return { currency, lines: basketLines, ...rules, ...but };
}

const { inclusive16, exclusive8, zeroRated, untaxed, compound, compoundInclusive, food } = taxGroups;
const threes = (group: TaxGroup): Line[] => [
  [USD('0.33'), '1', group],
  [USD('0.33'), '1', group],
  [USD('0.33'), '1', group],
];

/** Amounts in minor units: of each line gross, tax and total; of the receipt each tax, and the total. */
test.each<{
  title: string;
  lines: Line[];
  but?: Partial<PricingInput>;
  priced: number[][];
  taxes: number[];
  total: number;
}>([
  {
    title: 'a tax inside the price',
    lines: [[USD('11.60'), '1', inclusive16]],
    priced: [[1160, 160, 1160]],
    taxes: [160],
    total: 1160,
  },
  {
    title: 'a tax on top of the price',
    lines: [[USD('10.00'), '1', exclusive8]],
    priced: [[1000, 89, 1089]],
    taxes: [89],
    total: 1089,
  },
  {
    title: 'a weight, rounded once',
    lines: [[USD('5.99'), '0.482', zeroRated]],
    priced: [[289, 0, 289]],
    taxes: [0],
    total: 289,
  },
  { title: 'half a cent goes up', lines: [[USD('0.01'), '0.5', untaxed]], priced: [[1, 0, 1]], taxes: [], total: 1 },
  {
    title: 'no minor digits',
    lines: [[JPY('1100'), '3', inclusive16]],
    priced: [[3300, 455, 3300]],
    taxes: [455],
    total: 3300,
  },
  {
    title: 'three minor digits',
    lines: [[BHD('1.325'), '2', inclusive16]],
    priced: [[2650, 366, 2650]],
    taxes: [366],
    total: 2650,
  },
  {
    title: 'tax once per receipt: 0.99 contains 0.14, not three times 0.05',
    lines: threes(inclusive16),
    priced: [
      [33, 5, 33],
      [33, 5, 33],
      [33, 4, 33],
    ],
    taxes: [14],
    total: 99,
  },
  {
    title: 'tax once per line, where the outlet says so',
    lines: threes(inclusive16),
    but: { taxRounding: 'line' },
    priced: [
      [33, 5, 33],
      [33, 5, 33],
      [33, 5, 33],
    ],
    taxes: [15],
    total: 99,
  },
  {
    title: 'exclusive tax once per receipt: 9 on 99, the last line a cent',
    lines: threes(exclusive8),
    priced: [
      [33, 3, 36],
      [33, 3, 36],
      [33, 3, 36],
    ],
    taxes: [9],
    total: 108,
  },
  {
    title: 'two rates are two roundings, and both modes on one receipt add up',
    lines: [
      [USD('11.60'), '1', inclusive16],
      [USD('10.00'), '1', exclusive8],
      [USD('1.00'), '1', zeroRated],
    ],
    priced: [
      [1160, 160, 1160],
      [1000, 89, 1089],
      [100, 0, 100],
    ],
    taxes: [89, 160, 0],
    total: 2349,
  },
  {
    title: 'a compound tax on net and the tax before it (Quebec before 2013)',
    lines: [[USD('100.00'), '1', compound]],
    priced: [[10_000, 1498, 11_498]],
    taxes: [500, 998],
    total: 11_498,
  },
  {
    title: 'several taxes inside one price share what is not net',
    lines: [[USD('117.88'), '1', compoundInclusive]],
    priced: [[11_788, 1788, 11_788]],
    taxes: [250, 1538],
    total: 11_788,
  },
  {
    title: 'take-away at another rate, the price kept',
    lines: [[USD('11.90'), '1', food]],
    but: { channel: 'takeaway' },
    priced: [[1190, 78, 1190]],
    taxes: [78],
    total: 1190,
  },
  {
    title: 'the same eaten in',
    lines: [[USD('11.90'), '1', food]],
    priced: [[1190, 190, 1190]],
    taxes: [190],
    total: 1190,
  },
  {
    title: 'an exempt guest pays the net of an inclusive price, and the tax is listed at zero',
    lines: [[USD('11.60'), '2', inclusive16]],
    but: { taxExempt: true },
    priced: [[2000, 0, 2000]],
    taxes: [0],
    total: 2000,
  },
  {
    title: 'an exempt guest pays no tax on top',
    lines: [[USD('10.00'), '1', exclusive8]],
    but: { taxExempt: true },
    priced: [[1000, 0, 1000]],
    taxes: [0],
    total: 1000,
  },
  {
    title: 'what is free has no tax',
    lines: [[USD('0'), '3', compound]],
    priced: [[0, 0, 0]],
    taxes: [0, 0],
    total: 0,
  },
])('$title', ({ lines, but, priced, taxes, total }) => {
  const basket = price(basketOf(lines, but));
  expect(basket.lines.map((line) => [line.gross.amount, line.tax.amount, line.total.amount])).toEqual(priced);
  expect(basket.taxes.map(({ amount }) => amount.amount)).toEqual(taxes);
  expect(basket.totals.total.amount).toBe(total);
});

test('an empty basket costs nothing', () => {
  const basket = price({ ...basketOf([[USD('1'), '1', untaxed]]), lines: [] });
  expect(basket).toMatchObject({
    lines: [],
    taxes: [],
    totals: { total: USD('0') },
    explanation: [],
    engineVersion: '1',
  });
});

test('groups of different names with the same taxes are one rate and one rounding', () => {
  const drinks: TaxGroup = { ...inclusive16, code: 'drinks' };
  const basket = price(
    basketOf([
      [USD('0.33'), '1', inclusive16],
      [USD('0.33'), '1', drinks],
      [USD('0.33'), '1', inclusive16],
    ]),
  );
  expect(basket.taxes).toEqual([
    { ...tax('VAT', '16'), compound: undefined, mode: 'inclusive', base: USD('0.85'), amount: USD('0.14') },
  ]);
});

test('the base of a compound tax is shown with the taxes before it', () => {
  const { taxes } = price(basketOf([[USD('100.00'), '1', compound]]));
  expect(taxes.map(({ code, base }) => [code, base])).toEqual([
    ['GST', USD('100.00')],
    ['QST', USD('105.00')],
  ]);
});

test('every step is explained, in order', () => {
  const lines: Line[] = [
    [USD('11.90'), '2', { ...food, channelSwitch: { ...food.channelSwitch, policy: 'keep_net' } }],
    [USD('1.00'), '1', exclusive8],
  ];
  const { explanation } = price(basketOf(lines, { channel: 'delivery' }));
  const steps = explanation.map(({ rule, lineId, tax: code, rounding, amount, adds }) => {
    return [rule, lineId, code, rounding, amount.amount, adds.amount];
  });
  expect(steps).toEqual([
    ['unit_price', 'line-1', undefined, 'none', 1190, 0],
    ['tax_switch', 'line-1', undefined, 'half-up', 1070, 0],
    ['line_amount', 'line-1', undefined, 'half-up', 2140, 2140],
    ['unit_price', 'line-2', undefined, 'none', 100, 0],
    ['line_amount', 'line-2', undefined, 'half-up', 100, 100],
    ['tax', 'line-1', 'VAT', 'half-up', 140, 0],
    ['tax', 'line-2', 'SALES', 'half-up', 9, 9],
  ]);
});

test('a tax over several lines is explained with the share of each', () => {
  const { explanation } = price(basketOf(threes(inclusive16)));
  const shares = explanation.filter(({ rule }) => rule === 'tax_allocation');
  expect(explanation.find(({ rule }) => rule === 'tax')).toMatchObject({
    base: USD('0.85'),
    rate: decimal('16'),
    amount: USD('0.14'),
  });
  expect(shares.map(({ lineId, amount }) => [lineId, amount.amount])).toEqual([
    ['line-1', 5],
    ['line-2', 5],
    ['line-3', 4],
  ]);
});

test.each([
  { title: 'another engine', input: basketOf([[USD('1'), '1', untaxed]], { engineVersion: '2' }), error: RangeError },
  { title: 'a price below zero', input: basketOf([[money(-1, 'USD'), '1', untaxed]]), error: RangeError },
  {
    title: 'a price in another currency',
    input: basketOf([[USD('1'), '1', untaxed]], { currency: 'JPY' }),
    error: 'currency_mismatch',
  },
  {
    title: 'more than money can count',
    input: basketOf([[money(2 ** 52, 'USD'), '3', untaxed]]),
    error: 'amount_out_of_range',
  },
  {
    title: 'lines that together are more than money can count',
    input: basketOf([
      [money(2 ** 52, 'USD'), '1', untaxed],
      [money(2 ** 52, 'USD'), '1', inclusive16],
    ]),
    error: 'amount_out_of_range',
  },
])('$title is not priced', ({ input, error }) => {
  expect(() => price(input)).toThrow(error);
});
