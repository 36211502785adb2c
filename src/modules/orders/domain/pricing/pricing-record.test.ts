import fc from 'fast-check';
import { decimal } from '../../../../kernel/decimal.js';
import type { PricingInput } from './basket.js';
import { basketOf } from './baskets.examples.js';
import type { Discount } from './discount.js';
import { priceWith, type InputOfAnyEngine, type InputOfEngine1 } from './engines.js';
import { price } from './price.js';
import { decodeInput, encodeInput, outcomeText } from './pricing-record.js';
import {
  amountOff,
  basket,
  buyGet,
  clockAt,
  everything,
  fixedCombo,
  fixedPrice,
  friday,
  inclusive20,
  JPY,
  line,
  modifier,
  partOf,
  percentCombo,
  percentOff,
  priceSteps,
  promotion,
  unitsOff,
  USD,
} from './pricing.examples.js';
import { baskets as basketsOfEngine1 } from './v1/basket.examples.js';

/** As a database gives it back: members in another order. */
function stored(value: unknown): object {
  const turned = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(turned);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part)
        .reverse()
        .map(([name, member]) => [name, turned(member)]),
    );
  };
  return turned(JSON.parse(JSON.stringify(value))) as object;
}

function comesBack(input: InputOfAnyEngine): void {
  const record = encodeInput(input);
  const again = decodeInput(stored(record));
  expect(again).toStrictEqual(input);
  expect(JSON.stringify(encodeInput(again))).toBe(JSON.stringify(record));
  expect(outcomeText(priceWith(again.engineVersion, again))).toBe(outcomeText(priceWith(input.engineVersion, input)));
}

test('inputs of engine 2 come back from storage as they were, and price to the byte', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(50), (seed, index) => comesBack(basketOf(seed, index))),
    { numRuns: 120 },
  );
});

test('inputs of engine 1 come back from storage as they were, and price to the byte', () => {
  const inputs = basketsOfEngine1.map((input): InputOfEngine1 => ({ ...input, engineVersion: '1' }));
  fc.assert(
    fc.property(inputs, (input) => comesBack(structuredClone(input))),
    { numRuns: 120 },
  );
});

const offers: Discount[] = [
  promotion('percent', percentOff('12.5'), { code: 'CODE', version: null, level: 'order', stackable: false }),
  promotion('amount', amountOff(USD('1.00')), { source: 'manual', amountMax: USD('0'), timesMax: 1 }),
  promotion('price', fixedPrice(USD('0')), {
    exclusiveGroup: 'g',
    conditions: { select: everything, minAmount: USD('0') },
  }),
  promotion('tiers', {
    kind: 'quantity_break',
    of: 'item',
    tiers: [
      { from: decimal('2'), rate: decimal('5') },
      { from: decimal('3'), price: USD('1.00') },
      { from: decimal('4'), amountOff: USD('0.10') },
    ],
  }),
  promotion('get', buyGet(2, 1, { getSelect: everything }), {
    conditions: { select: everything, minQuantity: decimal('1.5') },
  }),
  promotion('units', unitsOff(2), { schedule: { startsOn: null, endsOn: '2026-12-31', windows: [] } }),
  promotion('bundle', { kind: 'bundle', parts: [{ select: everything, quantity: 1 }], offer: { price: USD('1.00') } }),
  promotion('other', { kind: 'bundle', parts: [], offer: { amountOff: USD('1.00') } }),
];

