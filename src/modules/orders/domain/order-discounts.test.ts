import { decimal } from '../../../kernel/decimal.js';
import type { DiscountValue, NewDiscount } from './manual-discount.js';
import { permissionToGive } from './manual-discount.js';
import { addPromoCode, changeTip, giveDiscount, removeDiscount, removePromoCode } from './order-discounts.js';
import { addLines, changeLine, removeLine } from './order-lines.js';
import { addPayments } from './order-payments.js';
import { refund } from './order-refunds.js';
import type { CompletedOrder, Order, OrderLineId, OrderRefusal } from './order-state.js';
import {
  at,
  exampleId,
  items,
  JPY,
  newLine,
  newPayment,
  noTerms,
  ofLines,
  openOrder,
  orders,
  refundOf,
  refusalOf,
  saleOf,
  USD,
} from './order.examples.js';
import { complete, placeOrder } from './order.js';

const giver = { givenBy: 'api-key:manager', givenAt: at('11:45') };
const percent = (rate: string): DiscountValue => ({ kind: 'percent', rate: decimal(rate) });
const amount = (major: string): DiscountValue => ({ kind: 'amount', amount: USD(major) });

function wanted(number: number, value: DiscountValue, but: Partial<NewDiscount> = {}): NewDiscount {
  const given = { lineId: null, category: 'discount', reason: 'regular', pointer: '' } as const;
  return { id: exampleId(400 + number), value, ...given, ...but };
}

const give = (order: Order, ...discounts: readonly NewDiscount[]) =>
  discounts.reduce((state, one) => giveDiscount(state, one, giver, noTerms).state, order);

const first = exampleId<'order-line'>(101);
const second = exampleId<'order-line'>(102);
/** Two espressos for 7.00 and a cake for 5.40. */
const cakeOrder = addLines(openOrder, items(newLine(2, { sku: 'cake', listPrice: USD('5.40') })), noTerms).state;

test.each<{ title: string; of: readonly NewDiscount[]; lines: readonly [string, string] }>([
  { title: 'a part of a line', of: [wanted(1, percent('50'), { lineId: first })], lines: ['3.50', '0'] },
  {
    title: 'an amount, once whatever the quantity',
    of: [wanted(1, amount('1.00'), { lineId: first })],
    lines: ['1.00', '0'],
  },
  { title: 'more than the line costs', of: [wanted(1, amount('9.00'), { lineId: second })], lines: ['0', '5.40'] },
  { title: 'a part of the order', of: [wanted(1, percent('10'))], lines: ['0.70', '0.54'] },
  { title: 'an amount of the order', of: [wanted(1, amount('1.24'))], lines: ['0.70', '0.54'] },
  { title: 'all of it', of: [wanted(1, { kind: 'comp' }, { category: 'comp' })], lines: ['7.00', '5.40'] },
  {
    title: 'parts before amounts before all the rest',
    of: [
      wanted(1, { kind: 'comp' }, { lineId: second }),
      wanted(2, amount('0.40'), { lineId: second }),
      wanted(3, percent('50'), { lineId: second }),
    ],
    lines: ['0', '5.40'],
  },
])('$title comes off, in any order of entry', ({ of, lines }) => {
  for (const sequence of [of, [...of].reverse()]) {
    const { state } = { state: give(cakeOrder, ...sequence) };
    expect(state.lines.map(({ discount }) => discount)).toEqual(lines.map(USD));
    expect(state.discounts).toHaveLength(of.length);
  }
});

test('who, what and why are told, and taking it back as well', () => {
  const { state, events } = giveDiscount(cakeOrder, wanted(1, percent('10'), { lineId: first }), giver, noTerms);
  const told = {
    ...{ id: exampleId(401), lineId: first, percent: '10', category: 'discount', reason: 'regular' },
    ...{ givenBy: 'api-key:manager', givenAt: '2025-03-14T11:45:00.000Z' },
  };
  expect(events).toMatchObject([
    { type: 'pos.order.discount_given', data: { discount: told, order: { discounts: [told] } } },
  ]);
  const back = removeDiscount(state, exampleId(401), noTerms);
  expect(back.events).toMatchObject([{ type: 'pos.order.discount_removed', data: { discount: told } }]);
  expect(back.state.totals).toEqual(cakeOrder.totals);
});

