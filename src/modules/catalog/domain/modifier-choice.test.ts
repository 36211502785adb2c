import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import { selectModifiers, type ChosenModifier, type SelectedModifier } from './modifier-choice.js';
import type { Modifier, ModifierGroup } from './modifier-group.js';
import { group, modifier, offered, USD } from './modifier-group.examples.js';

type Wish = string | { m: string; g?: string; q?: number; with?: readonly Wish[] };

/** Choices with pointers as a request has them. */
function wishes(list: readonly Wish[], pointer = '/lines/0'): ChosenModifier[] {
  return list.map((wish, index) => {
    const at = `${pointer}/modifiers/${index}`;
    const { m, g, q = 1, with: nested = [] } = typeof wish === 'string' ? { m: wish } : wish;
    const named = g === undefined ? {} : { group: g };
    return { modifier: m, ...named, quantity: q, modifiers: wishes(nested, at), pointer: at };
  });
}

/** What was selected in short: `2 cheese 150`. */
function shortly(selected: readonly SelectedModifier[]): string[] {
  return selected.map(({ modifier: code, quantity, price }) => `${quantity} ${code} ${price.amount}`);
}

function refusalOf(work: () => unknown): object {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, pointer: error.fields[0]?.pointer };
    throw error;
  }
  return { code: 'nothing' };
}

const GROUPS: readonly ModifierGroup[] = [
  group('milk', [modifier('whole', { default: true }), modifier('oat', { price: USD(50), prices: { L: USD(80) } })], {
    min: 1,
    max: 1,
  }),
  group('extras', [
    modifier('shot', { price: USD(100), maxQuantity: 2 }),
    modifier('syrup', { price: USD(60), groups: ['flavour'] }),
    modifier('gone', { active: false, price: USD(10) }),
    modifier('no_lid', { price: USD(-5) }),
  ]),
  group(
    'flavour',
    [modifier('vanilla', { default: true }), modifier('hazelnut', { price: USD(20), groups: ['nuts'] })],
    {
      min: 1,
      max: 2,
    },
  ),
  group('nuts', [modifier('chopped', { price: USD(5) }), modifier('whole', { price: USD(9) })], { max: 1 }),
  group(
    'toppings',
    [
      modifier('ham', { price: USD(200) }),
      modifier('cheese', { price: USD(150) }),
      modifier('basil'),
      modifier('less_sauce', { price: USD(-30) }),
      modifier('olives', { price: USD(100), prices: { S: USD(50), L: USD(300) } }),
    ],
    { freeQuantity: 2 },
  ),
  group('two_of_three', [modifier('a', { default: true }), modifier('b', { default: true }), modifier('c')], {
    max: 2,
  }),
  group('bread', [modifier('white'), modifier('whole')], { min: 1 }),
];

