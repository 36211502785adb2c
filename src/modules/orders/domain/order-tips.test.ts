import { complete, placeOrder } from './order.js';
import { addPayments } from './order-payments.js';
import { applyOutcome } from './order-provider-payments.js';
import { refund } from './order-refunds.js';
import type { Order } from './order-state.js';
import { adjustTip } from './order-tips.js';
import { at, CHF, exampleId, newLine, newPayment, refundOf, refusalOf, saleOf, taxGroups } from './order.examples.js';

const terms = { tenders: ['cash', 'card', 'mpesa'], pointerTo: () => '' };
const ID = exampleId<'payment'>(900);
const slip = (number: number, amount: string) => newPayment(number, CHF(amount), { tender: 'card' });

function billOf(total: string): Order {
  const lines = [newLine(1, { listPrice: CHF(total), taxGroup: taxGroups.untaxed })];
  return placeOrder(saleOf({ currency: 'CHF', lines, payments: [], complete: false })).state;
}

const asked = newPayment(0, CHF('10.00'), { id: ID, tender: 'mpesa', provider: 'treasury' });
const captured =
  applyOutcome(addPayments(billOf('10.00'), [asked], terms).state, {
    ...{ paymentId: ID, to: 'captured', amount: null, reference: null, reason: null, at: at('12:30') },
    ...{ bookedOn: null, drawerSessionId: null, completeOrder: false },
  }).decision?.state ?? billOf('10.00');

describe('a tip written on the slip', () => {
  const sold = complete(addPayments(billOf('10.00'), [slip(1, '10.00')], terms).state, at('12:31')).state;

  test('makes payment, tip and total grow alike, and can be corrected', () => {
    const once = adjustTip(sold, exampleId(201), CHF('1.50'), null).state;
    expect(once.totals).toMatchObject({ tip: CHF('1.50'), total: CHF('11.50'), paid: CHF('11.50'), due: CHF('0') });
    expect(adjustTip(once, exampleId(201), CHF('1.00'), 'misread').state.payments[0]?.amount).toEqual(CHF('11.00'));
    expect(refund(once, refundOf(1, { amount: CHF('10.00') })).state.refunds[0]?.payments[0]?.amount).toEqual(
      CHF('10.00'),
    );
  });

  test.each([
    {
      title: 'on cash',
      order: complete(addPayments(billOf('9'), [newPayment(1, CHF('9'))], terms).state, at('12:31')).state,
    },
    { title: 'on what a provider captured', order: complete(captured, at('12:31')).state, id: ID },
  ])('is refused $title', ({ order, id = exampleId<'payment'>(201) }) => {
    expect(refusalOf(() => adjustTip(order, id, CHF('1.00'), null)).code).toBe('tip_not_adjustable');
  });
});
