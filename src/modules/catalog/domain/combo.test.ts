import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import { selectComponents, type ChosenComponent, type SelectedPart } from './combo-choice.js';
import { defineCombo, removeCombo } from './combo-lifecycle.js';
import type { Combo, ComboChoice, ComboDraft, ComboSlot, PartItem } from './combo.js';
import { itemId } from './item.examples.js';
import { USD } from './modifier-group.examples.js';

const choice = (sku: string, said: Partial<ComboChoice> = {}): ComboChoice => ({
  sku,
  category: null,
  upcharge: USD(0),
  default: false,
  ...said,
});
const any = (category: string, upcharge = 0): ComboChoice => ({
  sku: null,
  category,
  upcharge: USD(upcharge),
  default: false,
});
const slot = (code: string, min: number, max: number, ...choices: ComboChoice[]): ComboSlot => ({
  code,
  name: code,
  min,
  max,
  choices,
});

const ITEMS: Record<string, PartItem> = {
  burger: { kind: 'product', category: 'Food' },
  fries: { kind: 'product', category: 'Sides' },
  salad: { kind: 'product', category: 'Sides' },
  cola: { kind: 'product', category: 'Drinks' },
  shake: { kind: 'product', category: 'Drinks' },
  dip: { kind: 'product', category: 'Dips' },
  meal: { kind: 'combo', category: 'Drinks' },
  card: { kind: 'gift_card', category: 'Drinks' },
};
const parts = new Map(Object.entries(ITEMS));
const main = slot('main', 1, 1, choice('burger'));
const slots = [
  main,
  slot('side', 1, 1, choice('fries', { default: true }), choice('salad', { upcharge: USD(50) })),
  slot('drink', 1, 2, choice('shake', { upcharge: USD(120) }), any('Drinks', 30)),
  slot('dips', 0, 3, choice('dip', { upcharge: USD(40) })),
];
const wish = (code: string, sku: string, quantity = 1): Omit<ChosenComponent, 'pointer'> => ({
  slot: code,
  sku,
  quantity,
});

function select(list: readonly Omit<ChosenComponent, 'pointer'>[], of: readonly ComboSlot[] = slots): SelectedPart[] {
  const chosen = list.map((one, index) => ({ ...one, pointer: `/lines/0/components/${index}` }));
  return selectComponents({ slots: of }, chosen, (sku) => parts.get(sku), { sku: 'lunch' }, '/lines/0');
}

function refusalOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, ...error.fields.map(({ pointer }) => pointer)];
    throw error;
  }
  return [];
}