describe('what is selected', () => {
  test.each<[string, string[], Wish[], string | null, string[]]>([
    ['the default where nothing is chosen', ['milk'], [], null, ['1 whole 0']],
    ['the choice instead of the default', ['milk'], ['oat'], null, ['1 oat 50']],
    ['the price of the size', ['milk'], ['oat'], 'L', ['1 oat 80']],
    ['the usual price of another size', ['milk'], ['oat'], 'M', ['1 oat 50']],
    ['no price by what every object has', ['milk'], ['oat'], 'constructor', ['1 oat 50']],
    ['nothing of an optional group', ['extras'], [], null, []],
    ['mentions counted together', ['extras'], ['shot', 'shot'], null, ['2 shot 100']],
    ['a price below zero', ['extras'], ['no_lid'], null, ['1 no_lid -5']],
    ['in the order of the groups', ['extras', 'milk'], ['oat', 'shot'], null, ['1 shot 100', '1 oat 50']],
    ['the default of what is nested', ['extras'], ['syrup'], null, ['1 syrup 60', '1 vanilla 0']],
    [
      'nested ones as often as their parent',
      ['extras'],
      [{ m: 'syrup', q: 3, with: [{ m: 'hazelnut', q: 2 }] }],
      null,
      ['3 syrup 60', '6 hazelnut 20'],
    ],
    [
      'three levels',
      ['extras'],
      [{ m: 'syrup', q: 2, with: [{ m: 'hazelnut', with: ['chopped'] }] }],
      null,
      ['2 syrup 60', '2 hazelnut 20', '2 chopped 5'],
    ],
    [
      'each mention with what is nested in it',
      ['extras'],
      [{ m: 'syrup', with: ['hazelnut'] }, 'syrup'],
      null,
      ['1 syrup 60', '1 hazelnut 20', '1 syrup 60', '1 vanilla 0'],
    ],
    ['the cheapest free', ['toppings'], ['ham', 'cheese', 'olives'], null, ['1 ham 200', '1 cheese 0', '1 olives 0']],
    [
      'the cheapest free by size',
      ['toppings'],
      ['ham', 'cheese', 'olives'],
      'L',
      ['1 ham 0', '1 cheese 0', '1 olives 300'],
    ],
    ['units free, not modifiers', ['toppings'], [{ m: 'cheese', q: 3 }], null, ['2 cheese 0', '1 cheese 150']],
    [
      'what costs nothing not counted as free',
      ['toppings'],
      ['basil', 'less_sauce', 'ham', 'cheese'],
      null,
      ['1 ham 0', '1 cheese 0', '1 basil 0', '1 less_sauce -30'],
    ],
    ['by group where two offer it', ['milk', 'bread'], [{ m: 'whole', g: 'bread' }], null, ['1 whole 0', '1 whole 0']],
    ['several defaults', ['two_of_three'], [], null, ['1 a 0', '1 b 0']],
    ['none of the defaults, by a quantity of none', ['two_of_three'], [{ m: 'a', q: 0 }], null, []],
  ])('%s', (_, codes, chosen, size, expected) => {
    expect(shortly(selectModifiers(offered(GROUPS, ...codes), wishes(chosen), size, '/lines/0'))).toEqual(expected);
  });

  test('as many defaults as a lowered maximum allows', () => {
    const lowered = offered(GROUPS, 'two_of_three').map((one) => ({ ...one, max: 1 }));
    expect(shortly(selectModifiers(lowered, [], null, ''))).toEqual(['1 a 0']);
  });

  test('a default that is not active is not taken', () => {
    const groups = offered([group('g', [modifier('a', { default: true, active: false })])], 'g');
    expect(selectModifiers(groups, [], null, '')).toEqual([]);
  });

  test('with id, codes and name', () => {
    const [selected] = selectModifiers(offered(GROUPS, 'milk'), wishes(['oat']), null, '/lines/0');
    expect(selected).toEqual({
      id: 'id of oat',
      modifier: 'oat',
      group: 'milk',
      name: 'oat',
      quantity: 1,
      price: USD(50),
    });
  });
});

describe('what is refused', () => {
  test.each<[string, string[], Wish[], string, string]>([
    ['a modifier that nobody knows', ['milk'], ['soy'], 'modifier_unknown', '/lines/0/modifiers/0'],
    [
      'one of a group that does not have it',
      ['milk', 'extras'],
      [{ m: 'oat', g: 'extras' }],
      'modifier_unknown',
      '/lines/0/modifiers/0',
    ],
    [
      'one of a group that is not offered',
      ['milk'],
      [{ m: 'shot', g: 'extras' }],
      'modifier_unknown',
      '/lines/0/modifiers/0',
    ],
    ['any where nothing is offered', [], ['oat'], 'modifier_unknown', '/lines/0/modifiers/0'],
    [
      'something nested where nothing is',
      ['milk'],
      [{ m: 'oat', with: ['vanilla'] }],
      'modifier_unknown',
      '/lines/0/modifiers/0/modifiers/0',
    ],
    ['something nested without its parent', ['extras'], ['vanilla'], 'modifier_unknown', '/lines/0/modifiers/0'],
    ['one that two groups offer', ['milk', 'bread'], ['whole'], 'modifier_ambiguous', '/lines/0/modifiers/0'],
    ['one that is not active', ['extras'], ['shot', 'gone'], 'modifier_not_available', '/lines/0/modifiers/1'],
    ['none of a group that needs one', ['bread'], [], 'modifier_required', '/lines/0/modifiers'],
    [
      'none in words of a group that needs one',
      ['milk'],
      [{ m: 'oat', q: 0 }],
      'modifier_required',
      '/lines/0/modifiers',
    ],
    [
      'none where a nested group needs one',
      ['extras'],
      [{ m: 'syrup', with: [{ m: 'vanilla', q: 0 }] }],
      'modifier_required',
      '/lines/0/modifiers/0/modifiers',
    ],
    ['more than the group allows', ['milk'], ['whole', 'oat'], 'too_many_modifiers', '/lines/0/modifiers/1'],
    ['more by quantity', ['milk'], [{ m: 'oat', q: 2 }], 'too_many_modifiers', '/lines/0/modifiers/0'],
    [
      'more than the modifier allows',
      ['extras'],
      ['shot', { m: 'shot', q: 2 }],
      'too_many_modifiers',
      '/lines/0/modifiers/1',
    ],
    ['more than anybody wants', ['toppings'], [{ m: 'ham', q: 1000 }], 'too_many_modifiers', '/lines/0/modifiers/0'],
    [
      'more of a nested group',
      ['extras'],
      [{ m: 'syrup', with: ['vanilla', { m: 'hazelnut', q: 2 }] }],
      'too_many_modifiers',
      '/lines/0/modifiers/0/modifiers/1',
    ],
  ])('%s', (_, codes, chosen, code, pointer) => {
    const work = () => selectModifiers(offered(GROUPS, ...codes), wishes(chosen), null, '/lines/0');
    expect(refusalOf(work)).toEqual({ code, pointer });
  });
});

