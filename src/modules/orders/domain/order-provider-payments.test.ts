import { complete, hold, placeOrder, voidOrder } from './order.js';
import type { PaymentStatus } from './order-payment.js';
import { addPayments, type NewPayment } from './order-payments.js';
import { applyOutcome, cancelPayment, returnPayment, type PaymentOutcome } from './order-provider-payments.js';
import { refund } from './order-refunds.js';
import type { Order, OrderRefusal } from './order-state.js';
import {
  at,
  CHF,
  exampleId,
  newLine,
  newPayment,
  refundOf,
  refusalOf,
  saleOf,
  settings,
  taxGroups,
  voidedBy,
} from './order.examples.js';

const terms = { tenders: ['cash', 'card', 'mpesa'], pointerTo: () => '' };
const ID = exampleId<'payment'>(900);
const mpesa = (amount: string, but: Partial<NewPayment> = {}) =>
  newPayment(0, CHF(amount), { id: ID, tender: 'mpesa', provider: 'treasury', ...but });
const slip = (number: number, amount: string, but: Partial<NewPayment> = {}) =>
  newPayment(number, CHF(amount), { tender: 'card', ...but });

function billOf(total: string): Order {
  const lines = [newLine(1, { listPrice: CHF(total), taxGroup: taxGroups.untaxed })];
  return placeOrder(saleOf({ currency: 'CHF', settings, lines, payments: [], complete: false })).state;
}

const outcome = (to: PaymentOutcome['to'], but: Partial<PaymentOutcome> = {}): PaymentOutcome => ({
  paymentId: ID,
  to,
  amount: null,
  reference: 'ref-1',
  reason: to === 'failed' ? 'declined' : null,
  at: at('12:30'),
  bookedOn: null,
  drawerSessionId: null,
  completeOrder: false,
  ...but,
});

function applied(order: Order, to: PaymentOutcome['to'], but: Partial<PaymentOutcome> = {}): Order {
  return applyOutcome(order, outcome(to, but)).decision?.state ?? order;
}

const asked = addPayments(billOf('10.00'), [mpesa('10.00')], terms).state;
const captured = applied(asked, 'captured');
const inStatus: Record<PaymentStatus, Order> = {
  initiated: asked,
  pending: applied(asked, 'pending'),
  unknown: applied(asked, 'unknown'),
  failed: applied(asked, 'failed'),
  captured,
  refunded: refund(complete(captured, at('12:31')).state, refundOf(1, { amount: CHF('10.00') })).state,
  charged_back: applied(captured, 'charged_back'),
};

/** What each outcome makes of a payment in each status. */
const outcomes: Record<PaymentOutcome['to'], Record<PaymentStatus, PaymentStatus>> = {
  pending: {
    ...{ initiated: 'pending', pending: 'pending', unknown: 'pending', failed: 'failed' },
    ...{ captured: 'captured', refunded: 'refunded', charged_back: 'charged_back' },
  },
  captured: {
    ...{ initiated: 'captured', pending: 'captured', unknown: 'captured', failed: 'failed' },
    ...{ captured: 'captured', refunded: 'refunded', charged_back: 'charged_back' },
  },
  failed: {
    ...{ initiated: 'failed', pending: 'failed', unknown: 'failed', failed: 'failed' },
    ...{ captured: 'captured', refunded: 'refunded', charged_back: 'charged_back' },
  },
  unknown: {
    ...{ initiated: 'unknown', pending: 'unknown', unknown: 'unknown', failed: 'failed' },
    ...{ captured: 'captured', refunded: 'refunded', charged_back: 'charged_back' },
  },
  charged_back: {
    ...{ initiated: 'initiated', pending: 'pending', unknown: 'unknown', failed: 'failed' },
    ...{ captured: 'charged_back', refunded: 'charged_back', charged_back: 'charged_back' },
  },
  chargeback_won: {
    ...{ initiated: 'initiated', pending: 'pending', unknown: 'unknown', failed: 'failed' },
    ...{ captured: 'captured', refunded: 'refunded', charged_back: 'captured' },
  },
};

