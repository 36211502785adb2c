import fc from 'fast-check';
import type { Order } from '../../../../sdk/src/contract/models.js';
import { readQuantity, writeQuantity } from './decimal-text.js';
import {
  afterRefund,
  draftRefund,
  isRefundable,
  paidWith,
  refundLines,
  stepLine,
  takeAll,
  toggleLine,
  worthOfRefund,
} from './refund-draft.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });

function sale(...lines: { quantity: string; total: number }[]): Order {
  return {
    status: 'completed',
    lines: lines.map(({ quantity, total }, index) => ({
      ...{ id: `l${index}`, quantity, total: KES(total), refundedQuantity: '0' },
    })),
    payments: [
      { tender: 'cash', status: 'captured' },
      { tender: 'card', status: 'failed' },
    ],
    refunds: [],
    totals: { total: KES(lines.reduce((sum, { total }) => sum + total, 0)) },
  } as unknown as Order;
}

test.each([
  { text: '1', millionths: 1_000_000n, written: '1' },
  { text: '0.125', millionths: 125_000n, written: '0.125' },
  { text: '2,50', millionths: 2_500_000n, written: '2.5' },
  { text: '1.0000001', millionths: undefined, written: undefined },
  { text: '-1', millionths: undefined, written: undefined },
])('reads $text', ({ text, millionths, written }) => {
  const read = readQuantity(text);
  expect(read).toBe(millionths);
  expect(read === undefined ? undefined : writeQuantity(read)).toBe(written);
});

test('a line is taken back whole, then not at all', () => {
  const draft = toggleLine(draftRefund(sale({ quantity: '3', total: 1_000 })), 'l0');
  expect(refundLines(draft)).toEqual([{ lineId: 'l0', quantity: '3' }]);
  expect(refundLines(toggleLine(draft, 'l0'))).toEqual([]);
});

test('of three pieces one is worth its share rounded down, the last all the rest', () => {
  let order = sale({ quantity: '3', total: 1_000 });
  const worth: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const draft = stepLine(draftRefund(order), 'l0', 1);
    worth.push(worthOfRefund(draft).amount);
    order = afterRefund(draft, `r${turn}`, '2026-11-21T10:00:00Z');
  }
  expect(worth).toEqual([333, 333, 334]);
  expect([order.status, isRefundable(order)]).toEqual(['refunded', false]);
});

test.each([
  { title: 'no more than is left', quantity: '2', steps: [1, 1, 1] as const, taken: '2' },
  { title: 'no less than nothing', quantity: '2', steps: [1, -1, -1] as const, taken: undefined },
  { title: 'what was weighed comes back whole', quantity: '0.25', steps: [1] as const, taken: '0.25' },
])('$title', ({ quantity, steps, taken }) => {
  const draft = steps.reduce((one, step) => stepLine(one, 'l0', step), draftRefund(sale({ quantity, total: 500 })));
  expect(refundLines(draft)[0]?.quantity).toBe(taken);
});

test('only what came in counts as paid with', () => {
  expect(paidWith(sale())).toEqual(['cash']);
});

test('however a sale comes back, it is its total', () => {
  const lines = fc.array(fc.record({ quantity: fc.constantFrom('1', '3', '7', '0.333'), total: fc.nat(100_000) }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(lines, fc.array(fc.nat(3), { maxLength: 12 }), (made, steps) => {
      let order = sale(...made);
      let back = 0;
      for (const index of steps) {
        const draft = stepLine(draftRefund(order), `l${index}`, 1);
        if (draft.taken.size === 0) continue;
        back += worthOfRefund(draft).amount;
        order = afterRefund(draft, 'r', '2026-11-21T10:00:00Z');
      }
      back += worthOfRefund(takeAll(draftRefund(order))).amount;
      return back === order.totals.total.amount;
    }),
  );
});
