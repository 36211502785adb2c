import { decimal } from '../../../kernel/decimal.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { fire } from './order-firing.js';
import { addLines, changeLine, removeLine } from './order-lines.js';
import { addPayments } from './order-payments.js';
import { refund } from './order-refunds.js';
import type { Order, OrderRefusal, OrderStatus } from './order-state.js';
import {
  at,
  BHD,
  exampleId,
  items,
  JPY,
  newLine,
  newPayment,
  noTerms,
  orders,
  refundOf,
  refusalOf,
  saleOf,
  taxGroups,
  USD,
  voidedBy,
} from './order.examples.js';
import { complete, hold, placeOrder, priceOrder, recall, voidOrder, type PlaceOrder } from './order.js';

const lineId = exampleId<'order-line'>(101);
const terms = { tenders: ['cash', 'card'] };

const commands = {
  addLines: (order: Order) => addLines(order, items(newLine(2)), noTerms),
  changeLine: (order: Order) => changeLine(order, lineId, { quantity: decimal('3') }, noTerms),
  removeLine: (order: Order) => removeLine(order, lineId, noTerms),
  addPayments: (order: Order) => addPayments(order, [newPayment(2, USD('7.00'))], terms),
  complete: (order: Order) => complete(order, at('12:30')),
  voidOrder: (order: Order) => voidOrder(order, 'guest left', voidedBy),
  fire: (order: Order) => fire(order, null, at('11:45')),
  hold: (order: Order) => hold(order),
  recall: (order: Order) => recall(order),
  refund: (order: Order) => refund(order, refundOf(2, { lines: [{ lineId, quantity: decimal('1') }] })),
} satisfies Record<string, (order: Order) => Decision<Order>>;

type Outcome = OrderStatus | OrderRefusal;
type Row = Record<OrderStatus, Outcome>;

/** What a paid order answers to a command for open ones. */
const settled = {
  voided: 'order_not_open',
  completed: 'order_not_open',
  partially_refunded: 'order_not_open',
  refunded: 'order_not_open',
} as const;
const never = {
  voided: 'order_not_held',
  completed: 'order_not_held',
  partially_refunded: 'order_not_held',
  refunded: 'order_not_held',
} as const;

// The open order of the examples is not paid, so completing it is refused for that; the partly refunded one has 5.00 left.
const outcomes: Record<keyof typeof commands, Row> = {
  addLines: { open: 'open', held: 'order_not_open', ...settled },
  changeLine: { open: 'open', held: 'order_not_open', ...settled },
  removeLine: { open: 'open', held: 'order_not_open', ...settled },
  addPayments: { open: 'open', held: 'order_not_open', ...settled },
  complete: { open: 'payment_due', held: 'order_not_open', ...settled },
  voidOrder: { open: 'voided', held: 'voided', ...settled },
  fire: {
    open: 'open',
    held: 'order_not_open',
    voided: 'order_not_open',
    completed: 'completed',
    partially_refunded: 'partially_refunded',
    refunded: 'order_not_open',
  },
  hold: { open: 'held', held: 'order_not_open', ...settled },
  recall: { open: 'order_not_held', held: 'open', ...never },
  refund: {
    open: 'order_not_refundable',
    held: 'order_not_refundable',
    voided: 'order_not_refundable',
    completed: 'partially_refunded',
    partially_refunded: 'partially_refunded',
    refunded: 'order_not_refundable',
  },
};

function outcomeOf(command: () => Decision<Order>): Outcome {
  try {
    return command().state.status;
  } catch (error) {
    if (error instanceof Refusal) return error.code as OrderRefusal;
    throw error;
  }
}

const entries = <K extends string, V>(record: Record<K, V>) => Object.entries(record) as [K, V][];

