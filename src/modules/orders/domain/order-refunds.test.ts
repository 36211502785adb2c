import { decimal, formatDecimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { NewPayment } from './order-payments.js';
import { refund, type RefundOrder } from './order-refunds.js';
import type { Order, OrderRefusal } from './order-state.js';
import {
  CHF,
  completedOrder,
  exampleId,
  fiveCents,
  newLine,
  newPayment,
  refundOf,
  saleOf,
  settings,
  taxGroups,
  USD,
} from './order.examples.js';
import { placeOrder } from './order.js';

const lineId = (number: number) => exampleId<'order-line'>(100 + number);
const quantityOf = (number: number, quantity: string) => ({ lineId: lineId(number), quantity: decimal(quantity) });
const lines = (...wanted: ReturnType<typeof quantityOf>[]) => ({ lines: wanted });
const cash = (amount: Money) => newPayment(1, amount);
const card = (amount: Money) => newPayment(2, amount, { tender: 'card' });

/** A paid order of untaxed lines, in Swiss francs with coins of 0.05. */
function paidFrancs(totals: readonly string[], payments: readonly NewPayment[]): Order {
  const sold = totals.map((total, index) => newLine(index + 1, { unitPrice: CHF(total), taxGroup: taxGroups.untaxed }));
  return placeOrder(
    saleOf({ currency: 'CHF', lines: sold, payments, settings: { ...settings, cashRounding: fiveCents } }),
  ).state;
}

function refundAll(order: Order, commands: readonly (readonly [RefundOrder['of'], string?])[]): Order {
  return commands.reduce((current, [of, tender], index) => {
    return refund(current, refundOf(index + 1, of, tender === undefined ? {} : { tender })).state;
  }, order);
}

function refusalOf(command: () => unknown): Refusal {
  try {
    command();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const perRefund = (order: Order) => order.refunds.map(({ amount, tax }) => [amount.amount, tax.amount]);
const paidOut = (order: Order) =>
  order.refunds.map(({ payments }) => payments.map(({ tender, amount }) => [tender, amount.amount]));

/** Three espressos at 3.50 are 10.50, with 1.45 VAT inside. */
test.each<{ title: string; of: RefundOrder['of'][]; refunds: number[][]; status: Order['status'] }>([
  { title: 'all at once', of: [lines(quantityOf(1, '3'))], refunds: [[1050, 145]], status: 'refunded' },
  {
    title: 'one by one, the last takes the rest',
    of: [lines(quantityOf(1, '1')), lines(quantityOf(1, '1')), lines(quantityOf(1, '1'))],
    refunds: [
      [350, 48],
      [350, 48],
      [350, 49],
    ],
    status: 'refunded',
  },
  {
    title: 'a part of a piece, rounded down',
    of: [lines(quantityOf(1, '0.000001'))],
    refunds: [[0, 0]],
    status: 'partially_refunded',
  },
  {
    title: 'the same line twice in one refund',
    of: [lines(quantityOf(1, '1'), quantityOf(1, '2'))],
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
    of: [{ amount: USD('0.50') }, lines(quantityOf(1, '1')), lines(quantityOf(1, '2'))],
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
    saleOf({ lines: [newLine(1, { quantity: decimal('3') })], payments: [cash(USD('20.00'))] }),
  ).state;
  const refunded = refundAll(
    sold,
    of.map((one) => [one]),
  );
  expect(perRefund(refunded)).toEqual(refunds);
  expect(refunded.status).toBe(status);
});

test('a line keeps count of what came back, and money without goods leaves the goods', () => {
  const { lines: after } = refundAll(completedOrder, [[{ amount: USD('1.00') }], [lines(quantityOf(1, '1'))]]);
  expect(
    after.map(({ refundedQuantity, refundedAmount, refundedTax }) => [
      formatDecimal(refundedQuantity),
      refundedAmount,
      refundedTax,
    ]),
  ).toEqual([['1', USD('4.00'), USD('0.54')]]);
});

test('the order keeps its totals, and its event tells of the refund', () => {
  const { state, events } = refund(completedOrder, refundOf(1, lines(quantityOf(1, '1'))));
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

/** Two lines of 10.01 make 20.02: 15.00 by card, the rest of 5.02 is 5.00 in cash. */
test.each<{
  title: string;
  commands: (readonly [RefundOrder['of'], string?])[];
  out: (string | number)[][][];
  rounding: number[];
}>([
  { title: 'back to the card first', commands: [[{ amount: CHF('3.00') }]], out: [[['card', 300]]], rounding: [0] },
  {
    title: 'then to cash, rounded to coins',
    commands: [[{ amount: CHF('16.04') }]],
    out: [
      [
        ['card', 1500],
        ['cash', 105],
      ],
    ],
    rounding: [1],
  },
  { title: 'to cash by choice', commands: [[{ amount: CHF('3.03') }, 'cash']], out: [[['cash', 305]]], rounding: [2] },
  {
    title: 'never more cash than came in',
    commands: [[{ amount: CHF('4.99') }, 'cash']],
    out: [[['cash', 500]]],
    rounding: [1],
  },
  {
    title: 'what empties the order pays out all that is left',
    commands: [[lines(quantityOf(1, '1'))], [lines(quantityOf(2, '1'))]],
    out: [
      [['card', 1001]],
      [
        ['card', 499],
        ['cash', 500],
      ],
    ],
    rounding: [0, -2],
  },
  {
    title: 'the amount that was paid takes all',
    commands: [[{ amount: CHF('20.00') }]],
    out: [
      [
        ['card', 1500],
        ['cash', 500],
      ],
    ],
    rounding: [-2],
  },
  {
    title: 'so does the amount before rounding',
    commands: [[{ amount: CHF('20.02') }]],
    out: [
      [
        ['card', 1500],
        ['cash', 500],
      ],
    ],
    rounding: [-2],
  },
  {
    title: 'a refund too small for a coin pays nothing, the last pays the rest',
    commands: [[{ amount: CHF('15.00') }, 'card'], [{ amount: CHF('0.02') }], [{ amount: CHF('5.00') }]],
    out: [[['card', 1500]], [], [['cash', 500]]],
    rounding: [0, -2, 0],
  },
])('$title', ({ commands, out, rounding }) => {
  const refunded = refundAll(paidFrancs(['10.01', '10.01'], [card(CHF('15.00')), cash(CHF('10.00'))]), commands);
  expect(paidOut(refunded)).toEqual(out);
  expect(refunded.refunds.map((one) => one.rounding.amount)).toEqual(rounding);
});

test('a payment that is wholly paid back says so, change never counted', () => {
  const sold = paidFrancs(['10.01', '10.01'], [card(CHF('15.00')), cash(CHF('10.00'))]);
  const cardBack = refundAll(sold, [[{ amount: CHF('15.00') }, 'card']]);
  expect(cardBack.payments.map(({ tender, status, refunded }) => [tender, status, refunded.amount])).toEqual([
    ['card', 'refunded', 1500],
    ['cash', 'captured', 0],
  ]);
  const allBack = refundAll(cardBack, [[{ amount: CHF('5.00') }]]);
  expect(allBack.payments.map(({ status, refunded }) => [status, refunded.amount])).toEqual([
    ['refunded', 1500],
    ['refunded', 500],
  ]);
  expect(allBack.status).toBe('refunded');
});

test('when rounding has paid all back, goods still come back, without money', () => {
  const items = Array.from({ length: 4 }, () => '0.03');
  const sold = paidFrancs(items, [cash(CHF('0.10'))]);
  const wanted = items.map((_, index) => [lines(quantityOf(index + 1, '1'))] as const);
  const refunded = refundAll(sold, wanted);
  expect(paidOut(refunded).flat()).toEqual([
    ['cash', 5],
    ['cash', 5],
  ]);
  expect(refunded.refunds.map(({ rounding }) => rounding.amount)).toEqual([2, 2, -3, -3]);
  expect(refunded.status).toBe('refunded');
  const half = refundAll(sold, wanted.slice(0, 2));
  expect(refusalOf(() => refund(half, refundOf(9, { amount: CHF('0.03') })))).toMatchObject({
    code: 'refund_exceeds_remaining',
    facts: { remaining: CHF('0') },
  });
});

/** Of 20.02 with 15.00 by card and 5.00 in cash. */
test.each<{ title: string; of: RefundOrder['of']; tender?: string; code: OrderRefusal; pointer: string }>([
  {
    title: 'more of a line than was sold',
    of: lines(quantityOf(1, '1'), quantityOf(2, '1.000001')),
    code: 'refund_exceeds_remaining',
    pointer: '/lines/1/quantity',
  },
  {
    title: 'a line twice',
    of: lines(quantityOf(1, '1'), quantityOf(1, '1')),
    code: 'refund_exceeds_remaining',
    pointer: '/lines/1/quantity',
  },
  { title: 'no quantity', of: lines(quantityOf(1, '0')), code: 'quantity_not_positive', pointer: '/lines/0/quantity' },
  { title: 'no lines', of: lines(), code: 'refund_empty', pointer: '/lines' },
  {
    title: 'a line of another order',
    of: lines(quantityOf(7, '1')),
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
  const sold = paidFrancs(['10.01', '10.01'], [card(CHF('15.00')), cash(CHF('10.00'))]);
  const refusal = refusalOf(() => refund(sold, refundOf(1, of, tender === undefined ? {} : { tender })));
  expect([refusal.code, refusal.fields.map((field) => field.pointer)]).toEqual([code, [pointer]]);
});

test('what is left is said when too much is asked for', () => {
  const half = refundAll(completedOrder, [[{ amount: USD('2.00') }]]);
  expect(refusalOf(() => refund(half, refundOf(2, { amount: USD('5.01') }))).facts).toMatchObject({
    remaining: USD('5.00'),
  });
  const one = refundAll(completedOrder, [[lines(quantityOf(1, '0.5'))]]);
  expect(refusalOf(() => refund(one, refundOf(2, lines(quantityOf(1, '2'))))).facts).toMatchObject({
    remaining: '1.5',
  });
});