describe('what is chosen for a combo', () => {
  const shortly = (list: readonly SelectedPart[]): string[] =>
    list.map(({ sku, quantity, upcharge, component }) => `${quantity} ${sku} ${upcharge.amount} ${component ?? '-'}`);

  test.each<[string, Omit<ChosenComponent, 'pointer'>[], string[]]>([
    ['what is always in it and defaults', [wish('drink', 'cola')], ['1 burger 0 -', '1 fries 0 -', '1 cola 30 0']],
    [
      'a choice instead of a default',
      [wish('drink', 'cola'), wish('side', 'salad')],
      ['1 burger 0 -', '1 salad 50 1', '1 cola 30 0'],
    ],
    [
      'a price by SKU before that by category',
      [wish('drink', 'shake')],
      ['1 burger 0 -', '1 fries 0 -', '1 shake 120 0'],
    ],
    [
      'the extra price of all of a part',
      [wish('drink', 'cola'), wish('dips', 'dip', 3)],
      ['1 burger 0 -', '1 fries 0 -', '1 cola 30 0', '3 dip 120 1'],
    ],
    [
      'several of one slot',
      [wish('drink', 'cola'), wish('drink', 'shake')],
      ['1 burger 0 -', '1 fries 0 -', '1 cola 30 0', '1 shake 120 1'],
    ],
    [
      'the fixed part by name',
      [wish('main', 'burger'), wish('drink', 'cola')],
      ['1 burger 0 0', '1 fries 0 -', '1 cola 30 1'],
    ],
    [
      'none of what is optional',
      [wish('drink', 'cola'), wish('dips', 'dip', 0)],
      ['1 burger 0 -', '1 fries 0 -', '1 cola 30 0'],
    ],
  ])('%s', (_, chosen, expected) => expect(shortly(select(chosen))).toEqual(expected));

  test('of what is always in it as many as must be', () => {
    expect(shortly(select([], [slot('eggs', 3, 3, choice('dip', { upcharge: USD(10) }))]))).toEqual(['3 dip 30 -']);
  });

  test.each<[string, Omit<ChosenComponent, 'pointer'>[], string, string]>([
    ['a slot that is not there', [wish('dessert', 'cola')], 'combo_slot_unknown', '/lines/0/components/0/slot'],
    ['an item that is no choice', [wish('drink', 'fries')], 'combo_component_unknown', '/lines/0/components/0/sku'],
    ['an item that nobody knows', [wish('drink', 'x')], 'combo_component_unknown', '/lines/0/components/0/sku'],
    ['a combo of the category', [wish('drink', 'meal')], 'combo_component_unknown', '/lines/0/components/0/sku'],
    ['a gift card of the category', [wish('drink', 'card')], 'combo_component_unknown', '/lines/0/components/0/sku'],
    ['too little', [], 'combo_slot_incomplete', '/lines/0/components'],
    ['too little, in words', [wish('drink', 'cola', 0)], 'combo_slot_incomplete', '/lines/0/components'],
    ['too much', [wish('drink', 'cola', 2), wish('drink', 'shake')], 'combo_slot_overfull', '/lines/0/components/1'],
    [
      'something else than what is always in it',
      [wish('drink', 'cola'), wish('main', 'dip')],
      'combo_component_unknown',
      '/lines/0/components/1/sku',
    ],
  ])('%s is refused', (_, chosen, code, pointer) => {
    expect(refusalOf(() => select(chosen))).toEqual([code, pointer]);
  });

  test('whatever is chosen, the parts are within each slot’s numbers, and what they cost extra is that of the choices', () => {
    const skus = Object.keys(ITEMS);
    const anyWish = fc.tuple(fc.constantFrom('main', 'side', 'drink', 'dips'), fc.constantFrom(...skus), fc.nat(3));
    const extra: Record<string, number> = { burger: 0, fries: 0, salad: 50, cola: 30, shake: 120, dip: 40 };
    fc.assert(
      fc.property(fc.array(anyWish, { maxLength: 5 }), (list) => {
        const chosen = list.map(([code, sku, quantity]) => wish(code, sku, quantity));
        let selected: SelectedPart[];
        try {
          selected = select(chosen);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          return;
        }
        const slotOf = ({ sku, component }: SelectedPart): string =>
          component === null ? (sku === 'burger' ? 'main' : 'side') : (chosen[component]?.slot ?? 'none');
        for (const { code, min, max } of slots) {
          const inIt = selected.filter((part) => slotOf(part) === code);
          const total = inIt.reduce((sum, { quantity }) => sum + quantity, 0);
          expect(total >= min && total <= max).toBe(true);
        }
        for (const { sku, quantity, upcharge } of selected)
          expect(upcharge.amount).toBe(quantity * (extra[sku] ?? NaN));
      }),
    );
  });
});

