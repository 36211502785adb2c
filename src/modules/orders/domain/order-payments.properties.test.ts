import fc from 'fast-check';
import { money, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { placeOrder } from './order.js';
import { addPayments, type NewPayment } from './order-payments.js';
import { applyOutcome, cancelPayment, returnPayment, type PaymentOutcome } from './order-provider-payments.js';
import type { Order } from './order-state.js';
import { at, CHF, exampleId, newLine, newPayment, saleOf, taxGroups } from './order.examples.js';

const terms = { tenders: ['cash', 'card', 'mpesa'], pointerTo: () => '' };
const ID = exampleId<'payment'>(900);
const mpesa = (amount: string, but: Partial<NewPayment> = {}) =>
  newPayment(0, CHF(amount), { id: ID, tender: 'mpesa', provider: 'treasury', ...but });

function applied(order: Order, to: PaymentOutcome['to'], but: Partial<PaymentOutcome> = {}): Order {
  const outcome: PaymentOutcome = {
    ...{ paymentId: ID, to, amount: null, reference: 'ref-1', reason: null, at: at('12:30') },
    ...{ bookedOn: null, drawerSessionId: null, completeOrder: false },
    ...but,
  };
  return applyOutcome(order, outcome).decision?.state ?? order;
}

test('whatever happens to payments, paid is what came in, and nothing is taken twice', () => {
  const step = fc.record({
    what: fc.constantFrom('ask', 'cash', 'card', 'pending', 'captured', 'failed', 'unknown', 'cancel', 'return'),
    which: fc.nat(5),
    percent: fc.integer({ min: 1, max: 150 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 6 }), fc.array(step, { maxLength: 25 }), (bill, steps) => {
      let order = placeOrder(
        saleOf({
          currency: 'CHF',
          lines: [newLine(1, { listPrice: money(bill, 'CHF'), taxGroup: taxGroups.untaxed })],
          payments: [],
          complete: false,
        }),
      ).state as Order;
      let taken = 0;
      steps.forEach(({ what, which, percent }, index) => {
        const amount = money(Math.ceil((bill * percent) / 100), 'CHF');
        const before = order;
        try {
          order = stepped(order, what, which, amount, index);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        taken +=
          order.totals.paid.amount -
          order.totals.change.amount -
          (before.totals.paid.amount - before.totals.change.amount);
        expect(order.totals.paid.amount - order.totals.change.amount).toBe(taken);
        expect(order.totals.due.amount).toBe(Math.max(0, bill - taken));
        expect(taken).toBeLessThanOrEqual(bill);
      });
    }),
  );
});

function stepped(order: Order, what: string, which: number, amount: Money, index: number): Order {
  const id = order.payments[which % Math.max(1, order.payments.length)]?.id ?? ID;
  const made = { id: exampleId<'payment'>(1000 + index) };
  switch (what) {
    case 'ask':
      return addPayments(order, [mpesa('1', { ...made, amount })], terms).state;
    case 'cash':
    case 'card':
      return addPayments(order, [newPayment(0, amount, { ...made, tender: what, acceptDoubt: index % 2 === 0 })], terms)
        .state;
    case 'cancel':
      return cancelPayment(order, id).state;
    case 'return':
      return returnPayment(order, id, at('13:00'), { reason: 'x', approvedBy: null }).state;
    default:
      return applied(order, what as PaymentOutcome['to'], { paymentId: id, amount });
  }
}
