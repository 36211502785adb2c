import { decimal, type Decimal } from '../../../../kernel/decimal.js';
import { money } from '../../../../kernel/money.js';
import { examinePart } from '../../../../../test/oracle/campaign.js';
import { BASKETS_A_SHOP, basketOf, closeShop } from './baskets.examples.js';
import type { BasketLine } from './basket.js';
import { examine } from './comparison.oracle.examples.js';
import type { Discount } from './discount.js';
import { priceWith } from './engines.js';
import { FEATURES } from './features.oracle.examples.js';
import { allocated, percent, rounded, share, whole } from './fractions.oracle.examples.js';
import { FORGOTTEN_MEMBERS } from './forgotten-members.oracle.examples.js';
import { PLANTED_BUGS } from './planted-bugs.oracle.examples.js';
import { price } from './price.js';
import { decodeInput, encodeInput, outcomeText } from './pricing-record.js';
import type { TaxGroup } from './tax-group.js';

// The engine against docs/pricing.md as the oracle reads it. `make oracle FLAGS='--baskets 1000000'` is the full form.
const SEED = Number(process.env['ORACLE_SEED'] ?? 20_261_121);
const BASKETS = Number(process.env['ORACLE_BASKETS'] ?? 10_000);
const SEEN_AT_LEAST = BASKETS / 1_000;
const MS_A_BASKET = 30;
const FINDINGS_MAX = 3;

/** Baskets that were priced wrongly once, by seed and index; and what was wrong. */
const PAST_FAILURES: readonly (readonly [seed: number, index: number, what: string])[] = [];

test(
  `${BASKETS} baskets are priced as the law says, and no feature was left out`,
  () => {
    const { findings, counts } = examinePart(price, { seed: SEED, from: 0, to: BASKETS }, FINDINGS_MAX);
    expect(findings).toEqual([]);
    const rare = FEATURES.filter((feature) => counts[feature] < SEEN_AT_LEAST);
    expect(rare.map((feature) => `${feature}: ${counts[feature]}`)).toEqual([]);
  },
  60_000 + BASKETS * MS_A_BASKET,
);

test('baskets that failed once stay right', () => {
  for (const [seed, index] of PAST_FAILURES) {
    const from = index - (index % BASKETS_A_SHOP);
    expect(examinePart(price, { seed, from, to: index + 1 }, FINDINGS_MAX).findings).toEqual([]);
  }
});

test('the same seed and index give the same basket, whatever was made before', () => {
  const before = basketOf(SEED, 7);
  closeShop();
  basketOf(SEED, 12);
  expect(basketOf(SEED, 7)).toEqual(before);
  expect(basketOf(SEED, 7)).not.toEqual(basketOf(SEED, 6));
  expect(basketOf(SEED, 7).discounts).not.toEqual(basketOf(SEED + 1, 7).discounts);
});

test(
  'what an order keeps of a basket prices to the same bytes again',
  () => {
    for (let index = 0; index < BASKETS / 20; index += 1) {
      const input = basketOf(SEED, index);
      const kept = decodeInput(JSON.parse(JSON.stringify(encodeInput(input))) as object);
      expect(outcomeText(priceWith('2', kept))).toBe(outcomeText(price(input)));
    }
  },
  60_000 + BASKETS * MS_A_BASKET,
);

test('units whose worth differs by less than a float can tell are told apart', () => {
  const base = basketOf(SEED, 0);
  const { currency, clock } = base;
  const item = { sku: 'a', name: 'A', category: 'food', listPrice: money(1_000_000, currency), clock, combo: null };
  const plain = { ...item, priceSteps: [], modifiers: [], discountable: true };
  const taxGroup: TaxGroup = { code: 'none', mode: 'inclusive', taxes: [] };
  const lines = [decimal('300'), decimal('300.000001')].map((quantity, index): BasketLine => {
    return { ...plain, taxGroup, quantity, lineId: `line-${index + 1}` };
  });
  const discount: Omit<Discount, 'id' | 'level' | 'select' | 'effect'> = {
    ...{ source: 'manual', version: null, name: 'D', code: null, priority: 0, schedule: null, conditions: null },
    ...{ exclusiveGroup: null, stackable: true, timesMax: null, amountMax: null },
  };
  const hair = lines.map(({ lineId }): Discount => {
    const effect = { kind: 'amount_off' as const, amount: money(1, currency) };
    return { ...discount, id: lineId, level: 'order', select: { lineIds: [lineId], comboParts: true }, effect };
  });
  const effect = { kind: 'units_off' as const, units: 1, rate: decimal('100') };
  const cheapest: Discount = { ...discount, id: 'z', level: 'order', select: { comboParts: true }, effect };
  const input = { ...base, lines, combos: [], discounts: [...hair, cheapest], serviceCharge: null };
  expect(examine(price, input)).toBeUndefined();
  expect(price(input).lines.map((line) => line.discount.amount)).toEqual([1 + 1_000_000, 1]); // line 1 is cheaper by a hair
});

describe.each([
  ['a rule that is broken', PLANTED_BUGS],
  ['a member of the input that is forgotten', FORGOTTEN_MEMBERS],
])('the examination finds %s', (_, plants) => {
  test.each(Object.entries(plants))(
    '%s',
    (__, plant) => {
      const { findings } = examinePart(plant(price), { seed: SEED, from: 0, to: BASKETS }, 1);
      expect(findings).toHaveLength(1);
      expect(findings[0]?.difference.at).not.toBe('engine'); // it was priced, and wrongly
    },
    60_000 + BASKETS * MS_A_BASKET,
  );
});

describe('the arithmetic of the oracle', () => {
  test.each([
    [[1n, 2n], 1n],
    [[-1n, 2n], -1n],
    [[49n, 100n], 0n],
    [[-149n, 100n], -1n],
    [[5n, 2n], 3n],
  ] as const)('%p is rounded to %p', (fraction, expected) => expect(rounded(fraction)).toBe(expected));

  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [5n, [0n, 0n], [3n, 2n]],
    [10n, [1n, 2n, 4n], [1n, 3n, 6n]],
    [1n, [0n, 7n, 7n], [0n, 1n, 0n]],
    [0n, [3n, 4n], [0n, 0n]],
  ])('%p over %p is %p', (amount, weights, shares) => expect(allocated(amount, weights.map(whole))).toEqual(shares));

  test('23 % of 54.00 is 12.42', () => expect(share(5_400n, percent(23_000_000n as Decimal))).toBe(1_242n));
});
