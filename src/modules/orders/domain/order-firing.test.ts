import { decimal, formatDecimal } from '../../../kernel/decimal.js';
import { fire, leftToFire, possibleFiring, type FiringWish } from './order-firing.js';
import type { NewCombo, NewLine } from './order-line.js';
import { addLines, changeLine, removeLine } from './order-lines.js';
import { addPayments } from './order-payments.js';
import { refund } from './order-refunds.js';
import type { Order, OrderLineId } from './order-state.js';
import {
  at,
  exampleId,
  newLine,
  newPayment,
  noTerms,
  ofLines,
  refundOf,
  refusalOf,
  saleOf,
  USD,
} from './order.examples.js';
import { complete, placeOrder } from './order.js';

const comboId = exampleId<'order-line'>(150);
const [COFFEE, EGGS, TOAST, CARD] = [1, 2, 3, 4].map((number) => exampleId<'order-line'>(100 + number)) as [
  OrderLineId,
  OrderLineId,
  OrderLineId,
  OrderLineId,
];
const part = (number: number, quantity: string): NewLine =>
  newLine(number, { quantity: decimal(quantity), combo: { id: comboId, upcharge: USD('0') } });
const combo: NewCombo = {
  ...{ id: comboId, sku: 'breakfast', name: 'Breakfast', quantity: decimal('2') },
  pricing: { kind: 'fixed', listPrice: USD('10.00'), priceSteps: [] },
};
const giftCard = { cardId: exampleId(800), last4: 'V4CE' };

/** Three coffees, two breakfasts of two eggs and a toast, and a gift card. */
const order: Order = placeOrder(
  saleOf({
    lines: [
      newLine(1, { quantity: decimal('3') }),
      part(2, '4'),
      part(3, '2'),
      newLine(4, { giftCard, discountable: false }),
    ],
    combos: [combo],
    payments: [],
    complete: false,
  }),
).state;
const wishFor = (...lines: readonly (readonly [OrderLineId, string?])[]): FiringWish =>
  lines.map(([lineId, quantity]) => ({ lineId, ...(quantity !== undefined && { quantity: decimal(quantity) }) }));
const firedIn = ({ lines }: Order): string[] => lines.map(({ firedQuantity }) => formatDecimal(firedQuantity));
const now = at('11:45');

test.each<[string, FiringWish, string[]]>([
  ['everything', null, ['3', '4', '2', '0']],
  ['a whole line', wishFor([COFFEE]), ['3', '0', '0', '0']],
  ['a part of a line', wishFor([COFFEE, '1.5']), ['1.5', '0', '0', '0']],
  ['a combo: all its parts', wishFor([comboId]), ['0', '4', '2', '0']],
  ['one of a combo: as much of each part as it takes', wishFor([comboId, '1']), ['0', '2', '1', '0']],
  ['a part of a combo alone', wishFor([EGGS, '3']), ['0', '3', '0', '0']],
  ['the same line twice: the larger', wishFor([COFFEE, '2'], [COFFEE, '1']), ['2', '0', '0', '0']],
  ['a combo and more of its part', wishFor([comboId, '1'], [EGGS]), ['0', '4', '1', '0']],
  ['a gift card beside a dish: the dish', wishFor([CARD], [TOAST]), ['0', '0', '2', '0']],
])('%s', (_name, wish, fired) => {
  const { state, events } = fire(order, wish, now);
  expect(firedIn(state)).toEqual(fired);
  expect(state.lines.map(({ firedAt }) => firedAt)).toEqual(fired.map((quantity) => (quantity === '0' ? null : now)));
  expect(state).toMatchObject({ status: 'open', totals: order.totals, version: 2, eventSequence: 2 });
  const told = state.lines.flatMap(({ id: lineId, sku, name }, index) => {
    return fired[index] === '0' ? [] : [{ lineId, sku, name, quantity: fired[index] }];
  });
  expect(events).toMatchObject([{ type: 'pos.order.fired', sequence: 2, data: { lines: told } }]);
  expect(events[0]?.data.order).toMatchObject({ lines: fired.map((firedQuantity) => ({ firedQuantity })) });
});

test.each<[string, FiringWish, string, string[]]>([
  ['a line that is not there', wishFor([COFFEE], [exampleId(999)]), 'line_not_found', ['/lines/1/lineId']],
  ['none of a line', wishFor([COFFEE, '0']), 'quantity_not_positive', ['/lines/0/quantity']],
  ['less than none', wishFor([COFFEE, '-1']), 'quantity_not_positive', ['/lines/0/quantity']],
  ['more than was ordered', wishFor([COFFEE, '3.000001']), 'fire_exceeds_quantity', ['/lines/0/quantity']],
  [
    'more of a combo than was ordered',
    wishFor([TOAST], [comboId, '3']),
    'fire_exceeds_quantity',
    ['/lines/1/quantity'],
  ],
  ['a gift card alone', wishFor([CARD]), 'nothing_to_fire', []],
])('%s is refused', (_name, wish, code, pointers) => {
  const refusal = refusalOf(() => fire(order, wish, now));
  expect([refusal.code, refusal.fields.map(({ pointer }) => pointer)]).toEqual([code, pointers]);
});

