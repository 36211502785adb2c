import { Refusal } from '../../../kernel/refusal.js';
import { group, modifier, USD } from './modifier-group.examples.js';
import { addGroup, changeGroup, deleteGroup } from './modifier-group-lifecycle.js';
import { GROUP_MAX } from './modifier-group-problems.js';
import type { ModifierDetails, ModifierGroup, ModifierGroupDetails, ModifierId } from './modifier-group.js';
import { assertNesting, nestingOf } from './modifier-nesting.js';

const EUR = { amount: 1, currency: 'EUR' };
const sauces = group('sauces', [modifier('ketchup', { default: true }), modifier('mayo', { price: USD(20) })], {
  max: 2,
});
const ids = (code: string): ModifierId => `new ${code}` as ModifierId;

function refusalOf(work: () => unknown): { code: string; pointers: string[] } {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, pointers: error.fields.map(({ pointer }) => pointer) };
    throw error;
  }
  return { code: 'nothing', pointers: [] };
}

describe('a group', () => {
  test('is added with ids for its modifiers and tells of itself', () => {
    const { state, events } = addGroup(sauces.id, sauces, ids);
    expect(state).toMatchObject({ version: 1, modifiers: [{ id: 'new ketchup' }, { id: 'new mayo' }] });
    expect(events).toEqual([
      expect.objectContaining({
        type: 'pos.catalog.modifier_group_changed',
        aggregate: 'modifier_groups',
        aggregateId: sauces.id,
        sequence: 1,
        data: { group: state, before: null },
      }),
    ]);
  });

  test('that comes back goes on counting', () => {
    expect(addGroup(sauces.id, sauces, ids, 4)).toMatchObject({ state: { version: 5 }, events: [{ sequence: 5 }] });
  });

  test('keeps the ids of modifiers whose codes stay, and tells what was before', () => {
    const modifiers: ModifierDetails[] = [modifier('mayo', { price: USD(30) }), modifier('bbq')];
    const { state, events } = changeGroup(sauces, { modifiers, max: 1 }, () => 'fresh' as ModifierId);
    expect(state.modifiers.map(({ code, id }) => [code, id])).toEqual([
      ['mayo', 'id of mayo'],
      ['bbq', 'fresh'],
    ]);
    expect(events).toMatchObject([{ sequence: 2, data: { group: state, before: sauces } }]);
  });

  test.each<[string, Partial<ModifierGroupDetails>]>([
    ['nothing', {}],
    ['the same', { ...sauces, modifiers: sauces.modifiers.map((one) => ({ ...one, prices: {}, groups: [] })) }],
  ])('changed to %s stays as it is', (_, changes) => {
    expect(changeGroup(sauces, changes, () => 'fresh' as ModifierId)).toEqual({ state: sauces, events: [] });
  });

  test('is changed and deleted on the version that the caller saw only', () => {
    const code = 'version_mismatch';
    expect(refusalOf(() => changeGroup(sauces, { name: 'x' }, () => ids(''), 7))).toMatchObject({ code });
    expect(refusalOf(() => deleteGroup(sauces, [], 7))).toMatchObject({ code });
  });

  test('is deleted when nothing refers to it', () => {
    expect(deleteGroup(sauces, [])).toMatchObject({
      state: { version: 2 },
      events: [{ type: 'pos.catalog.modifier_group_deleted', sequence: 2, data: { group: sauces } }],
    });
    expect(refusalOf(() => deleteGroup(sauces, ['the item burger']))).toMatchObject({ code: 'modifier_group_in_use' });
  });

  const withModifier = (said: Partial<ModifierDetails>): Partial<ModifierGroupDetails> => ({
    modifiers: [modifier('one', said)],
  });
  test.each<[string, Partial<ModifierGroupDetails>, string[]]>([
    ['a blank code', { code: ' ' }, ['/code']],
    ['a name with a control character', { name: 'a\u0007' }, ['/name']],
    [
      'a currency that is none',
      { currency: 'XXX', modifiers: [modifier('a', { price: { amount: 1, currency: 'XXX' } })] },
      ['/currency'],
    ],
    ['no modifiers', { modifiers: [] }, ['/modifiers']],
    ['too many modifiers', { modifiers: Array.from({ length: 101 }, (_, n) => modifier(`m${n}`)) }, ['/modifiers']],
    ['a code twice', { modifiers: [modifier('a'), modifier('a')] }, ['/modifiers/1/code']],
    ['a minimum below zero', { min: -1 }, ['/min']],
    ['a maximum below the minimum', { min: 3, max: 2 }, ['/max']],
    ['a maximum of none', { max: 0, modifiers: [modifier('a')] }, ['/max']],
    [
      'a maximum below the number of defaults',
      { max: 1, modifiers: [modifier('a', { default: true }), modifier('b', { default: true })] },
      ['/max'],
    ],
    ['a minimum that cannot be reached', { min: 3, max: null, ...withModifier({ maxQuantity: 2 }) }, ['/min']],
    ['a free quantity below zero', { freeQuantity: -1 }, ['/freeQuantity']],
    ['half a minimum', { min: 0.5 }, ['/min']],
    ['a price in another currency', withModifier({ price: EUR }), ['/modifiers/0/price/currency']],
    [
      'a size with another currency',
      withModifier({ prices: { 'L/XL~': EUR } }),
      ['/modifiers/0/prices/L~1XL~0/currency'],
    ],
    ['a blank size', withModifier({ prices: { '': USD(1) } }), ['/modifiers/0/prices/']],
    ['a quantity of none', withModifier({ maxQuantity: 0 }), ['/modifiers/0/maxQuantity']],
    ['an allergen twice', withModifier({ allergens: ['milk', 'milk'] }), ['/modifiers/0/allergens/1']],
    ['a nested group twice', withModifier({ groups: ['x', 'x'] }), ['/modifiers/0/groups/1']],
    ['too many nested groups', withModifier({ groups: ['a', 'b', 'c', 'd', 'e', 'f'] }), ['/modifiers/0/groups']],
  ])('with %s is refused with its place', (_, said, pointers) => {
    const details = { ...sauces, ...said };
    expect(refusalOf(() => addGroup(sauces.id, details, ids))).toEqual({ code: 'modifier_group_invalid', pointers });
  });

  test('may be as large as the limits say', () => {
    const modifiers = Array.from({ length: GROUP_MAX.modifiers }, (_, n) => modifier(`m${n}`));
    expect(addGroup(sauces.id, { ...sauces, modifiers, max: null }, ids).state.modifiers).toHaveLength(100);
  });
});