describe.each(entries(outcomes))('%s', (command, row) => {
  test.each(entries(row))('on an order that is %s: %s', (status, outcome) => {
    expect(outcomeOf(() => commands[command](orders[status]))).toBe(outcome);
  });

  test('counts versions and events wherever it is accepted', () => {
    for (const [status, outcome] of entries(row)) {
      if (!(outcome in orders)) continue;
      const before = orders[status];
      const { state, events } = commands[command](before);
      expect(state.version).toBe(before.version + 1);
      expect(events.map(({ sequence }) => sequence)).toEqual([before.eventSequence + 1]);
      expect(state.eventSequence).toBe(before.eventSequence + 1);
    }
  });
});

test('a sale in one call is complete at version 1, with two events', () => {
  const { state, events } = placeOrder(saleOf());
  expect(state).toMatchObject({ status: 'completed', version: 1, eventSequence: 2, completedAt: at('11:39') });
  expect(state.totals).toMatchObject({ total: USD('7.00'), paid: USD('10.00'), change: USD('3.00'), due: USD('0') });
  expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
    ['pos.order.created', 1],
    ['pos.order.completed', 2],
  ]);
});

test('a sale taken step by step ends as one in one call, but for its versions', () => {
  const opened = placeOrder(saleOf({ lines: [], payments: [], complete: false })).state;
  const withLine = addLines(opened, items(...saleOf().lines), noTerms).state;
  const paid = addPayments(withLine, saleOf().payments, terms).state;
  const inSteps = complete(paid, at('11:39')).state;
  const atOnce = placeOrder(saleOf()).state;
  expect(inSteps).toEqual({ ...atOnce, version: 4, eventSequence: 4 });
});

test.each<{ title: string; but: Partial<PlaceOrder>; code: OrderRefusal; pointer?: string }>([
  { title: 'nothing on it', but: { lines: [], payments: [] }, code: 'order_empty' },
  { title: 'too little paid', but: { payments: [newPayment(1, USD('6.99'))] }, code: 'payment_due' },
  {
    title: 'a quantity of zero',
    but: { lines: [newLine(1, { quantity: decimal('0') })] },
    code: 'quantity_not_positive',
    pointer: '/lines/0/quantity',
  },
  {
    title: 'a negative quantity',
    but: { lines: [newLine(1), newLine(2, { quantity: decimal('-1') })] },
    code: 'quantity_not_positive',
    pointer: '/lines/1/quantity',
  },
  {
    title: 'an item in another currency',
    but: { lines: [newLine(1, { listPrice: JPY('350') })] },
    code: 'currency_mismatch',
    pointer: '/lines/0/sku',
  },
  {
    title: 'more than money can count',
    but: { lines: [newLine(1, { listPrice: USD('9999999999.99'), quantity: decimal('999999999') })] },
    code: 'amount_out_of_range',
    pointer: '/lines/0/quantity',
  },
  {
    title: 'paid in another currency',
    but: { payments: [newPayment(1, BHD('7'))] },
    code: 'currency_mismatch',
    pointer: '/payments/0/amount/currency',
  },
])('a complete sale with $title: $code', ({ but, code, pointer }) => {
  const refusal = refusalOf(() => placeOrder(saleOf(but)));
  expect(refusal.code).toBe(code);
  expect(refusal.fields.map((field) => field.pointer)).toEqual(pointer === undefined ? [] : [pointer]);
});

test('a free order completes without payment', () => {
  const free = saleOf({ lines: [newLine(1, { listPrice: USD('0') })], payments: [] });
  expect(placeOrder(free).state).toMatchObject({ status: 'completed', totals: { total: USD('0'), due: USD('0') } });
});

test('what is due is said when a sale cannot be completed', () => {
  expect(refusalOf(() => complete(orders.open, at('12:00'))).facts).toMatchObject({
    due: USD('7.00'),
    orderId: orders.open.id,
  });
});

test('an order with money in it is not given up', () => {
  const paid = addPayments(orders.open, [newPayment(1, USD('2.00'))], terms).state;
  expect(outcomeOf(() => voidOrder(paid, 'guest left', voidedBy))).toBe('order_has_payments');
  expect(outcomeOf(() => voidOrder(hold(paid).state, 'guest left', voidedBy))).toBe('order_has_payments');
});

