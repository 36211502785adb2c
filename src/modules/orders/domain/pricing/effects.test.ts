import { decimal } from '../../../../kernel/decimal.js';
import { money } from '../../../../kernel/money.js';
import type { Effect, QuantityTier } from './discount.js';
import { coffee, testEffects } from './effects.examples.js';
import { amountOff, fixedPrice, line, percentOff, USD } from './pricing.examples.js';

const thirds = [coffee('a', '0.33'), coffee('b', '0.33'), coffee('c', '0.33')];

describe('percent off', () => {
  testEffects([
    ['each line, rounded half up', thirds, percentOff('50'), [17, 17, 17]],
    ['the order, rounded once and shared', thirds, percentOff('50'), [17, 17, 16], { level: 'order' }],
    ['all of it', [coffee('a', '3.50')], percentOff('100'), [350]],
    ['none of it', [coffee('a', '3.50')], percentOff('0'), [0]],
    ['of a rate of six places', [coffee('a', '100.00')], percentOff('12.345678'), [1235]],
    ['of nothing', [coffee('a', '0')], percentOff('50'), [0], { level: 'order' }],
    [
      'of more than numbers count exactly on the way',
      [line('a', money(9 * 10 ** 14, 'USD'))],
      percentOff('33.333333'),
      [299999997000000],
    ],
  ]);
});

describe('amount off', () => {
  testEffects([
    ['each unit', [coffee('a', '3.50', '3')], amountOff(USD('0.50')), [150]],
    ['by weight, rounded', [coffee('a', '3.50', '0.333')], amountOff(USD('0.50')), [17]],
    ['never more than the line', [coffee('a', '0.30', '2')], amountOff(USD('0.50')), [60]],
    [
      'once off the order, by amount',
      [coffee('a', '3.00'), coffee('b', '1.00')],
      amountOff(USD('1.00')),
      [75, 25],
      { level: 'order' },
    ],
    ['never more than the order', thirds, amountOff(USD('5.00')), [33, 33, 33], { level: 'order' }],
  ]);
});

describe('fixed price', () => {
  testEffects([
    ['for each unit', [coffee('a', '3.50', '2')], fixedPrice(USD('3.00')), [100]],
    ['only where that is less', [coffee('a', '2.50'), coffee('b', '3.50')], fixedPrice(USD('3.00')), [0, 50]],
    [
      'at level order too',
      [coffee('a', '2.50'), coffee('b', '3.50')],
      fixedPrice(USD('3.00')),
      [0, 50],
      { level: 'order' },
    ],
  ]);
});

const tier = (from: string, what: { rate: string } | { off: string } | { price: string }): QuantityTier => {
  if ('rate' in what) return { from: decimal(from), rate: decimal(what.rate) };
  return 'off' in what
    ? { from: decimal(from), amountOff: USD(what.off) }
    : { from: decimal(from), price: USD(what.price) };
};
const byQuantity = (by: 'line' | 'item' | 'selection', ...tiers: QuantityTier[]): Effect => {
  return { kind: 'quantity_break', of: by, tiers };
};
const twice = [coffee('a', '2.00', '2'), { ...coffee('b', '2.00', '3'), sku: 'a' }, coffee('c', '1.00')];

describe('quantity break', () => {
  testEffects([
    ['by the line', twice, byQuantity('line', tier('3', { rate: '10' })), [0, 60, 0]],
    ['by the item over its lines', twice, byQuantity('item', tier('5', { rate: '10' })), [40, 60, 0]],
    ['by the whole selection', twice, byQuantity('selection', tier('6', { rate: '10' })), [40, 60, 10]],
    ['not reached', twice, byQuantity('selection', tier('6.000001', { rate: '10' })), [0, 0, 0]],
    [
      'the highest tier reached, in any order',
      twice,
      byQuantity('selection', tier('6', { rate: '50' }), tier('2', { rate: '10' }), tier('7', { rate: '90' })),
      [200, 300, 50],
    ],
    ['with an amount off each', twice, byQuantity('line', tier('2', { off: '0.25' })), [50, 75, 0]],
    ['with a price instead', twice, byQuantity('line', tier('2', { price: '1.50' })), [100, 150, 0]],
    [
      'of equal tiers the first',
      twice,
      byQuantity('line', tier('3', { rate: '10' }), tier('3', { rate: '20' })),
      [0, 60, 0],
    ],
    ['by weight', [coffee('a', '10.00', '1.5')], byQuantity('line', tier('1.25', { rate: '10' })), [150]],
    [
      'at level order as at level line',
      twice,
      byQuantity('selection', tier('6', { rate: '10' })),
      [40, 60, 10],
      { level: 'order' },
    ],
  ]);
});

describe('at most', () => {
  testEffects([
    [
      'so much over all lines, shared by what they would have got',
      thirds,
      percentOff('50'),
      [9, 8, 8],
      { amountMax: USD('0.25') },
    ],
    ['so much off the order', thirds, percentOff('50'), [9, 8, 8], { amountMax: USD('0.25'), level: 'order' }],
    ['more than it takes', thirds, percentOff('50'), [17, 17, 17], { amountMax: USD('0.51') }],
    ['nothing', thirds, percentOff('50'), [0, 0, 0], { amountMax: USD('0') }],
    [
      'lines that got nothing get nothing',
      [coffee('a', '2.50'), coffee('b', '3.50'), coffee('c', '4.00')],
      fixedPrice(USD('3.00')),
      [0, 30, 61],
      { amountMax: USD('0.91') },
    ],
  ]);
});
