import { componentsOf, inSlot, missingInSlot, pressSlot, startingSlots } from './combo-choice.js';
import type { OfferedSlot } from './sdk-types.js';

const choice = (sku: string, byDefault = false) =>
  ({ item: { sku }, upcharge: { amount: 0, currency: 'KES' }, default: byDefault }) as OfferedSlot['choices'][number];
const slot = (code: string, min: number, max: number, ...choices: OfferedSlot['choices']): OfferedSlot => {
  return { code, name: code, min, max, choices };
};

const main = slot('main', 1, 1, choice('burger'), choice('wrap', true));
const sides = slot('sides', 2, 2, choice('fries'), choice('salad'));
const sauce = slot('sauce', 1, 1, choice('ketchup'));
const slots = [main, sides, sauce];

test('starts with defaults, and with the only item of a slot that needs one', () => {
  const start = startingSlots({ slots });
  expect([inSlot(start, main, 'wrap'), inSlot(start, sauce, 'ketchup')]).toEqual([1, 1]);
  expect(slots.map((one) => missingInSlot(start, one))).toEqual([0, 2, 0]);
});

test.each([
  {
    title: 'in a slot of one the other takes the place',
    presses: [['main', 'burger']],
    expected: { wrap: 0, burger: 1 },
  },
  {
    title: 'two of the same',
    presses: [
      ['sides', 'fries'],
      ['sides', 'fries'],
    ],
    expected: { fries: 2 },
  },
  {
    title: 'one of each',
    presses: [
      ['sides', 'fries'],
      ['sides', 'salad'],
    ],
    expected: { fries: 1, salad: 1 },
  },
  {
    title: 'a full slot gives up what is pressed again',
    presses: [
      ['sides', 'fries'],
      ['sides', 'salad'],
      ['sides', 'fries'],
    ],
    expected: { fries: 0, salad: 1 },
  },
])('$title', ({ presses, expected }) => {
  const after = presses.reduce((now, [code, sku]) => {
    const found = slots.find((one) => one.code === code) ?? main;
    return pressSlot(now, found, sku ?? '');
  }, startingSlots({ slots }));
  for (const [sku, count] of Object.entries(expected)) {
    const of = slots.find(({ choices }) => choices.some(({ item }) => item.sku === sku)) ?? main;
    expect([sku, inSlot(after, of, sku)]).toEqual([sku, count]);
  }
});

test('each part has an id of its own', () => {
  let made = 0;
  const parts = componentsOf(pressSlot(startingSlots({ slots }), sides, 'fries'), () => `id-${++made}`);
  expect(parts.map(({ slot: of, sku, quantity }) => [of, sku, quantity])).toEqual([
    ['main', 'wrap', 1],
    ['sides', 'fries', 1],
    ['sauce', 'ketchup', 1],
  ]);
  expect(new Set(parts.map(({ id }) => id)).size).toBe(3);
});