const cells = Object.entries(outcomes).flatMap(([to, row]) =>
  Object.entries(row).map(([status, next]) => ({
    to: to as PaymentOutcome['to'],
    status: status as PaymentStatus,
    next,
  })),
);

test.each(cells)('$to, told of a payment that is $status: $next', ({ to, status, next }) => {
  const order = inStatus[status];
  const after = applied(order, to);
  expect(after.payments[0]?.status).toBe(next);
  expect(after === order).toBe(next === status);
  // Told twice, it changes nothing more.
  expect(applyOutcome(after, outcome(to)).decision).toBeUndefined();
});

test.each([
  { back: '10.00', becomes: 'refunded' },
  { back: '4.00', becomes: 'captured' },
] as const)('a chargeback that is won after $back went back to the guest: $becomes', ({ back, becomes }) => {
  const sold = refund(complete(captured, at('12:31')).state, refundOf(1, { amount: CHF(back) })).state;
  const lost = applied(sold, 'charged_back');
  const { decision, taken } = applyOutcome(lost, outcome('chargeback_won'));
  expect(decision?.state.payments).toMatchObject([{ status: becomes, refunded: CHF(back), failure: null }]);
  expect(decision?.events.map(({ type }) => type)).toEqual(['pos.order.payment_chargeback_won']);
  expect([taken, decision?.state.totals]).toEqual([null, sold.totals]);
});

test.each<[PaymentStatus, PaymentStatus | OrderRefusal]>([
  ['initiated', 'failed'],
  ['pending', 'failed'],
  ['unknown', 'failed'],
  ['failed', 'payment_not_pending'],
  ['captured', 'payment_not_pending'],
  ['refunded', 'payment_not_pending'],
  ['charged_back', 'payment_not_pending'],
])('a payment that is %s is given up: %s', (status, expected) => {
  const given = (): string => String(cancelPayment(inStatus[status], ID).state.payments[0]?.status);
  if (expected === 'failed') expect(given()).toBe('failed');
  else expect(refusalOf(given).code).toBe(expected);
});

/** Of a bill of 10.00 for which 10.00 were asked by mobile money. */
test.each([
  { title: 'what was asked', order: asked, amount: null, taken: '10.00', refused: null, due: '0' },
  { title: 'less: the rest stays due', order: asked, amount: '6.00', taken: '6.00', refused: null, due: '4.00' },
  {
    title: 'more: the rest is not taken',
    order: asked,
    amount: '12.00',
    taken: '10.00',
    refused: 'exceeds_asked',
    due: '0',
  },
  {
    title: 'after it was given up',
    order: cancelPayment(asked, ID).state,
    amount: null,
    taken: null,
    refused: 'payment_cancelled',
    due: '10.00',
  },
  {
    title: 'after the order was voided',
    order: voidOrder(asked, 'guest left', voidedBy).state,
    amount: null,
    taken: null,
    refused: 'payment_cancelled',
    due: '10.00',
  },
  {
    title: 'after cash settled the order',
    order: complete(addPayments(asked, [newPayment(1, CHF('10.00'), { acceptDoubt: true })], terms).state, at('12:20'))
      .state,
    amount: null,
    taken: null,
    refused: 'order_settled',
    due: '0',
  },
  {
    title: 'after cash paid a part',
    order: addPayments(asked, [newPayment(1, CHF('4.00'), { acceptDoubt: true })], terms).state,
    amount: null,
    taken: '6.00',
    refused: 'exceeds_asked',
    due: '0',
  },
  { title: 'a second time', order: captured, amount: null, taken: null, refused: 'already_captured', due: '0' },
  { title: 'for an order set aside', order: hold(asked).state, amount: null, taken: '10.00', refused: null, due: '0' },
])('money that comes: $title', ({ order, amount, taken, refused, due }) => {
  const told = applyOutcome(order, outcome('captured', { amount: amount === null ? null : CHF(amount) }));
  expect([told.taken, told.refused]).toEqual([taken === null ? null : CHF(taken), refused]);
  expect((told.decision?.state ?? order).totals.due).toEqual(CHF(due));
});

