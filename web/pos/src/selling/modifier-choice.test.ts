import {
  chosenModifiers,
  isComplete,
  missingIn,
  needsNoChoice,
  openGroups,
  press,
  startingChoice,
  type Choice,
} from './modifier-choice.js';
import type { OfferedGroup, OfferedModifier } from './sdk-types.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });

function modifier(code: string, changes: Partial<OfferedModifier> = {}): OfferedModifier {
  const texts = { id: code as OfferedModifier['id'], code, name: code, price: KES(0), prices: {} };
  return { ...texts, default: false, maxQuantity: null, active: true, allergens: [], groups: [], ...changes };
}

function group(code: string, modifiers: readonly OfferedModifier[], changes: Partial<OfferedGroup> = {}): OfferedGroup {
  const id = code as OfferedGroup['id'];
  return {
    id,
    code,
    name: code,
    currency: 'KES',
    min: 0,
    max: null,
    freeQuantity: 0,
    modifiers,
    ...changes,
  };
}

const syrup = group('syrup', [modifier('vanilla'), modifier('caramel')], { max: 1 });
const milk = group('milk', [modifier('cow', { default: true }), modifier('oat', { groups: [syrup] })], {
  min: 1,
  max: 1,
});
const extras = group('extras', [modifier('shot', { maxQuantity: 2 }), modifier('foam'), modifier('ice')], { max: 3 });
const groups = [milk, extras];

function pressed(choice: Choice, ...codes: readonly string[]): Choice {
  return codes.reduce((now, code) => {
    const open = openGroups(groups, now).find((one) => one.group.modifiers.some((each) => each.code === code));
    const found = open?.group.modifiers.find((each) => each.code === code);
    return open === undefined || found === undefined ? now : press(now, open, found);
  }, choice);
}

const written = (choice: Choice) =>
  chosenModifiers(groups, choice).map(({ modifier: code, quantity }) => `${quantity} ${code}`);

test.each([
  { title: 'nothing: the defaults', presses: [], expected: ['1 cow'] },
  { title: 'another one of a group of one takes its place', presses: ['oat'], expected: ['1 oat'] },
  { title: 'the last one of a group that needs one stays', presses: ['cow'], expected: ['1 cow'] },
  { title: 'once more, up to its own maximum', presses: ['shot', 'shot'], expected: ['1 cow', '2 shot'] },
  { title: 'beyond its maximum it starts anew', presses: ['shot', 'shot', 'shot'], expected: ['1 cow'] },
  { title: 'what is on goes off', presses: ['foam', 'foam'], expected: ['1 cow'] },
  {
    title: 'a full group takes no more',
    presses: ['shot', 'shot', 'foam', 'ice'],
    expected: ['1 cow', '2 shot', '1 foam'],
  },
])('$title', ({ presses, expected }) => {
  expect(written(pressed(startingChoice(groups, []), ...presses))).toEqual(expected);
});

test('what a modifier brings along is asked for while it is chosen, and goes with it', () => {
  const oat = pressed(startingChoice(groups, []), 'oat', 'vanilla');
  expect(openGroups(groups, oat).map(({ group: { code }, depth }) => [code, depth])).toEqual([
    ['milk', 0],
    ['syrup', 1],
    ['extras', 0],
  ]);
  expect(chosenModifiers(groups, oat)[0]?.modifiers).toEqual([
    { modifier: 'vanilla', group: 'syrup', quantity: 1, modifiers: [] },
  ]);
  const cow = pressed(oat, 'cow');
  expect(openGroups(groups, cow)).toHaveLength(2);
  expect(chosenModifiers(groups, pressed(cow, 'oat'))[0]?.modifiers).toEqual([]);
});

test('what a line has is what the sheet starts with', () => {
  const chosen = chosenModifiers(groups, pressed(startingChoice(groups, []), 'oat', 'caramel', 'shot'));
  expect(chosenModifiers(groups, startingChoice(groups, chosen))).toEqual(chosen);
});

test('a default that is not wanted is said, or it would be taken', () => {
  const topping = group('topping', [modifier('cream', { default: true })]);
  const [open] = openGroups([topping], startingChoice([topping], []));
  const none =
    open === undefined ? new Map() : press(startingChoice([topping], []), open, topping.modifiers[0] ?? modifier('x'));
  expect(chosenModifiers([topping], none)).toEqual([
    { modifier: 'cream', group: 'topping', quantity: 0, modifiers: [] },
  ]);
});

test.each([
  { title: 'no groups', of: [], asks: false },
  { title: 'defaults are enough', of: [milk, extras], asks: false },
  {
    title: 'one is needed and none is a default',
    of: [group('size', [modifier('s'), modifier('l')], { min: 1, max: 1 })],
    asks: true,
  },
])('$title: asks $asks', ({ of, asks }) => {
  expect(needsNoChoice(of)).toBe(!asks);
});

test('says how many are missing', () => {
  const size = group('size', [modifier('s'), modifier('l')], { min: 2, max: 2 });
  const start = startingChoice([size], []);
  const [open] = openGroups([size], start);
  expect(open && missingIn(start, open)).toBe(2);
  expect(isComplete([size], start)).toBe(false);
});
