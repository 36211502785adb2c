import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decimal } from '../../../kernel/decimal.js';
import { Refusal } from '../../../kernel/refusal.js';
import { readPromotionRule } from './read-rule.js';
import type { EffectDraft, RuleDraft } from './rule-draft.js';
import { assertSound, type PromotionDetails } from './promotion-details.js';
import { details, PROMOTION, tenPercent, USD } from './promotion.examples.js';

const AS = { id: PROMOTION, version: 3 };
const EUR = { amount: 5, currency: 'EUR' };
const many = (count: number, begin = 's'): string[] => Array.from({ length: count }, (_, index) => `${begin}${index}`);

function pointersOf(draft: RuleDraft): string[] {
  try {
    readPromotionRule(draft, AS, '/draft');
  } catch (error) {
    if (error instanceof Refusal && error.code === 'promotion_invalid')
      return error.fields.map(({ pointer }) => pointer.replace(/^\/draft/, ''));
    throw error;
  }
  return [];
}

const buyGet: EffectDraft = { kind: 'buy_get', buy: 2, get: 1, rate: '100', pick: 'cheapest' };
const bundle: EffectDraft = {
  kind: 'bundle',
  parts: [{ select: { skus: ['a'] }, quantity: 1 }],
  offer: { price: USD(500) },
};
const tiers = (...froms: string[]): EffectDraft => ({
  kind: 'quantity_break',
  of: 'item',
  tiers: froms.map((from) => ({ from, rate: '5' })),
});

const effects: readonly [string, EffectDraft, string[]][] = [
  ['percent_off', { kind: 'percent_off', rate: '12.5' }, []],
  ['0 percent', { kind: 'percent_off', rate: '0' }, []],
  ['100 percent', { kind: 'percent_off', rate: '100' }, []],
  ['more than all', { kind: 'percent_off', rate: '100.000001' }, ['/effect/rate']],
  ['less than nothing', { kind: 'percent_off', rate: '-1' }, ['/effect/rate']],
  ['a rate that is none', { kind: 'percent_off', rate: '1e1' }, ['/effect/rate']],
  ['no rate', { kind: 'percent_off' }, ['/effect/rate']],
  ['what belongs to another kind', { kind: 'percent_off', rate: '5', amount: USD(5) }, ['/effect/amount']],
  ['a kind that is none', { kind: 'constructor' }, ['/effect/kind']],
  ['amount_off', { kind: 'amount_off', amount: USD(5) }, []],
  ['no amount', { kind: 'amount_off' }, ['/effect/amount']],
  ['a negative amount', { kind: 'amount_off', amount: USD(-5) }, ['/effect/amount/amount']],
  [
    'a currency that is none',
    { kind: 'amount_off', amount: { amount: 5, currency: 'XXX' } },
    ['/effect/amount/currency'],
  ],
  ['a price of nothing', { kind: 'fixed_price', price: USD(0) }, []],
  ['tiers', tiers('2', '5', '10.5'), []],
  ['no tiers', tiers(), ['/effect/tiers']],
  ['tiers that fall', tiers('5', '2'), ['/effect/tiers/1/from']],
  ['tiers that stay', tiers('2', '2.0'), ['/effect/tiers/1/from']],
  ['a tier from nothing', tiers('0'), ['/effect/tiers/0/from']],
  ['21 tiers', tiers(...many(21).map((_, index) => String(index + 1))), ['/effect/tiers']],
  ['a tier without anything', { kind: 'quantity_break', of: 'line', tiers: [{ from: '1' }] }, ['/effect/tiers/0']],
  [
    'a tier with both',
    { kind: 'quantity_break', of: 'line', tiers: [{ from: '1', rate: '5', price: USD(1) }] },
    ['/effect/tiers/0'],
  ],
  [
    'a tier with a bad rate, of nothing',
    { kind: 'quantity_break', tiers: [{ from: '1', rate: '101' }] },
    ['/effect/of', '/effect/tiers/0/rate'],
  ],
  ['buy_get', buyGet, []],
  ['buy_get of something else', { ...buyGet, getSelect: { skus: ['b'] } }, []],
  ['buying nothing', { ...buyGet, buy: 0 }, ['/effect/buy']],
  ['getting half', { ...buyGet, get: 0.5 }, ['/effect/get']],
  ['a pick that is none', { ...buyGet, pick: 'dearest' }, ['/effect/pick']],
  ['getting from an empty list', { ...buyGet, getSelect: { categories: [] } }, ['/effect/getSelect/categories']],
  ['units_off', { kind: 'units_off', units: 1, rate: '100' }, []],
  ['no units', { kind: 'units_off', units: 0, rate: '100' }, ['/effect/units']],
  ['a bundle', bundle, []],
  ['a bundle of nothing', { ...bundle, parts: [] }, ['/effect/parts']],
  ['a bundle without an offer', { kind: 'bundle', parts: bundle.parts }, ['/effect/offer']],
  ['a bundle with two offers', { ...bundle, offer: { price: USD(1), rate: '5' } }, ['/effect/offer']],
  ['a bundle of no units', { ...bundle, parts: [{ select: {}, quantity: 0 }] }, ['/effect/parts/0/quantity']],
];
test.each(effects)('an effect: %s', (_, effect, pointers) => {
  expect(pointersOf({ ...tenPercent, effect })).toEqual(pointers);
});