test('what was given on a line goes with the line', () => {
  const given = give(cakeOrder, wanted(1, percent('10'), { lineId: first }), wanted(2, percent('10')));
  const left = removeLine(given, first, noTerms).state;
  expect(left.discounts.map(({ id }) => id)).toEqual([exampleId(402)]);
  expect(left.totals.discount).toEqual(USD('0.54'));
});

test.each<[title: string, wrong: NewDiscount, code: OrderRefusal, pointer: string]>([
  ['nothing', wanted(1, percent('0')), 'discount_value_invalid', '/percent'],
  ['more than all', wanted(1, percent('100.5')), 'discount_value_invalid', '/percent'],
  ['an amount of nothing', wanted(1, amount('0')), 'discount_value_invalid', '/amount/amount'],
  ['another currency', wanted(1, { kind: 'amount', amount: JPY('5') }), 'currency_mismatch', '/amount/currency'],
  ['a line that is not there', wanted(1, percent('5'), { lineId: exampleId(999) }), 'line_not_found', '/lineId'],
])('%s cannot be given', (_, wrong, code, pointer) => {
  const refusal = refusalOf(() => giveDiscount(cakeOrder, wrong, giver, noTerms));
  expect([refusal.code, refusal.fields[0]?.pointer]).toEqual([code, pointer]);
});

test('nothing comes off a gift card', () => {
  const card = newLine(3, { giftCard: { cardId: exampleId(800), last4: 'V4CE' }, discountable: false });
  const order = addLines(cakeOrder, items(card), noTerms).state;
  expect(refusalOf(() => give(order, wanted(1, percent('5'), { lineId: exampleId(103) }))).code).toBe(
    'line_not_discountable',
  );
  expect(give(order, wanted(1, percent('10'))).lines[2]?.discount).toEqual(USD('0'));
  expect(refusalOf(() => changeLine(order, exampleId(103), { quantity: decimal('2') }, noTerms)).code).toBe(
    'gift_card_quantity',
  );
});

test.each([
  [{ value: percent('5'), category: 'discount' }, 'orders:discount'],
  [{ value: percent('5'), category: 'waste' }, 'orders:comp'],
  [{ value: percent('5'), category: 'employee_meal' }, 'orders:comp'],
  [{ value: { kind: 'comp' }, category: 'discount' }, 'orders:comp'],
] as const)('to give %j takes %s', (wish, permission) => {
  expect(permissionToGive(wish)).toBe(permission);
});

test('codes come and go; one that is not there cannot go', () => {
  const { state, events } = addPromoCode(cakeOrder, 'SPRING', noTerms);
  expect(events).toMatchObject([{ type: 'pos.order.promo_code_added', data: { code: 'SPRING' } }]);
  expect(addPromoCode(state, 'SPRING', noTerms).state.promoCodes).toEqual(['SPRING']);
  expect(removePromoCode(state, 'SPRING', noTerms).state.promoCodes).toEqual([]);
  expect(refusalOf(() => removePromoCode(cakeOrder, 'SPRING', noTerms)).code).toBe('promo_code_not_on_order');
});

