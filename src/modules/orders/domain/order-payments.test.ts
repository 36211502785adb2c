import fc from 'fast-check';
import { decimal } from '../../../kernel/decimal.js';
import { money, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { addLines, changeLine, removeLine } from './order-lines.js';
import { addPayments, type NewPayment } from './order-payments.js';
import type { OpenOrder, OrderSettings } from './order-state.js';
import {
  CHF,
  exampleId,
  fiveCents,
  JPY,
  items,
  newLine,
  newPayment,
  noTerms,
  refusalOf,
  saleOf,
  settings,
  taxGroups,
} from './order.examples.js';
import { placeOrder } from './order.js';
import { cashRoundings } from './pricing/v1/basket.examples.js';

const terms = { tenders: ['cash', 'card', 'voucher'] };
const cash = (amount: string) => newPayment(0, CHF(amount));
const card = (amount: string) => newPayment(0, CHF(amount), { tender: 'card', reference: 'slip 7' });

/** An open order of one untaxed line. */
function billOf(total: Money, but: Partial<OrderSettings> = {}): OpenOrder {
  const lines = [newLine(1, { listPrice: total, taxGroup: taxGroups.untaxed })];
  const rules = { ...settings, ...but };
  return placeOrder(saleOf({ currency: total.currency, settings: rules, lines, payments: [], complete: false }))
    .state as OpenOrder;
}

function pay(order: OpenOrder, payments: readonly NewPayment[]): OpenOrder {
  return payments.reduce((paid, payment, index) => {
    return addPayments(paid, [{ ...payment, id: exampleId(500 + paid.payments.length + index) }], terms).state;
  }, order);
}

/** Of a bill of 19.98 at a step of 0.05. */
test.each([
  { title: 'cash to the coin', payments: [cash('20.00')], rounding: '0.02', total: '20.00', change: '0', due: '0' },
  {
    title: 'a note, and change',
    payments: [cash('50.00')],
    rounding: '0.02',
    total: '20.00',
    change: '30.00',
    due: '0',
  },
  { title: 'a card is never rounded', payments: [card('19.98')], rounding: '0', total: '19.98', change: '0', due: '0' },
  {
    title: 'part cash, the rest due unrounded',
    payments: [cash('10.00')],
    rounding: '0',
    total: '19.98',
    change: '0',
    due: '9.98',
  },
  {
    title: 'part card, the rest rounded in cash',
    payments: [card('9.97'), cash('10.00')],
    rounding: '-0.01',
    total: '19.97',
    change: '0',
    due: '0',
  },
  {
    title: 'part cash, the rest by card to the cent',
    payments: [cash('10.00'), card('9.98')],
    rounding: '0',
    total: '19.98',
    change: '0',
    due: '0',
  },
  {
    title: 'cash twice',
    payments: [cash('5.00'), cash('20.00')],
    rounding: '0.02',
    total: '20.00',
    change: '5.00',
    due: '0',
  },
  {
    title: 'cash of the unrounded amount leaves two cents due',
    payments: [cash('19.98')],
    rounding: '0.02',
    total: '20.00',
    change: '0',
    due: '0.02',
  },
])('$title', ({ payments, rounding, total, change, due }) => {
  const { totals } = pay(billOf(CHF('19.98'), { cashRounding: fiveCents }), payments);
  expect(totals).toMatchObject({
    rounding: CHF(rounding),
    total: CHF(total),
    change: CHF(change),
    due: CHF(due),
    tax: CHF('0'),
  });
});

test.each([
  { title: 'rounded down', bill: '10.02', tendered: '10.00', change: '0' },
  { title: 'rounded down, and the guest gave the cents', bill: '10.02', tendered: '10.02', change: '0.02' },
  { title: 'so small that nothing is left of it', bill: '0.02', tendered: '0.05', change: '0.05' },
])('a bill $title is settled', ({ bill, tendered, change }) => {
  const { totals } = pay(billOf(CHF(bill), { cashRounding: fiveCents }), [cash(tendered)]);
  expect(totals).toMatchObject({ due: CHF('0'), change: CHF(change) });
  expect(totals.paid.amount - totals.change.amount).toBe(totals.total.amount);
});

/** Of a bill of 10.00 without a rule. */
test.each([
  {
    title: 'card above what is due',
    before: [],
    payment: card('10.01'),
    code: 'payment_exceeds_due',
    pointer: '/amount/amount',
  },
  {
    title: 'card above what cash left',
    before: [cash('4.00')],
    payment: card('6.01'),
    code: 'payment_exceeds_due',
    pointer: '/amount/amount',
  },
  { title: 'nothing', before: [], payment: cash('0'), code: 'amount_not_positive', pointer: '/amount/amount' },
  {
    title: 'less than nothing',
    before: [],
    payment: cash('-1'),
    code: 'amount_not_positive',
    pointer: '/amount/amount',
  },
  {
    title: 'another currency',
    before: [],
    payment: { ...cash('1'), amount: JPY('1000') },
    code: 'currency_mismatch',
    pointer: '/amount/currency',
  },
  {
    title: 'a tender not taken here',
    before: [],
    payment: { ...cash('1'), tender: 'cheque' },
    code: 'tender_not_accepted',
    pointer: '/tender',
  },
  {
    title: 'more after cash with change',
    before: [cash('20.00')],
    payment: cash('1'),
    code: 'order_already_paid',
    pointer: '',
  },
  {
    title: 'more after a settling card',
    before: [card('10.00')],
    payment: card('0.01'),
    code: 'order_already_paid',
    pointer: '',
  },
])('$title: $code', ({ before, payment, code, pointer }) => {
  const bill = pay(billOf(CHF('10.00')), before);
  const refusal = refusalOf(() => addPayments(bill, [payment], { ...terms, pointerTo: () => '' }));
  expect([refusal.code, refusal.fields[0]?.pointer]).toEqual([code, pointer]);
});

test('the second of two payments is pointed at, with what was still due', () => {
  const refusal = refusalOf(() => addPayments(billOf(CHF('10.00')), [cash('4.00'), card('6.01')], terms));
  expect(refusal.fields[0]?.pointer).toBe('/payments/1/amount/amount');
  expect(refusal.facts).toMatchObject({ due: CHF('6.00') });
});

test('what rounding alone leaves due is for coins, not for a card', () => {
  const coinsDue = pay(billOf(CHF('19.98'), { cashRounding: fiveCents }), [cash('19.98')]);
  const refusal = refusalOf(() => addPayments(coinsDue, [card('0.02')], terms));
  expect(refusal).toMatchObject({ code: 'payment_exceeds_due', facts: { due: CHF('0') } });
  expect(pay(coinsDue, [cash('0.05')]).totals).toMatchObject({ due: CHF('0'), change: CHF('0.03') });
});

test('any tender that the outlet lists is treated like a card', () => {
  const voucher = { ...card('10.00'), tender: 'voucher' };
  const paid = addPayments(billOf(CHF('10.00')), [voucher], terms);
  expect(paid.state.payments).toMatchObject([
    { tender: 'voucher', status: 'captured', amount: CHF('10.00'), refunded: CHF('0') },
  ]);
  expect(paid.events).toMatchObject([{ type: 'pos.order.payment_captured', data: { payment: { tender: 'voucher' } } }]);
});

describe('lines of an order with money in it', () => {
  const settled = pay(billOf(CHF('10.02'), { cashRounding: fiveCents }), [cash('20.00')]);
  const more = newLine(2, { listPrice: CHF('5.00'), taxGroup: taxGroups.untaxed });

  test('add to what is due, and the rounding waits for the next settling', () => {
    const due = addLines(settled, items(more), noTerms).state;
    expect(due.totals).toMatchObject({
      total: CHF('15.02'),
      rounding: CHF('0'),
      change: CHF('10.00'),
      due: CHF('5.02'),
    });
    expect(pay(due, [cash('10.00')]).totals).toMatchObject({
      total: CHF('15.00'),
      change: CHF('15.00'),
      due: CHF('0'),
    });
    expect(pay(due, [card('5.02')]).totals).toMatchObject({ total: CHF('15.02'), change: CHF('10.00'), due: CHF('0') });
  });

  test('may change as long as what was paid is not too much', () => {
    expect(changeLine(settled, exampleId(101), { note: 'hot' }, noTerms).state.totals).toEqual(settled.totals);
    expect(refusalOf(() => changeLine(settled, exampleId(101), { quantity: decimal('0.5') }, noTerms)).code).toBe(
      'paid_exceeds_total',
    );
    expect(refusalOf(() => removeLine(settled, exampleId(101), noTerms))).toMatchObject({
      code: 'paid_exceeds_total',
      facts: { total: CHF('0'), overpaid: CHF('10.00') },
    });
    const removed = removeLine(addLines(settled, items(more), noTerms).state, exampleId(102), noTerms).state;
    expect(removed.totals).toEqual(settled.totals);
  });
});

test('however an order is paid, due never falls below zero and a settled order has kept its total', () => {
  const parts = fc.array(
    fc.record({ tender: fc.constantFrom('cash', 'card'), percent: fc.integer({ min: 1, max: 250 }) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 6 }), cashRoundings, parts, (bill, cashRounding, attempts) => {
      let order = billOf(money(bill, 'CHF'), { cashRounding });
      attempts.forEach(({ tender, percent }, index) => {
        const amount = money(Math.ceil((bill * percent) / 100), 'CHF');
        try {
          order = addPayments(order, [{ ...newPayment(index, amount), tender }], terms).state;
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        const { total, paid, change, due, rounding, subtotal } = order.totals;
        expect(total.amount).toBe(subtotal.amount + rounding.amount);
        expect(due.amount).toBe(Math.max(0, total.amount - paid.amount + change.amount));
        if (due.amount === 0) expect(paid.amount - change.amount).toBe(total.amount);
        expect(change.amount).toBeLessThanOrEqual(
          order.payments.reduce((sum, one) => sum + (one.tender === 'cash' ? one.amount.amount : 0), 0),
        );
      });
    }),
  );
});
