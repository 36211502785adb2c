import fc from 'fast-check';
import type { Decimal } from '../../../kernel/decimal.js';
import { money, sum, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { addPayments } from './order-payments.js';
import { refund, type RefundOrder } from './order-refunds.js';
import type { CompletedOrder, OpenOrder, Order } from './order-state.js';
import { at, newLine, newPayment, refundOf, saleOf, toTender } from './order.examples.js';
import { complete, placeOrder } from './order.js';
import { baskets, cashRoundings } from './pricing/v1/basket.examples.js';

const terms = { tenders: ['cash', 'card', 'voucher'] };

/** A wish for a refund, in parts of what is left, a little more than all included. */
const wishes = fc.record({
  kind: fc.constantFrom('line', 'amount'),
  line: fc.nat(),
  percent: fc.oneof(fc.integer({ min: 1, max: 105 }), fc.constant(100)),
  tender: fc.option(fc.constantFrom('cash', 'card', 'voucher'), { nil: undefined, freq: 3 }),
});
type Wish = typeof wishes extends fc.Arbitrary<infer T> ? T : never;

/** Sales of all kinds of baskets, paid in up to three parts, the last in cash or not. */
const sales: fc.Arbitrary<CompletedOrder> = fc
  .record({
    basket: baskets,
    cashRounding: cashRoundings,
    parts: fc.array(
      fc.record({ tender: fc.constantFrom('cash', 'card', 'voucher'), percent: fc.integer({ min: 1, max: 60 }) }),
      { maxLength: 2 },
    ),
    last: fc.constantFrom('cash', 'card'),
    extra: fc.nat(5000),
  })
  .map(({ basket, cashRounding, parts, last, extra }) => {
    const { currency, channel, taxRounding, taxExempt } = basket;
    const lines = basket.lines.map(({ unitPrice, quantity, taxGroup }, index) =>
      newLine(index + 1, { listPrice: unitPrice, quantity, taxGroup }),
    );
    const settings = { taxRounding, taxExempt, cashRounding, engineVersion: '2' };
    let order = placeOrder(saleOf({ currency, channel, settings, lines, payments: [], complete: false }))
      .state as OpenOrder;
    parts.forEach(({ tender, percent }, index) => {
      const amount = money(Math.floor((order.totals.due.amount * percent) / 100), currency);
      if (amount.amount > 0) order = addPayments(order, [{ ...newPayment(index, amount), tender }], terms).state;
    });
    for (let index = 10; order.totals.due.amount > 0; index += 1) {
      const { due } = order.totals;
      const amount = last === 'cash' ? money(due.amount + extra, currency) : due;
      order = addPayments(order, [{ ...newPayment(index, amount), tender: last }], terms).state;
    }
    return complete(order, at('12:00')).state;
  });

function wanted(order: Order, { kind, line, percent }: Wish): RefundOrder['of'] {
  if (kind === 'amount') {
    const left = sum(
      order.lines.map(({ total, refundedAmount }) => money(total.amount - refundedAmount.amount, order.currency)),
      order.currency,
    );
    return { amount: money(Math.ceil((left.amount * percent) / 100), order.currency) };
  }
  const { id, quantity, refundedQuantity } = order.lines[line % order.lines.length] as Order['lines'][number];
  const part = ((quantity - refundedQuantity) * BigInt(percent)) / 100n;
  return { lines: [{ lineId: id, quantity: part as Decimal }] };
}

/** Tries each wish in turn; what is refused is left out. */
function refundWishes(sold: CompletedOrder, list: readonly Wish[], each: (order: Order) => void): Order {
  let order: Order = sold;
  list.forEach((wish, index) => {
    try {
      const { tender } = wish;
      order = refund(order, refundOf(index, wanted(order, wish), toTender(tender))).state;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    each(order);
  });
  return order;
}

/** Takes back whatever is left, line by line, from the first or from the last. */
function refundRest(order: Order, fromLast: boolean): Order {
  const lines = fromLast ? [...order.lines].reverse() : order.lines;
  return lines.reduce((current, { id, quantity, refundedQuantity }) => {
    if (current.status === 'refunded' || quantity === refundedQuantity) return current;
    return refund(current, refundOf(0, { lines: [{ lineId: id, quantity: (quantity - refundedQuantity) as Decimal }] }))
      .state;
  }, order);
}

const totalOf = (order: Order, values: readonly Money[]) => sum(values, order.currency);
const payouts = (order: Order) =>
  totalOf(
    order,
    order.refunds.flatMap(({ payments }) => payments.map(({ amount }) => amount)),
  );

/** Every bound that is broken, in words: one expectation an order instead of hundreds. */
function brokenBounds(order: Order): string[] {
  const broken: string[] = [];
  const check = (holds: boolean, bound: string): void => {
    if (!holds) broken.push(bound);
  };
  check(payouts(order).amount <= order.totals.total.amount, 'more was paid out than the total');
  for (const { refunded, amount } of order.payments) check(refunded.amount <= amount.amount, 'more than was paid');
  for (const line of order.lines) {
    check(line.refundedQuantity <= line.quantity, 'more than was sold');
    check(line.refundedAmount.amount <= line.total.amount, 'more than the line came to');
    check(line.refundedTax.amount <= Math.min(line.tax.amount, line.refundedAmount.amount), 'more tax than was taken');
  }
  for (const made of order.refunds) {
    const out = made.payments.reduce((all, { amount }) => all + amount.amount, 0);
    check(out === made.amount.amount + made.rounding.amount, 'paid out is not amount and rounding');
    check(sumOf(made.lines.map(({ amount }) => amount)) === made.amount.amount, 'the lines are not the amount');
    check(sumOf(made.lines.map(({ tax }) => tax)) === made.tax.amount, 'the lines are not the tax');
    check(
      made.payments.every(({ amount }) => amount.amount > 0),
      'a payment of nothing',
    );
  }
  return broken;
}

function sumOf(values: readonly Money[]): number {
  return values.reduce((all, { amount }) => all + amount, 0);
}

test('any sequence of refunds stays within what was sold and paid, and gives all of it back in the end', () => {
  fc.assert(
    fc.property(sales, fc.array(wishes, { maxLength: 8 }), fc.boolean(), (sold, list, fromLast) => {
      const broken: string[] = [];
      const order = refundRest(
        refundWishes(sold, list, (after) => broken.push(...brokenBounds(after))),
        fromLast,
      );
      expect([...broken, ...brokenBounds(order)]).toEqual([]);
      expect(order.status).toBe('refunded');
      expect(payouts(order)).toEqual(order.totals.total);
      expect(
        totalOf(
          order,
          order.refunds.map(({ amount }) => amount),
        ),
      ).toEqual(
        totalOf(
          order,
          order.lines.map(({ total }) => total),
        ),
      );
      expect(
        totalOf(
          order,
          order.refunds.map(({ tax }) => tax),
        ),
      ).toEqual(order.totals.tax);
      expect(order.lines.map(({ refundedAmount, refundedTax }) => [refundedAmount, refundedTax])).toEqual(
        order.lines.map(({ total, tax }) => [total, tax]),
      );
      const backByPayment = order.payments.map(({ id }) => payoutOf(order, id));
      expect(backByPayment).toEqual(order.payments.map(({ refunded }) => refunded.amount));
      const changeBack =
        totalOf(
          order,
          order.payments.map(({ refunded }) => refunded),
        ).amount + order.totals.change.amount;
      expect(changeBack).toBe(order.totals.paid.amount);
    }),
    { numRuns: 400 },
  );
});

function payoutOf(order: Order, paymentId: string): number {
  const back = order.refunds.flatMap(({ payments }) => payments.filter((one) => one.paymentId === paymentId));
  return back.reduce((all, { amount }) => all + amount.amount, 0);
}

test('an order given back in one amount gives back the same as line by line', () => {
  fc.assert(
    fc.property(sales, (sold) => {
      if (sold.totals.total.amount === 0) return;
      const atOnce = refund(sold, refundOf(1, { amount: sold.totals.total })).state;
      const byLine = refundRest(sold, false);
      expect(atOnce.status).toBe('refunded');
      expect(payouts(atOnce)).toEqual(payouts(byLine));
      expect(atOnce.payments).toEqual(byLine.payments);
      const given = atOnce.lines.map(({ refundedAmount, refundedTax }) => [refundedAmount, refundedTax]);
      expect(given).toEqual(byLine.lines.map(({ refundedAmount, refundedTax }) => [refundedAmount, refundedTax]));
    }),
  );
});