describe('the tip', () => {
  test('is on top of all, outside sales and tax, and told with what it was', () => {
    const { state, events } = changeTip(cakeOrder, USD('2.00'), noTerms);
    const { totals } = cakeOrder;
    expect(state.totals).toEqual({ ...totals, tip: USD('2.00'), total: USD('14.40'), due: USD('14.40') });
    expect(events).toMatchObject([{ type: 'pos.order.tip_changed', data: { before: USD('0'), tip: USD('2.00') } }]);
    expect(addLines(state, items(newLine(3)), noTerms).state.totals.tip).toEqual(USD('2.00'));
    expect(changeTip(state, USD('0'), noTerms).state.totals).toEqual(totals);
  });

  test('is not below zero, nor in another currency, nor lowered under what was paid', () => {
    expect(refusalOf(() => changeTip(cakeOrder, USD('-1'), noTerms)).code).toBe('tip_negative');
    expect(refusalOf(() => changeTip(cakeOrder, JPY('1'), noTerms)).code).toBe('currency_mismatch');
    const tipped = changeTip(cakeOrder, USD('2.00'), noTerms).state;
    const paid = addPayments(tipped, [newPayment(1, USD('14.40'), { tender: 'card' })], { tenders: ['card'] }).state;
    expect(refusalOf(() => changeTip(paid, USD('1.00'), noTerms)).code).toBe('paid_exceeds_total');
  });

  test.each([
    ['one payment', [['card', '9.00']], [['card', '7.00']]],
    [
      'two payments: the last keeps it',
      [
        ['card', '4.00'],
        ['cash', '5.00'],
      ],
      [
        ['card', '4.00'],
        ['cash', '3.00'],
      ],
    ],
  ])('stays when all lines come back, %s', (_, paid, back) => {
    const payments = paid.map(([tender = '', major = ''], index) => newPayment(index + 1, USD(major), { tender }));
    const sold = placeOrder(saleOf({ tip: USD('2.00'), payments })).state as CompletedOrder;
    expect(sold.totals.total).toEqual(USD('9.00'));
    const refunded = refund(sold, refundOf(1, ofLines([1, '2']))).state;
    expect(refunded.status).toBe('refunded');
    expect(refunded.refunds[0]?.payments.map(({ tender, amount: out }) => [tender, out])).toEqual(
      back.map(([tender, major = '']) => [tender, USD(major)]),
    );
    const half = refund(sold, refundOf(1, ofLines([1, '1']))).state;
    expect(refusalOf(() => refund(half, refundOf(2, { amount: USD('3.51') }))).code).toBe('refund_exceeds_remaining');
    expect(refund(half, refundOf(2, { amount: USD('3.50') })).state.status).toBe('refunded');
  });
});

test.each(Object.values(orders).filter(({ status }) => status !== 'open'))(
  'nothing of this happens to an order that is $status',
  (order) => {
    for (const command of [
      () => giveDiscount(order, wanted(1, percent('5')), giver, noTerms),
      () => removeDiscount(order, exampleId(401), noTerms),
      () => addPromoCode(order, 'X', noTerms),
      () => removePromoCode(order, 'X', noTerms),
      () => changeTip(order, USD('1'), noTerms),
    ]) {
      expect(refusalOf(command).code).toBe('order_not_open');
    }
  },
);

test('a sale with all of it in one call tells of each, and completes', () => {
  const discounts = [wanted(1, percent('10'), { pointer: '/discounts/0' })];
  const override = {
    lineId: first as OrderLineId,
    sku: 'espresso',
    before: USD('3.50'),
    price: USD('3.00'),
    reason: 'cup',
  };
  const sale = saleOf({ discounts, tip: USD('1.00'), overrides: [override], payments: [newPayment(1, USD('7.30'))] });
  const { state, events } = placeOrder(sale);
  expect(state.totals).toMatchObject({ discount: USD('0.70'), tip: USD('1.00'), total: USD('7.30') });
  expect(events.map(({ type }) => type)).toEqual([
    'pos.order.created',
    'pos.order.price_overridden',
    'pos.order.discount_given',
    'pos.order.completed',
  ]);
  expect(state.discounts).toMatchObject([{ givenBy: 'api-key:demo', givenAt: at('11:39') }]);
  expect(refusalOf(() => complete(state, at('12:00'))).code).toBe('order_not_open');
});
