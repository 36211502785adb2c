import { decimal, formatDecimal } from '../../../kernel/decimal.js';
import { cardValues, cardValuesTakenBack } from './order-gift-cards.js';
import { addLines, changeLine, removeLine } from './order-lines.js';
import type { NewCombo, NewLine } from './order-line.js';
import { refund } from './order-refunds.js';
import type { CompletedOrder, OpenOrder, Order } from './order-state.js';
import {
  exampleId,
  newLine,
  newPayment,
  noTerms,
  ofLines,
  openOrder,
  refundOf,
  refusalOf,
  saleOf,
  taxGroups,
  USD,
} from './order.examples.js';
import { placeOrder } from './order.js';

const comboId = exampleId<'order-line'>(150);
const combo = (quantity: string): NewCombo => ({
  ...{ id: comboId, sku: 'breakfast', name: 'Breakfast', quantity: decimal(quantity) },
  pricing: { kind: 'fixed', listPrice: USD('10.00'), priceSteps: [] },
});
const part = (number: number, price: string, quantity: string, but: Partial<NewLine> = {}): NewLine =>
  newLine(number, {
    ...{ listPrice: USD(price), quantity: decimal(quantity), combo: { id: comboId, upcharge: USD('0') } },
    ...but,
  });

/** Two breakfasts at 10.00: an espresso, two eggs and a pancake with another rate each, beside the two espressos of before. */
const parts = [part(2, '3.50', '2'), part(3, '1.00', '4'), part(4, '7.00', '2', { taxGroup: taxGroups.zeroRated })];
const order = addLines(openOrder, { lines: parts, combos: [combo('2')], overrides: [] }, noTerms).state;
const quantities = ({ lines }: Order) => lines.map(({ quantity }) => formatDecimal(quantity));

test('a combo comes as its parts, which share what it costs', () => {
  expect(order.lines.map(({ combo: of }) => of?.name)).toEqual([undefined, 'Breakfast', 'Breakfast', 'Breakfast']);
  expect(order.lines.map(({ gross }) => gross.amount)).toEqual([700, 560, 320, 1120]);
  expect(order.totals.total).toEqual(USD('27.00'));
});

test('a part cannot be changed or taken off alone, its note can', () => {
  for (const command of [
    () => changeLine(order, exampleId(102), { quantity: decimal('1') }, noTerms),
    () => removeLine(order, exampleId(102), noTerms),
  ]) {
    expect(refusalOf(command)).toMatchObject({ code: 'line_in_combo', facts: { comboId } });
  }
  expect(changeLine(order, exampleId(103), { note: 'soft' }, noTerms).state.lines[2]?.note).toBe('soft');
});

test('the combo is changed with all its parts, by its id', () => {
  const { state, events } = changeLine(order, comboId, { quantity: decimal('3'), note: 'by the window' }, noTerms);
  expect(quantities(state)).toEqual(['2', '3', '6', '3']);
  expect(state.lines.map(({ note }) => note)).toEqual([null, 'by the window', null, null]);
  expect(state.totals.total).toEqual(USD('37.00'));
  expect(events.map(({ type }) => type)).toEqual(Array.from({ length: 3 }, () => 'pos.order.line_changed'));
  expect(changeLine(state, comboId, { quantity: decimal('2'), note: null }, noTerms).state.totals).toEqual(
    order.totals,
  );
});

test('the combo is taken off with all its parts', () => {
  const { state, events } = removeLine(order, comboId, noTerms);
  expect(quantities(state)).toEqual(['2']);
  expect(state.totals).toEqual(openOrder.totals);
  expect(events).toHaveLength(3);
});

describe('given back', () => {
  const payments = [newPayment(1, USD('20.00'), { tender: 'card' })];
  const sold = placeOrder(saleOf({ lines: parts, combos: [combo('2')], payments })).state as CompletedOrder;

  test('one part alone, for its frozen share', () => {
    const { state } = refund(sold, refundOf(1, ofLines([4, '1'])));
    expect(state.refunds[0]).toMatchObject({ amount: USD('5.60'), tax: USD('0') });
    expect(state.lines.map(({ gross }) => gross)).toEqual(sold.lines.map(({ gross }) => gross));
  });

  test('by the combo: as many of each part as it takes, and all of it in the end', () => {
    const one = { lines: [{ lineId: comboId, quantity: decimal('1') }] };
    const { state } = refund(sold, refundOf(1, one));
    expect(state.refunds[0]?.lines.map(({ quantity }) => formatDecimal(quantity))).toEqual(['1', '2', '1']);
    expect(state.refunds[0]?.amount).toEqual(USD('10.00'));
    expect(refund(state, refundOf(2, one)).state).toMatchObject({ status: 'refunded' });
    const tooMuch = { lines: [{ lineId: comboId, quantity: decimal('1.5') }] };
    expect(refusalOf(() => refund(state, refundOf(2, tooMuch))).code).toBe('refund_exceeds_remaining');
  });
});

test('a gift card is worth what its line costs, and refunds take off just that, however they are cut', () => {
  const giftCard = { cardId: exampleId(800), last4: 'V4CE' };
  const card = newLine(1, { listPrice: USD('33.33'), taxGroup: taxGroups.exclusive8, giftCard, discountable: false });
  const payments = [newPayment(1, USD('40.00'))];
  const sold = placeOrder(saleOf({ lines: [card, newLine(2)], payments })).state as CompletedOrder;
  expect(cardValues(sold)).toMatchObject([{ cardId: giftCard.cardId, amount: USD('33.33') }]);
  let left: Order = sold;
  let off = 0;
  for (const [number, amount] of ['10.00', '0.01', '20.00', '9.78'].entries()) {
    const { state } = refund(left, refundOf(number + 1, { amount: USD(amount) }));
    const made = state.refunds.at(-1);
    if (made === undefined) throw new Error('no refund was made');
    for (const value of cardValuesTakenBack(left, made)) off += value.amount.amount;
    left = state;
  }
  expect(left.status).toBe('refunded');
  expect(off).toBe(3333);
});

test('a service charge is shared by lines, and comes back with them', () => {
  const serviceCharge = { name: 'Service', rate: decimal('12.5'), basis: 'before_tax', taxGroup: null } as const;
  const sale = saleOf({
    serviceCharge,
    lines: [newLine(1), newLine(2, { listPrice: USD('5.40') })],
    payments: [],
    complete: false,
  });
  const { totals, lines } = placeOrder(sale).state as OpenOrder;
  expect(totals).toMatchObject({ subtotal: USD('8.90'), serviceCharge: USD('1.11'), total: USD('10.01') });
  expect(lines.map((line) => line.serviceCharge.amount)).toEqual([44, 67]);
  expect(lines.map(({ total }) => total.amount)).toEqual([394, 607]);
});