describe('a definition', () => {
  const item = { sku: 'lunch', kind: 'combo', price: USD(990) } as const;
  const none: Combo = { itemId: itemId(1), definition: null, version: 0 };
  const draft: ComboDraft = { pricing: { kind: 'fixed', rate: null }, slots };
  const withSlot = (said: Partial<ComboSlot>): ComboDraft => ({ ...draft, slots: [{ ...main, ...said }] });

  test('counts up, tells what was before, and can be taken away', () => {
    const first = defineCombo(none, item, draft, parts);
    expect(first).toMatchObject({
      state: { version: 1, definition: draft },
      events: [{ sequence: 1, data: { before: null, sku: 'lunch' } }],
    });
    expect(defineCombo(first.state, item, draft, parts, 1)).toEqual({ state: first.state, events: [] });
    const removed = removeCombo(first.state, 'lunch', 1);
    expect(removed).toMatchObject({
      state: { version: 2, definition: null },
      events: [{ type: 'pos.catalog.combo_changed', sequence: 2, data: { combo: null, before: draft } }],
    });
    expect(refusalOf(() => removeCombo(removed.state, 'lunch'))).toEqual(['combo_not_found']);
    expect(refusalOf(() => defineCombo(removed.state, item, draft, parts, 1))).toEqual(['version_mismatch']);
    expect(defineCombo(removed.state, item, draft, parts).state.version).toBe(3);
  });

  test('an upcharge that is left out is none', () => {
    const open: ComboDraft = {
      ...draft,
      slots: [{ ...main, choices: [{ ...choice('burger'), upcharge: null }] }],
    };
    expect(defineCombo(none, item, open, parts).state.definition?.slots[0]?.choices[0]?.upcharge).toEqual(USD(0));
  });

  test.each<[string, ComboDraft, string[]]>([
    ['no slots', { ...draft, slots: [] }, ['/slots']],
    [
      'too many slots',
      { ...draft, slots: Array.from({ length: 21 }, (_, n) => slot(`s${n}`, 1, 1, choice('dip'))) },
      ['/slots'],
    ],
    ['a slot twice', { ...draft, slots: [main, main] }, ['/slots/1/code']],
    ['something off without how much', { ...draft, pricing: { kind: 'percent_off', rate: null } }, ['/pricing/rate']],
    ['more off than there is', { ...draft, pricing: { kind: 'percent_off', rate: '100.1' } }, ['/pricing/rate']],
    ['a rate with a fixed price', { ...draft, pricing: { kind: 'fixed', rate: '10' } }, ['/pricing/rate']],
    ['a blank code', withSlot({ code: '' }), ['/slots/0/code']],
    ['a maximum below the minimum', withSlot({ min: 2 }), ['/slots/0/max']],
    ['a maximum of none', withSlot({ min: 0, max: 0 }), ['/slots/0/max']],
    ['nothing to choose from', withSlot({ choices: [] }), ['/slots/0/choices']],
    ['a choice twice', withSlot({ choices: [choice('dip'), choice('dip')] }), ['/slots/0/choices/1']],
    [
      'more defaults than the maximum',
      withSlot({ choices: [choice('dip', { default: true }), choice('cola', { default: true })] }),
      ['/slots/0/choices'],
    ],
    ['neither item nor category', withSlot({ choices: [{ ...choice('x'), sku: null }] }), ['/slots/0/choices/0']],
    ['both item and category', withSlot({ choices: [{ ...choice('dip'), category: 'Dips' }] }), ['/slots/0/choices/0']],
    [
      'a category by default',
      withSlot({ choices: [{ ...any('Dips'), default: true }] }),
      ['/slots/0/choices/0/default'],
    ],
    [
      'an upcharge below zero',
      withSlot({ choices: [choice('dip', { upcharge: USD(-1) })] }),
      ['/slots/0/choices/0/upcharge/amount'],
    ],
    [
      'an upcharge in another currency',
      withSlot({ choices: [choice('dip', { upcharge: { amount: 1, currency: 'EUR' } })] }),
      ['/slots/0/choices/0/upcharge/currency'],
    ],
    ['an item that is not there', withSlot({ choices: [choice('x')] }), ['/slots/0/choices/0/sku']],
    ['a combo in it', withSlot({ choices: [choice('dip'), choice('meal')] }), ['/slots/0/choices/1/sku']],
    ['a gift card in it', withSlot({ choices: [choice('card')] }), ['/slots/0/choices/0/sku']],
  ])('with %s is refused with its place', (_, wrong, pointers) => {
    expect(refusalOf(() => defineCombo(none, item, wrong, parts))).toEqual(['combo_invalid', ...pointers]);
  });

  test('is for items of its kind only', () => {
    expect(refusalOf(() => defineCombo(none, { ...item, kind: 'product' }, draft, parts))).toEqual([
      'combo_invalid',
      '/path/itemId',
    ]);
  });
});