test('everything that an input can say comes back', () => {
  const channelSwitch = { channels: ['takeaway'], taxes: [{ ...inclusive20.taxes[0] }], policy: 'keep_net' };
  const taxGroup = { ...inclusive20, channelSwitch } as typeof inclusive20;
  const { absolute, percent, amount, override } = priceSteps;
  const lines = [
    line('a', USD('1.00'), { quantity: '0.125', taxGroup, discountable: false, clock: clockAt('2026-11-21', '00:10') }),
    line('b', USD('2.00'), {
      priceSteps: [absolute(USD('0')), percent('-5'), amount(USD('-0.01')), override(USD('1.00'))],
    }),
    line('c', USD('2.00'), { modifiers: [modifier('x', USD('0')), modifier('y', USD('-1.00'), 3)] }),
    line('d', USD('2.00'), partOf('one', USD('0'))),
    line('e', USD('2.00'), partOf('two', USD('0.50'))),
  ];
  const combos = [fixedCombo('one', USD('5.00'), '2', [percent('10')]), percentCombo('two', '10')];
  const serviceCharge = { name: 'Service', rate: decimal('10'), basis: 'before_tax', taxGroup: inclusive20 } as const;
  const but = {
    combos,
    discounts: offers,
    serviceCharge,
    tip: USD('1.00'),
    taxRounding: 'line',
    taxExempt: true,
  } as const;
  comesBack(basket(lines, but));
  comesBack(basket([], { serviceCharge: { ...serviceCharge, taxGroup: null } }));
});

test('money in another currency is not taken for the basket’s', () => {
  const input = basket([line('a', USD('1.00'), { ...partOf('c', JPY('0')), modifiers: [modifier('x', JPY('0'))] })], {
    tip: JPY('0'),
  });
  expect(decodeInput(stored(encodeInput(input)))).toStrictEqual(input);
});

test('what is usual is left out, and what lines share is written once', () => {
  const shared = { taxGroup: inclusive20, quantity: '2' };
  const lines = [
    line('a', USD('1.00'), shared),
    line('b', USD('1.00'), { ...shared, taxGroup: { ...inclusive20 }, clock: { ...friday } }),
  ];
  expect(encodeInput(basket(lines))).toEqual({
    engineVersion: '2',
    currency: 'USD',
    channel: 'counter',
    taxGroups: [{ code: 'standard', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate: '20' }] }],
    clocks: [['2026-11-20', '2026-11-19', 5, 1050]],
    lines: [
      { id: 'a', sku: 'a', name: 'Item a', category: 'Food', price: 100, quantity: '2' },
      { id: 'b', sku: 'b', name: 'Item b', category: 'Food', price: 100, quantity: '2' },
    ],
  });
});

test.each([
  ['of an engine that was never there', { ...encodeInput(basket([])), engineVersion: '3' }],
  ['without an engine', {}],
  ['that names a tax group which it has not', { ...encodeInput(basket([line('a', USD('1'))])), taxGroups: [] }],
  ['without a clock', { ...encodeInput(basket([])), clocks: [] }],
])('a record %s is not read', (_, record) => {
  expect(() => decodeInput(record)).toThrow(RangeError);
});

test('the text of an outcome changes with anything in it', () => {
  const input = basket([line('a', USD('3.00'), { taxGroup: inclusive20 })], { discounts: offers.slice(0, 1) });
  const text = outcomeText(price(input));
  const others: PricingInput[] = [
    { ...input, tip: USD('0.01') },
    { ...input, discounts: [] },
    { ...input, discounts: offers.slice(0, 1).map((offer) => ({ ...offer, name: 'Another' })) },
    { ...input, discounts: offers.slice(0, 1).map((offer) => ({ ...offer, code: null })) },
    { ...input, lines: [line('b', USD('3.00'), { taxGroup: inclusive20 })] },
    { ...input, lines: [line('a', USD('3.00'), { taxGroup: inclusive20, name: 'Other' })] },
    { ...input, lines: [line('a', USD('3.00'), { taxGroup: { ...inclusive20, code: 'other' } })] },
    { ...input, lines: [line('a', USD('1.50'), { taxGroup: inclusive20, quantity: '2' })] },
  ];
  expect(new Set([text, ...others.map((other) => outcomeText(price(other)))]).size).toBe(others.length + 1);
  expect(outcomeText(price(input))).toBe(text);
});

test('a text in a name cannot pass for another row', () => {
  const outcomeOf = (name: string): string => outcomeText(price(basket([line('a', USD('1.00'), { name })])));
  expect(outcomeOf('x"\nline_amount 0 "y').split('\n')).toHaveLength(outcomeOf('x').split('\n').length);
});