test('an order that waits for its payment is completed with it', () => {
  const told = applyOutcome(asked, outcome('captured', { completeOrder: true, bookedOn: '2025-03-15' }));
  expect(told.decision?.state).toMatchObject({
    status: 'completed',
    bookedOn: '2025-03-15',
    totals: { due: CHF('0') },
  });
  expect(told.decision?.events.map(({ type }) => type)).toEqual(['pos.order.payment_captured', 'pos.order.completed']);
});

test.each([
  { title: 'the same again by card', payment: slip(1, '10.00'), code: 'payment_in_doubt' },
  { title: 'the same again in cash', payment: newPayment(1, CHF('10.00')), code: 'payment_in_doubt' },
  {
    title: 'the same again through the provider',
    payment: mpesa('10.00', { acceptDoubt: true }),
    code: 'payment_in_doubt',
  },
  { title: 'more than was ever due', payment: slip(1, '10.01'), code: 'payment_exceeds_due' },
])('while a payment is under way, $title is refused', ({ payment, code }) => {
  expect(refusalOf(() => addPayments(asked, [{ ...payment, id: exampleId(901) }], terms)).code).toBe(code);
});

test('what is not being paid already may be paid', () => {
  const part = addPayments(billOf('10.00'), [mpesa('6.00')], terms).state;
  const rest = addPayments(part, [slip(1, '4.00')], terms).state;
  expect(rest.totals.due).toEqual(CHF('6.00'));
  expect(applied(rest, 'captured').totals.due).toEqual(CHF('0'));
});

test('a surcharge is on top of what is paid, and a part of the money has its part of it', () => {
  const charged = addPayments(billOf('10.00'), [mpesa('10.00', { surcharge: CHF('0.25') })], terms).state;
  expect(charged.payments[0]).toMatchObject({ amount: CHF('10.25'), surcharge: CHF('0.25') });
  expect(applied(charged, 'captured').totals).toMatchObject({
    surcharge: CHF('0.25'),
    total: CHF('10.25'),
    due: CHF('0'),
  });
  const part = applied(charged, 'captured', { amount: CHF('4.10') });
  expect(part.totals).toMatchObject({
    surcharge: CHF('0.10'),
    total: CHF('10.10'),
    paid: CHF('4.10'),
    due: CHF('6.00'),
  });
  const sold = complete(applied(charged, 'captured'), at('12:31')).state;
  expect(refund(sold, refundOf(1, { amount: CHF('10.00') })).state.refunds[0]?.payments[0]?.amount).toEqual(
    CHF('10.00'),
  );
});

describe('a payment given back before the order is settled', () => {
  const cash = addPayments(billOf('10.00'), [newPayment(1, CHF('20.00'))], terms).state;
  const why = { reason: 'guest left', approvedBy: 'manager-1' };

  test('does not count any more, and takes its change along', () => {
    const { state, events, returned } = returnPayment(cash, exampleId(201), at('12:40'), why);
    expect(returned).toEqual(CHF('10.00'));
    expect(state.totals).toMatchObject({ paid: CHF('0'), change: CHF('0'), due: CHF('10.00') });
    expect(events).toMatchObject([{ type: 'pos.order.payment_returned', data: { returned: CHF('10.00'), ...why } }]);
    expect(voidOrder(state, 'guest left', voidedBy).state.status).toBe('voided');
  });

  test.each([
    {
      title: 'twice',
      order: returnPayment(cash, exampleId(201), at('12:40'), why).state,
      code: 'payment_not_returnable',
    },
    { title: 'while it is under way', order: asked, code: 'payment_not_returnable' },
    { title: 'after the sale', order: complete(cash, at('12:40')).state, code: 'order_not_open' },
    { title: 'that is not there', order: billOf('1.00'), code: 'payment_not_found' },
  ])('$title is refused', ({ order, code }) => {
    const id = order === asked ? ID : exampleId<'payment'>(201);
    expect(refusalOf(() => returnPayment(order, id, at('12:41'), why)).code).toBe(code);
  });
});
