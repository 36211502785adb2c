import { decimal, formatDecimal } from '../../../kernel/decimal.js';
import { refund, type RefundOrder } from './order-refunds.js';
import type { Order, OrderRefusal } from './order-state.js';
import {
  CHF,
  completedOrder,
  newLine,
  newPayment,
  ofLines,
  refundAll,
  refundOf,
  refusalOf,
  saleOf,
  splitOrder,
  USD,
  toTender,
} from './order.examples.js';
import { placeOrder } from './order.js';

const perRefund = (order: Order) => order.refunds.map(({ amount, tax }) => [amount.amount, tax.amount]);

/** Three espressos at 3.50 are 10.50, with 1.45 VAT inside. */
test.each<{ title: string; of: RefundOrder['of'][]; refunds: number[][]; status: Order['status'] }>([
  { title: 'all at once', of: [ofLines([1, '3'])], refunds: [[1050, 145]], status: 'refunded' },
  {
    title: 'one by one, the last takes the rest',
    of: [ofLines([1, '1']), ofLines([1, '1']), ofLines([1, '1'])],
    refunds: [
      [350, 48],
      [350, 48],
      [350, 49],
    ],
    status: 'refunded',
  },
  {
    title: 'a part of a piece, rounded down',
    of: [ofLines([1, '0.000001'])],
    refunds: [[0, 0]],
    status: 'partially_refunded',
  },
  {
    title: 'the same line twice in one refund',
    of: [ofLines([1, '1'], [1, '2'])],
    refunds: [[1050, 145]],
    status: 'refunded',
  },
  {
    title: 'an amount, with its part of the tax',
    of: [{ amount: USD('2.00') }],
    refunds: [[200, 27]],
    status: 'partially_refunded',
  },
  {
    title: 'an amount, and then the goods for what is left of them',
    of: [{ amount: USD('0.50') }, ofLines([1, '1']), ofLines([1, '2'])],
    refunds: [
      [50, 6],
      [333, 46],
      [667, 93],
    ],
    status: 'refunded',
  },
  { title: 'all of the amount', of: [{ amount: USD('10.50') }], refunds: [[1050, 145]], status: 'refunded' },
])('$title', ({ of, refunds, status }) => {
  const sold = placeOrder(
    saleOf({ lines: [newLine(1, { quantity: decimal('3') })], payments: [newPayment(1, USD('20.00'))] }),
  ).state;
  const refunded = refundAll(
    sold,
    of.map((one) => [one]),
  );
  expect(perRefund(refunded)).toEqual(refunds);
  expect(refunded.status).toBe(status);
});

test('a line keeps count of what came back, and money without goods leaves the goods', () => {
  const { lines: after } = refundAll(completedOrder, [[{ amount: USD('1.00') }], [ofLines([1, '1'])]]);
  expect(
    after.map(({ refundedQuantity, refundedAmount, refundedTax }) => [
      formatDecimal(refundedQuantity),
      refundedAmount,
      refundedTax,
    ]),
  ).toEqual([['1', USD('4.00'), USD('0.55')]]);
});

test('the order keeps its totals, and its event tells of the refund', () => {
  const { state, events } = refund(completedOrder, refundOf(1, ofLines([1, '1'])));
  expect(state.totals).toEqual(completedOrder.totals);
  expect(events).toMatchObject([
    {
      type: 'pos.order.refunded',
      sequence: 3,
      data: {
        refund: {
          amount: USD('3.50'),
          tax: USD('0.48'),
          lines: [{ quantity: '1' }],
          payments: [{ tender: 'cash', amount: USD('3.50') }],
        },
        order: { status: 'partially_refunded', version: 2, lines: [{ refundedQuantity: '1' }] },
      },
    },
  ]);
});

/** Of 20.02 with 15.00 by card and 5.00 in cash. */
test.each<{ title: string; of: RefundOrder['of']; tender?: string; code: OrderRefusal; pointer: string }>([
  {
    title: 'more of a line than was sold',
    of: ofLines([1, '1'], [2, '1.000001']),
    code: 'refund_exceeds_remaining',
    pointer: '/lines/1/quantity',
  },
  {
    title: 'a line twice',
    of: ofLines([1, '1'], [1, '1']),
    code: 'refund_exceeds_remaining',
    pointer: '/lines/1/quantity',
  },
  { title: 'no quantity', of: ofLines([1, '0']), code: 'quantity_not_positive', pointer: '/lines/0/quantity' },
  { title: 'no lines', of: ofLines(), code: 'refund_empty', pointer: '/lines' },
  {
    title: 'a line of another order',
    of: ofLines([7, '1']),
    code: 'line_not_found',
    pointer: '/lines/0/lineId',
  },
  {
    title: 'more than was paid',
    of: { amount: CHF('20.03') },
    code: 'refund_exceeds_remaining',
    pointer: '/amount/amount',
  },
  { title: 'nothing', of: { amount: CHF('0') }, code: 'amount_not_positive', pointer: '/amount/amount' },
  { title: 'another currency', of: { amount: USD('1') }, code: 'currency_mismatch', pointer: '/amount/currency' },
  {
    title: 'a tender that was not used',
    of: { amount: CHF('1') },
    tender: 'voucher',
    code: 'refund_tender_mismatch',
    pointer: '/tender',
  },
  {
    title: 'more by card than came by card',
    of: { amount: CHF('15.01') },
    tender: 'card',
    code: 'refund_exceeds_tender',
    pointer: '/tender',
  },
  {
    title: 'more in cash than came in cash',
    of: { amount: CHF('5.03') },
    tender: 'cash',
    code: 'refund_exceeds_tender',
    pointer: '/tender',
  },
  {
    title: 'all to one of two tenders',
    of: { amount: CHF('20.00') },
    tender: 'card',
    code: 'refund_exceeds_tender',
    pointer: '/tender',
  },
])('$title: $code', ({ of, tender, code, pointer }) => {
  const refusal = refusalOf(() => refund(splitOrder, refundOf(1, of, toTender(tender))));
  expect([refusal.code, refusal.fields.map((field) => field.pointer)]).toEqual([code, [pointer]]);
});

test('what is left is said when too much is asked for', () => {
  const half = refundAll(completedOrder, [[{ amount: USD('2.00') }]]);
  expect(refusalOf(() => refund(half, refundOf(2, { amount: USD('5.01') }))).facts).toMatchObject({
    remaining: USD('5.00'),
  });
  const one = refundAll(completedOrder, [[ofLines([1, '0.5'])]]);
  expect(refusalOf(() => refund(one, refundOf(2, ofLines([1, '2'])))).facts).toMatchObject({
    remaining: '1.5',
  });
});