describe('again', () => {
  const some = fire(order, wishFor([COFFEE, '2']), now).state;

  test('adds only what is more, and keeps the last time', () => {
    const { state, events } = fire(some, wishFor([COFFEE, '3'], [TOAST, '1']), at('11:50'));
    expect(firedIn(state)).toEqual(['3', '0', '1', '0']);
    expect(events).toMatchObject([{ data: { lines: [{ quantity: '1' }, { quantity: '1' }] } }]);
    expect(state.lines[0]?.firedAt).toEqual(at('11:50'));
    expect(fire(some, null, at('11:40')).state.lines[0]?.firedAt).toEqual(now);
  });

  test.each([
    ['the same', '2'],
    ['less', '1'],
  ])('%s adds nothing', (_name, quantity) => {
    expect(refusalOf(() => fire(some, wishFor([COFFEE, quantity]), now)).code).toBe('nothing_to_fire');
  });

  test('two waiters come to the larger of both, whoever is first', () => {
    const [one, other] = [wishFor([COFFEE, '1'], [EGGS]), wishFor([COFFEE, '2'], [TOAST, '1'])];
    const [first, second] = [
      [one, other],
      [other, one],
    ].map((wishes) => wishes.reduce<Order>((all, wish) => fire(all, wish ?? null, now).state, order)) as [Order, Order];
    expect(firedIn(first)).toEqual(['2', '4', '1', '0']);
    expect(firedIn(second)).toEqual(firedIn(first));
  });

  test('what was added afterwards is what is left', () => {
    const all = fire(order, null, now).state;
    expect(refusalOf(() => fire(all, null, now)).code).toBe('nothing_to_fire');
    const more = addLines(all, { lines: [newLine(5)], combos: [], overrides: [] }, noTerms).state;
    expect(firedIn(more)).toEqual(['3', '4', '2', '0', '0']);
    expect(fire(more, null, now).events).toMatchObject([
      { data: { lines: [{ lineId: exampleId(105), quantity: '1' }] } },
    ]);
  });
});

describe('less of what was fired', () => {
  const fired = fire(order, wishFor([COFFEE, '2'], [comboId]), now).state;
  const voidedIn = (events: readonly { data: object }[]): unknown[] =>
    events.map(({ data }) => ('voidedInKitchen' in data ? data.voidedInKitchen : null));

  test.each<[string, OrderLineId, string, string[], (string | null)[]]>([
    ['what was not fired goes first', COFFEE, '2', ['2', '4', '2', '0'], [null]],
    ['below what was fired, the rest is voided', COFFEE, '0.5', ['0.5', '4', '2', '0'], ['1.5']],
    ['of a combo in all its parts', comboId, '1', ['2', '2', '1', '0'], ['2', '1']],
    ['more is no firing', COFFEE, '9', ['2', '4', '2', '0'], [null]],
  ])('%s', (_name, lineId, quantity, left, voided) => {
    const { state, events } = changeLine(fired, lineId, { quantity: decimal(quantity) }, noTerms);
    expect(firedIn(state)).toEqual(left);
    expect(voidedIn(events)).toEqual(voided);
  });

  test('lines taken off say what of them was fired', () => {
    expect(voidedIn(removeLine(fired, COFFEE, noTerms).events)).toEqual(['2']);
    expect(voidedIn(removeLine(fired, comboId, noTerms).events)).toEqual(['4', '2']);
    expect(voidedIn(removeLine(fired, CARD, noTerms).events)).toEqual([null]);
    expect(voidedIn(changeLine(fired, COFFEE, { note: 'hot' }, noTerms).events)).toEqual([null]);
  });
});

test('what came back is not made any more, unless it is named', () => {
  const paid = addPayments(order, [newPayment(1, order.totals.total)], { tenders: ['cash'] }).state;
  const sold = complete(paid, at('12:00')).state;
  const { state } = refund(sold, refundOf(1, ofLines([1, '1'])));
  expect(firedIn(fire(state, null, now).state)).toEqual(['2', '4', '2', '0']);
  expect(firedIn(fire(state, wishFor([COFFEE, '3']), now).state)).toEqual(['3', '0', '0', '0']);
});

describe('a wish of somebody who could not know', () => {
  test.each<[string, FiringWish, FiringWish, OrderLineId[]]>([
    ['everything', null, null, []],
    [
      'what is there',
      wishFor([COFFEE, '1'], [comboId, '2'], [TOAST]),
      wishFor([COFFEE, '1'], [comboId, '2'], [TOAST]),
      [],
    ],
    ['lines that are gone', wishFor([exampleId(999), '1'], [COFFEE]), wishFor([COFFEE]), [exampleId(999)]],
    ['lines that are less', wishFor([COFFEE, '4'], [comboId, '3']), wishFor([COFFEE], [comboId]), [COFFEE, comboId]],
  ])('%s', (_name, wish, possible, lacking) => {
    expect(possibleFiring(order, wish)).toEqual({ wish: possible, lacking });
    expect(leftToFire(order, possible).size).toBeGreaterThan(0);
  });
});
