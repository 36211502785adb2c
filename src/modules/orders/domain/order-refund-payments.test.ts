import { refund, type RefundOrder } from './order-refunds.js';
import type { Order } from './order-state.js';
import { CHF, newPayment, ofLines, paidFrancs, refundAll, refundOf, refusalOf, splitOrder } from './order.examples.js';

const paidOut = (order: Order) =>
  order.refunds.map(({ payments }) => payments.map(({ tender, amount }) => [tender, amount.amount]));

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
    commands: [[ofLines([1, '1'])], [ofLines([2, '1'])]],
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
  const refunded = refundAll(splitOrder, commands);
  expect(paidOut(refunded)).toEqual(out);
  expect(refunded.refunds.map((one) => one.rounding.amount)).toEqual(rounding);
});

test('a payment that is wholly paid back says so, change never counted', () => {
  const cardBack = refundAll(splitOrder, [[{ amount: CHF('15.00') }, 'card']]);
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
  const sold = paidFrancs(items, [newPayment(1, CHF('0.10'))]);
  const wanted = items.map((_, index) => [ofLines([index + 1, '1'])] as const);
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