describe('whatever is chosen', () => {
  const codes = ['m0', 'm1', 'm2', 'm3', 'm4'];
  const anyModifier = (code: string): fc.Arbitrary<Modifier> =>
    fc
      .record({
        price: fc.integer({ min: -200, max: 500 }),
        size: fc.integer({ min: 0, max: 500 }),
        isDefault: fc.boolean(),
      })
      .map(({ price, size, isDefault }) =>
        modifier(code, {
          price: USD(price),
          prices: { L: USD(size) },
          default: isDefault,
          groups: code === 'm0' ? ['inner'] : [],
        }),
      );
  const anyGroup = fc
    .record({ modifiers: fc.tuple(...codes.map(anyModifier)), freeQuantity: fc.nat(6) })
    .map(({ modifiers, freeQuantity }) => group('outer', modifiers, { freeQuantity }));
  const inner = group('inner', [modifier('n0', { price: USD(7), default: true }), modifier('n1', { price: USD(11) })]);
  const anyChosen = fc.array(
    fc.record({
      m: fc.constantFrom(...codes),
      q: fc.integer({ min: 1, max: 4 }),
      nested: fc.subarray(['n0', 'n1']),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const anySize = fc.constantFrom(null, 'L', 'M');
  const worth = (selected: readonly SelectedModifier[]): number =>
    selected.reduce((total, { quantity, price }) => total + quantity * price.amount, 0);
  const choicesOf = (list: readonly { m: string; q: number; nested: string[] }[]) =>
    wishes(list.map(({ m, q, nested }) => ({ m, q, with: m === 'm0' ? nested : [] })));

  test('the order of choices changes no amount, and without repeated parents no entry', () => {
    fc.assert(
      fc.property(anyGroup, anyChosen, anySize, (outer, list, size) => {
        const groups = offered([outer, inner], 'outer');
        const there = selectModifiers(groups, choicesOf(list), size, '');
        const back = selectModifiers(groups, choicesOf([...list].reverse()), size, '');
        expect(worth(back)).toBe(worth(there));
        if (list.filter(({ m }) => m === 'm0').length < 2) expect(back).toEqual(there);
      }),
    );
  });

  test('quantities are kept, and what is free is the cheapest of what costs something', () => {
    fc.assert(
      fc.property(anyGroup, anyChosen, anySize, (outer, list, size) => {
        const groups = offered([outer, inner], 'outer');
        const own = selectModifiers(groups, choicesOf(list), size, '').filter((one) => one.group === 'outer');
        const priceOf = (code: string): number => {
          const found = outer.modifiers.find((one) => one.code === code);
          return (size === 'L' ? found?.prices['L'] : found?.price)?.amount ?? NaN;
        };
        const units = list.flatMap(({ m, q }) => Array.from({ length: q }, () => priceOf(m)));
        const free = units
          .filter((price) => price > 0)
          .sort((a, b) => a - b)
          .slice(0, outer.freeQuantity);
        const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
        expect(own.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(units.length);
        expect(worth(own)).toBe(total(units) - total(free));
      }),
    );
  });

  test('what is nested counts as often as its parent', () => {
    fc.assert(
      fc.property(anyGroup, anyChosen, (outer, list) => {
        const selected = selectModifiers(offered([outer, inner], 'outer'), choicesOf(list), null, '');
        const expected = list
          .filter(({ m }) => m === 'm0')
          .reduce((sum, { q, nested }) => sum + q * (nested.length === 0 ? 1 : nested.length), 0);
        const nested = selected.filter((one) => one.group === 'inner');
        expect(nested.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(expected);
      }),
    );
  });
});
