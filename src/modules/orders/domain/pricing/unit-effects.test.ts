import { decimal } from '../../../../kernel/decimal.js';
import type { Effect } from './discount.js';
import { cake, coffee, of, testEffects } from './effects.examples.js';
import { buyGet, unitsOff, USD } from './pricing.examples.js';

describe('units off', () => {
  testEffects([
    ['the cheapest one free', [coffee('a', '3.00'), coffee('b', '2.00')], unitsOff(1), [0, 200]],
    ['of equal ones the last', [coffee('a', '2.00'), coffee('b', '2.00')], unitsOff(1), [0, 200]],
    ['over several lines', [coffee('a', '3.00', '3'), coffee('b', '2.00', '2')], unitsOff(3), [300, 400]],
    ['more than there are', [coffee('a', '3.00')], unitsOff(5), [300]],
    ['with a rate', [coffee('a', '2.99', '3')], unitsOff(2, '50'), [299]],
    [
      'by the exact worth of one: 0.67 is less than 1.01 for one and a half',
      [coffee('a', '0.67'), coffee('b', '0.67', '1.5')],
      unitsOff(1),
      [67, 0],
    ],
    ['whole units only of a weight', [coffee('a', '2.00', '1.5'), coffee('b', '9.00', '0.9')], unitsOff(3), [200, 0]],
  ]);
});

describe('buy and get', () => {
  testEffects([
    ['two for one', [coffee('a', '3.00', '2')], buyGet(1, 1), [300]],
    ['two for one of three', [coffee('a', '3.00', '3')], buyGet(1, 1), [300]],
    [
      'three for two, the cheapest of all',
      [coffee('a', '3.00'), coffee('b', '2.00'), coffee('c', '4.00')],
      buyGet(2, 1),
      [0, 200, 0],
    ],
    ['not enough', [coffee('a', '3.00')], buyGet(1, 1), [0]],
    ['at most so many times', [coffee('a', '3.00', '10')], buyGet(1, 1), [600], { timesMax: 2 }],
    ['with a rate', [coffee('a', '2.99', '2')], buyGet(1, 1, { rate: decimal('50') }), [150]],
    [
      'of the same item',
      [coffee('a', '3.00', '2'), coffee('b', '2.00', '3')],
      buyGet(1, 1, { pick: 'same_item' }),
      [300, 200],
    ],
    [
      'of the same item over lines',
      [coffee('a', '3.00'), coffee('b', '1.00'), { ...coffee('c', '3.00'), sku: 'a' }],
      buyGet(1, 1, { pick: 'same_item' }),
      [0, 0, 300],
    ],
    [
      'of the same item, times for all together',
      [coffee('a', '3.00', '2'), coffee('b', '2.00', '4')],
      buyGet(1, 1, { pick: 'same_item' }),
      [300, 200],
      { timesMax: 2 },
    ],
    [
      'a cake for a coffee',
      [coffee('a', '3.00'), cake('b', '4.00'), cake('c', '5.00')],
      buyGet(1, 1, { getSelect: of('Cake') }),
      [0, 400, 0],
      { select: of('Coffee') },
    ],
    [
      'as many cakes as there are',
      [coffee('a', '3.00', '5'), cake('b', '4.00', '2')],
      buyGet(1, 1, { getSelect: of('Cake') }),
      [0, 800],
      { select: of('Coffee') },
    ],
    [
      'two cakes for every two coffees, at most once',
      [coffee('a', '3.00', '5'), cake('b', '4.00', '4')],
      buyGet(2, 2, { getSelect: of('Cake') }),
      [0, 800],
      { select: of('Coffee'), timesMax: 1 },
    ],
    [
      'no cake, nothing',
      [coffee('a', '3.00', '5')],
      buyGet(1, 1, { getSelect: of('Cake') }),
      [0],
      { select: of('Coffee') },
    ],
    [
      'what is bought is not given',
      [coffee('a', '3.00', '5'), cake('b', '1.00')],
      buyGet(1, 1, { getSelect: { comboParts: true } }),
      [0, 100],
      { select: of('Coffee') },
    ],
  ]);
});

const bundleOf = (offer: Extract<Effect, { kind: 'bundle' }>['offer'], coffees = 1, cakes = 1): Effect => {
  const parts = [
    { select: of('Coffee'), quantity: coffees },
    { select: of('Cake'), quantity: cakes },
  ];
  return { kind: 'bundle', parts, offer };
};

describe('bundle', () => {
  const four = [coffee('a', '3.00', '2'), cake('b', '4.00'), cake('c', '5.00')];
  const three = [coffee('a', '3.00'), cake('b', '4.00'), cake('c', '5.00')];
  const all = { select: { comboParts: true }, quantity: 1 };
  testEffects([
    ['at a price, as often as it goes', four, bundleOf({ price: USD('6.00') }), [120, 80, 100]],
    ['at a price, the dearest in', three, bundleOf({ price: USD('6.00') }), [75, 0, 125]],
    ['with a rate', three, bundleOf({ rate: decimal('10') }), [30, 0, 50]],
    ['with an amount off each time', four, bundleOf({ amountOff: USD('1.00') }), [80, 53, 67]],
    ['at most so many times', four, bundleOf({ price: USD('6.00') }), [75, 0, 125], { timesMax: 1 }],
    ['that would cost more', three, bundleOf({ price: USD('8.01') }), [0, 0, 0]],
    ['with more off than it costs', three, bundleOf({ amountOff: USD('9.00') }), [300, 0, 500]],
    ['with a part missing', three, bundleOf({ price: USD('0') }, 2), [0, 0, 0]],
    [
      'with several of a part',
      [coffee('a', '3.00', '3'), cake('b', '4.00')],
      bundleOf({ price: USD('7.00') }, 2),
      [180, 120],
    ],
    [
      'of equal ones the first',
      [coffee('a', '3.00'), cake('b', '4.00'), cake('c', '4.00')],
      bundleOf({ price: USD('6.00') }),
      [43, 57, 0],
    ],
    [
      'of whole units of a weight',
      [coffee('a', '2.00', '1.5'), cake('b', '4.00')],
      bundleOf({ price: USD('5.00') }),
      [33, 67],
    ],
    [
      'a line is of the first part that it matches',
      three,
      { kind: 'bundle', parts: [all, all], offer: { price: USD('0') } },
      [0, 0, 0],
    ],
    ['of no parts', three, { kind: 'bundle', parts: [], offer: { price: USD('0') } }, [0, 0, 0]],
    [
      'within the discount’s own selector',
      three,
      bundleOf({ price: USD('6.00') }),
      [43, 57, 0],
      { select: { excludeSkus: ['c'], comboParts: true } },
    ],
    ['at level order', three, bundleOf({ price: USD('6.00') }), [75, 0, 125], { level: 'order' }],
  ]);
});