describe('nesting', () => {
  const nesting = (code: string, ...nested: string[]): ModifierGroup =>
    group(code, [modifier(`${code}_plain`), modifier(`${code}_nest`, { groups: nested })]);
  const check = (saved: ModifierGroup, ...others: ModifierGroup[]) =>
    refusalOf(() => assertNesting(saved, others.map(nestingOf)));
  const fine = { code: 'nothing', pointers: [] };
  const refused = (...pointers: string[]) => ({ code: 'modifier_group_invalid', pointers });

  test('to depth 4 is fine, and a group may come by several ways', () => {
    expect(check(nesting('a', 'b', 'c'), nesting('b', 'c'), nesting('c', 'd'), nesting('d'))).toEqual(fine);
  });

  test.each<[string, ModifierGroup, ModifierGroup[], string]>([
    ['itself', nesting('a', 'a'), [], '/modifiers/1/groups/0'],
    ['a circle of two', nesting('a', 'x', 'b'), [nesting('x'), nesting('b', 'a')], '/modifiers/1/groups/1'],
    [
      'a circle of four',
      nesting('a', 'b'),
      [nesting('b', 'c'), nesting('c', 'd'), nesting('d', 'a')],
      '/modifiers/1/groups/0',
    ],
    ['a group that is not there', nesting('a', 'b'), [], '/modifiers/1/groups/0'],
    [
      'five levels',
      nesting('a', 'b'),
      ['b', 'c', 'd', 'e'].map((code, n) => nesting(code, ...['cde'[n] ?? []].flat())),
      '/modifiers/1/groups/0',
    ],
    [
      'five levels, seen from below',
      nesting('c', 'd'),
      [nesting('a', 'b'), nesting('b', 'c'), nesting('d', 'e'), nesting('e')],
      '/modifiers/1/groups/0',
    ],
    ['another currency', nesting('a', 'b'), [{ ...nesting('b'), currency: 'EUR' }], '/modifiers/1/groups/0'],
    ['another currency, seen from below', { ...nesting('b'), currency: 'EUR' }, [nesting('a', 'b')], '/currency'],
  ])('%s is refused with its place', (_, saved, others, pointer) => {
    expect(check(saved, ...others)).toEqual(refused(pointer));
  });

  test('of more than a screen can show is refused', () => {
    const wide = (code: string, nested: string[]): ModifierGroup =>
      group(
        code,
        Array.from({ length: 40 }, (_, n) => modifier(`${code}${n}`, { groups: nested })),
      );
    expect(check(wide('a', ['b']), wide('b', []))).toEqual(refused('/modifiers'));
    expect(check(wide('b', []), wide('a', ['b']))).toEqual(refused('/modifiers'));
    expect(check(group('a', [modifier('m', { groups: ['b'] })]), wide('b', []))).toEqual(fine);
  });

  test('many groups that share what is nested are looked through quickly', () => {
    const layer = (name: string, next: string): ModifierGroup[] =>
      Array.from({ length: 100 }, (_, n) =>
        nesting(`${name}${n}`, ...(next === '' ? [] : Array.from({ length: 5 }, (__, m) => `${next}${(n + m) % 100}`))),
      );
    const others = [...layer('a', 'b'), ...layer('b', 'c'), ...layer('c', '')];
    expect(check(nesting('top', 'a0'), ...others)).toEqual(fine);
  });
});
