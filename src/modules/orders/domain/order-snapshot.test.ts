import { decimal } from '../../../kernel/decimal.js';
import { refund } from './order-refunds.js';
import { rateText } from './order-line-snapshot.js';
import { explanationSnapshot, orderSnapshot } from './order-snapshot.js';
import type { OrderStatus } from './order-state.js';
import { completedOrder, exampleId, orders, refundOf, saleOf, USD } from './order.examples.js';
import { placeOrder, priceOrder } from './order.js';

const money = (amount: number) => ({ amount, currency: 'USD' });

// Keys and their order are API.md "The sale": whoever reads or diffs JSON by eye finds the same shape everywhere.
test('a completed sale is rendered as the contract says, to the byte', () => {
  const expected = {
    id: exampleId(1),
    number: 'A-000001',
    receiptNumber: null,
    status: 'completed',
    outletId: exampleId(2),
    channel: 'counter',
    lines: [
      {
        id: exampleId(101),
        sku: 'espresso',
        name: 'Espresso',
        quantity: '2',
        unitPrice: money(350),
        gross: money(700),
        discount: money(0),
        tax: money(97),
        total: money(700),
        note: null,
        modifiers: [],
        taxes: [{ code: 'VAT', rate: '16.0', base: money(603), amount: money(97) }],
        refundedQuantity: '0',
        discounts: [],
        serviceCharge: money(0),
        combo: null,
        giftCard: null,
        firedQuantity: '0',
        firedAt: null,
      },
    ],
    taxes: [{ code: 'VAT', rate: '16.0', base: money(603), amount: money(97) }],
    totals: {
      subtotal: money(700),
      discount: money(0),
      serviceCharge: money(0),
      tax: money(97),
      tip: money(0),
      rounding: money(0),
      surcharge: money(0),
      total: money(700),
      paid: money(1000),
      change: money(300),
      due: money(0),
    },
    payments: [
      {
        id: exampleId(201),
        tender: 'cash',
        status: 'captured',
        amount: money(1000),
        change: money(300),
        surcharge: money(0),
        reference: null,
        provider: null,
        failure: null,
        drawerSessionId: null,
      },
    ],
    refunds: [],
    customerId: null,
    tableId: null,
    note: null,
    promoCodes: [],
    discounts: [],
    taxExemption: null,
    serviceChargeWaived: false,
    cashierId: 'api-key:demo',
    drawerSessionId: null,
    late: false,
    bookedOn: null,
    placedAt: '2025-03-14T11:38:00.000Z',
    recordedAt: '2025-03-14T11:39:00.000Z',
    businessDate: '2025-03-14',
    version: 1,
  };
  expect(JSON.stringify(orderSnapshot(completedOrder))).toBe(JSON.stringify(expected));
});

test('a refund is rendered with its lines and payments', () => {
  const refunded = refund(completedOrder, refundOf(1, { amount: USD('2.00') })).state;
  expect(orderSnapshot(refunded).refunds).toEqual([
    {
      id: exampleId(301),
      amount: money(200),
      tax: money(27),
      rounding: money(0),
      reason: 'cold coffee',
      lines: [{ lineId: exampleId(101), quantity: '0', amount: money(200), tax: money(27) }],
      payments: [{ paymentId: exampleId(201), tender: 'cash', amount: money(200) }],
      refundedBy: 'api-key:demo',
      refundedAt: '2025-03-14T12:00:00.000Z',
      businessDate: '2025-03-14',
      bookedOn: null,
      late: false,
      drawerSessionId: null,
      approvedBy: null,
    },
  ]);
});

test.each(Object.keys(orders) as OrderStatus[])(
  'an order that is %s is plain JSON, the same when read back',
  (status) => {
    const snapshot = orderSnapshot(orders[status]);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(snapshot.status).toBe(status);
  },
);

test.each([
  { rate: '16', text: '16.0' },
  { rate: '8.875', text: '8.875' },
  { rate: '0', text: '0.0' },
])('a rate of $rate is written $text', ({ rate, text }) => {
  expect(rateText(decimal(rate))).toBe(text);
});

test('an explanation is plain JSON', () => {
  const steps = explanationSnapshot(priceOrder(saleOf()).explanation);
  expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
  expect(steps).toMatchObject([
    { rule: 'list_price' },
    { rule: 'line_amount', quantity: '2' },
    { rule: 'tax', rate: '16.0' },
  ]);
  expect(steps[0]).not.toHaveProperty('quantity');
});

describe('events', () => {
  test('the creation of a sale that is completed at once carries a summary, its completion the whole', () => {
    const { state, events } = placeOrder(saleOf());
    const [created, completed] = events;
    expect(created?.data.order).toEqual({
      id: exampleId(1),
      number: 'A-000001',
      receiptNumber: null,
      status: 'completed',
      outletId: exampleId(2),
      channel: 'counter',
      totals: { total: money(700) },
      placedAt: '2025-03-14T11:38:00.000Z',
      recordedAt: '2025-03-14T11:39:00.000Z',
      businessDate: '2025-03-14',
      version: 1,
    });
    expect(completed).toMatchObject({ aggregate: 'orders', aggregateId: state.id, outletId: state.outletId });
    expect(completed?.data.order).toEqual(orderSnapshot(state));
  });

  test('the creation of an order that stays open carries the whole, and each payment has its own event', () => {
    const { state, events } = placeOrder(saleOf({ complete: false }));
    expect(events.map(({ type }) => type)).toEqual(['pos.order.created', 'pos.order.payment_captured']);
    expect(events.map(({ data }) => data.order)).toEqual([orderSnapshot(state), orderSnapshot(state)]);
    expect(events[1]).toMatchObject({
      sequence: 2,
      data: { payment: { id: exampleId(201), tender: 'cash', amount: money(1000) } },
    });
  });
});