test('a voided order keeps its reason, lines and totals', () => {
  const { state, events } = voidOrder(orders.open, 'wrong table', voidedBy);
  expect(state).toMatchObject({
    status: 'voided',
    voidReason: 'wrong table',
    lines: orders.open.lines,
    totals: orders.open.totals,
  });
  expect(events).toMatchObject([
    { type: 'pos.order.voided', data: { reason: 'wrong table', order: { status: 'voided' } } },
  ]);
});

describe('lines', () => {
  test('are numbered in order of entry and priced together', () => {
    const three = addLines(orders.open, items(newLine(2), newLine(3)), noTerms);
    expect(three.state.lines.map(({ lineNumber }) => lineNumber)).toEqual([1, 2, 3]);
    expect(three.state.totals).toMatchObject({ total: USD('14.00'), tax: USD('1.93') });
    expect(three.events.map(({ type, data }) => [type, data.order])).toEqual([
      ['pos.order.line_added', expect.objectContaining({ version: 2 })],
      ['pos.order.line_added', expect.objectContaining({ version: 2 })],
    ]);
    const middleGone = removeLine(three.state, exampleId(102), noTerms).state;
    expect(addLines(middleGone, items(newLine(4)), noTerms).state.lines.map(({ lineNumber }) => lineNumber)).toEqual([
      1, 3, 4,
    ]);
  });

  test('keep their price and taxes when the order is priced again', () => {
    const takeaway = placeOrder(
      saleOf({ channel: 'takeaway', lines: [newLine(1, { taxGroup: taxGroups.food })], payments: [], complete: false }),
    ).state;
    const changed = changeLine(takeaway, lineId, { quantity: decimal('2') }, noTerms).state;
    expect(changed.taxes).toMatchObject([{ code: 'VAT', rate: decimal('7'), amount: USD('0.46') }]);
    expect(changed.lines[0]).toMatchObject({ unitPrice: USD('3.50'), gross: USD('7.00') });
  });

  test('change in quantity, in note, or in both', () => {
    const noted = changeLine(orders.open, lineId, { note: 'no sugar' }, noTerms).state;
    expect(noted.lines[0]).toMatchObject({ note: 'no sugar', quantity: decimal('2'), total: USD('7.00') });
    const more = changeLine(noted, lineId, { quantity: decimal('2.5') }, noTerms).state;
    expect(more.lines[0]).toMatchObject({ note: 'no sugar', quantity: decimal('2.5'), total: USD('8.75') });
    expect(changeLine(more, lineId, { note: null }, noTerms).state.lines[0]?.note).toBeNull();
  });

  test('cannot be changed to nothing, nor be changed when they are not there', () => {
    const { code, fields } = refusalOf(() => changeLine(orders.open, lineId, { quantity: decimal('0') }, noTerms));
    expect([code, fields[0]?.pointer]).toEqual(['quantity_not_positive', '/quantity']);
    expect(outcomeOf(() => changeLine(orders.open, exampleId(999), { note: 'x' }, noTerms))).toBe('line_not_found');
    expect(outcomeOf(() => removeLine(orders.open, exampleId(999), noTerms))).toBe('line_not_found');
  });

  test('the request may have its own places', () => {
    const bad = newLine(2, { quantity: decimal('0'), pointer: '' });
    expect(refusalOf(() => addLines(orders.open, items(bad), noTerms)).fields[0]?.pointer).toBe('/quantity');
  });
});

test('a quote is the order that would be, with the explanation of its prices', () => {
  const { order, explanation } = priceOrder(saleOf());
  const placed = placeOrder(saleOf({ payments: [], complete: false })).state;
  expect({ ...order, version: 1, eventSequence: 1 }).toEqual(placed);
  expect(explanation.map(({ rule }) => rule)).toEqual(['list_price', 'line_amount', 'tax']);
});