const windows = [{ weekdays: [5], from: '22:00', to: '02:00' }];
const rules: readonly [string, Partial<RuleDraft>, string[]][] = [
  ['nothing but a name and an effect', {}, []],
  ['a blank name', { name: ' ' }, ['/name']],
  ['a name that is no text', { name: 'a\u0000' }, ['/name']],
  ['a long name', { name: 'x'.repeat(201) }, ['/name']],
  ['the first priority', { priority: 0 }, []],
  ['the last priority', { priority: 999 }, []],
  ['a priority after the last', { priority: 1000 }, ['/priority']],
  ['a level that is none', { level: 'receipt' }, ['/level']],
  ['percent off the order', { level: 'order' }, []],
  ['amount off the order', { level: 'order', effect: { kind: 'amount_off', amount: USD(5) } }, []],
  ['a bundle of the order', { level: 'order', effect: bundle }, ['/level']],
  ['buy_get of the order', { level: 'order', effect: buyGet }, ['/level']],
  ['500 SKUs', { select: { skus: many(500) } }, []],
  ['501 SKUs', { select: { skus: many(501) } }, ['/select/skus']],
  ['no SKUs', { select: { skus: [] } }, ['/select/skus']],
  ['a SKU twice', { select: { skus: ['a', 'a'] } }, ['/select/skus']],
  ['a blank category', { select: { excludeCategories: ['ok', ''] } }, ['/select/excludeCategories/1']],
  [
    'too many entries together',
    {
      select: { skus: many(500), categories: many(500), excludeSkus: many(500, 'x') },
      conditions: { select: { skus: many(500), categories: ['one too many'] }, minQuantity: '1' },
    },
    ['/select'],
  ],
  ['a condition', { conditions: { minAmount: USD(5000), select: { categories: ['Food'] } } }, []],
  ['a condition that asks nothing', { conditions: {} }, ['/conditions']],
  ['a condition that is always met', { conditions: { minAmount: USD(0) } }, ['/conditions/minAmount/amount']],
  ['a quantity of nothing', { conditions: { minQuantity: '0' } }, ['/conditions/minQuantity']],
  ['a happy hour', { schedule: { windows } }, []],
  [
    'a day that is none',
    { schedule: { windows: [{ ...windows[0], weekdays: [8] } as never] } },
    ['/schedule/windows/0/weekdays'],
  ],
  [
    'days that end before they begin',
    { schedule: { startsOn: '2026-02-02', endsOn: '2026-02-01', windows } },
    ['/schedule/endsOn'],
  ],
  ['a blank group', { exclusiveGroup: '' }, ['/exclusiveGroup']],
  ['times of a bundle', { effect: bundle, timesMax: 2 }, []],
  ['no times', { effect: bundle, timesMax: 0 }, ['/timesMax']],
  ['times of a percentage', { timesMax: 1 }, ['/timesMax']],
  ['a cap', { amountMax: USD(100) }, []],
  ['a cap of nothing', { amountMax: USD(0) }, ['/amountMax/amount']],
  ['two currencies', { effect: { kind: 'amount_off', amount: USD(5) }, amountMax: EUR }, ['/amountMax/currency']],
  [
    'everything wrong',
    { name: '', priority: -1, effect: { kind: 'units_off' } },
    ['/name', '/priority', '/effect/units', '/effect/rate'],
  ],
];
test.each(rules)('a rule with %s', (_, changes, pointers) => {
  expect(pointersOf({ ...tenPercent, ...changes })).toEqual(pointers);
});

test('what is left out has its default, and the rule is frozen to the bottom', () => {
  const rule = readPromotionRule({ ...tenPercent, select: { skus: ['a'] } }, AS);
  expect(rule).toEqual({
    ...{ id: PROMOTION, version: 3, name: 'Ten percent', priority: 500, level: 'line', schedule: null },
    ...{ select: { skus: ['a'], comboParts: false }, conditions: null, exclusiveGroup: null, stackable: true },
    ...{ effect: { kind: 'percent_off', rate: decimal('10') }, timesMax: null, amountMax: null },
  });
  expect([rule, rule.select, rule.select.skus, rule.effect].every((part) => Object.isFrozen(part))).toBe(true);
});

test.each<[string, EffectDraft, object]>([
  ['tiers', tiers('2'), { of: 'item', tiers: [{ from: decimal('2'), rate: decimal('5') }] }],
  [
    'buy_get',
    { ...buyGet, getSelect: { skus: ['b'] } },
    { buy: 2, get: 1, getSelect: { skus: ['b'], comboParts: false } },
  ],
  [
    'a bundle',
    bundle,
    { parts: [{ select: { skus: ['a'], comboParts: false }, quantity: 1 }], offer: { price: USD(500) } },
  ],
  ['a fixed price', { kind: 'fixed_price', price: USD(5) }, { price: USD(5) }],
  ['units', { kind: 'units_off', units: 2, rate: '50' }, { units: 2, rate: decimal('50') }],
])('the engine is given %s', (_, effect, given) => {
  expect(readPromotionRule({ ...tenPercent, effect }, AS).effect).toMatchObject({ kind: effect.kind, ...given });
});

const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');
const shapes = [...readme.matchAll(/\*\*(?<title>[^*]+)\*\*[^`]*```json\n(?<json>[^`]+)```/g)].map(({ groups }) => {
  return [groups?.['title'] ?? '', JSON.parse(groups?.['json'] ?? '') as RuleDraft & { activation?: string }] as const;
});

test('the README shows the standard shapes', () => expect(shapes).toHaveLength(10));

test.each(shapes)('the README is right about: %s', (_, { activation: _activation, ...shown }) => {
  const { scope, limits, ...rule } = shown as RuleDraft & Partial<PromotionDetails>;
  const whole = {
    ...details,
    ...rule,
    scope: { ...details.scope, ...scope },
    limits: { ...details.limits, ...limits },
  };
  expect(() => assertSound(whole)).not.toThrow();
  expect(readPromotionRule(rule, AS).name).toBe(rule.name);
});
