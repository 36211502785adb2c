import { toMajorUnits, type Money } from '../../../../kernel/money.js';
import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { SaleRefusal } from '../../application/sale-refusal.js';
import type { OfflineProblem } from './offline-problems.js';
import { promotionProblems } from './promotion-problems.js';

// The kernel's money refusals have their looks at the edge, where every module shares them.
type OwnRefusal = Exclude<SaleRefusal, 'currency_mismatch' | 'amount_out_of_range' | OfflineProblem>;

/** Why money is not taken, or not given back. */
const paymentProblems = {
  payment_in_doubt: {
    status: 409,
    title: 'Another payment of what is due is under way',
    detail: ({ inDoubt }) =>
      `${amountText(inDoubt)} may still come. Wait, ask again, cancel that payment, or send acceptDoubt with one recorded by hand.`,
    tellTheCashier: 'A payment is still on its way. Check it first.',
    howToProvoke: 'In test mode pay by mobile money an amount that ends in 03, then pay the same again.',
  },
  payment_not_found: { status: 404, title: 'The order has no such payment' },
  payment_not_pending: {
    status: 409,
    title: 'The payment is not under way',
    detail: ({ status }) => `It is ${String(status)}. What came in is refunded or returned.`,
  },
  payment_not_returnable: {
    status: 409,
    title: 'The payment cannot be given back',
    detail: ({ status }) => `It is ${String(status)}.`,
  },
  payment_reference_required: {
    status: 422,
    title: 'The tender needs a reference',
    detail: 'Send the number of the slip.',
  },
  payment_below_minimum: {
    status: 422,
    title: 'The amount is below what the tender is taken for',
    detail: ({ minimum }) => `The least is ${amountText(minimum)}.`,
  },
  payment_above_maximum: {
    status: 422,
    title: 'The amount is above what the tender is taken for',
    detail: ({ maximum }) => `The most is ${amountText(maximum)}.`,
  },
  drawer_session_required: {
    status: 422,
    title: 'The outlet takes money only into an open drawer',
    detail: 'Open a drawer session and send its id as drawerSessionId.',
    tellTheCashier: 'Open the drawer first.',
  },
  daily_closure_due: {
    status: 409,
    title: 'An earlier day must be closed first',
    detail: ({ businessDate }) =>
      `Close ${String(businessDate)}: the outlet has to close each day before it sells on the next.`,
    tellTheCashier: 'Yesterday is not closed yet. Call a manager.',
  },
  exchange_payment_by_provider: {
    status: 422,
    title: 'An exchange takes no payment that a provider collects',
    detail: 'Leave it out with complete: false, and pay on the new order afterwards.',
  },
  tip_not_adjustable: {
    status: 409,
    title: 'The tip of this payment cannot be adjusted',
    detail: 'Only a card payment that was recorded by hand can take a tip afterwards.',
  },
  tip_too_late: {
    status: 409,
    title: 'The day or drawer that the payment counts in is closed',
    detail: ({ businessDate }) => `It counts in ${String(businessDate)}.`,
  },
} satisfies ProblemTable;

/** How the refusals of sales look to a caller. */
export const orderProblems: ProblemTable<OwnRefusal> = {
  order_not_found: {
    status: 404,
    title: 'There is no such order',
    howToProvoke: 'Ask for an order id that was never used.',
  },
  order_id_taken: {
    status: 409,
    title: 'The order id was used for another order',
    detail: 'The same id came before with another body. Make a fresh UUIDv7 for a new order.',
  },
  payment_id_taken: {
    status: 409,
    title: 'The payment id was used before',
    detail: 'Make a fresh UUIDv7 for a new payment.',
  },
  refund_id_taken: {
    status: 409,
    title: 'The refund id was used before',
    detail: 'Make a fresh UUIDv7 for a new refund.',
  },
  line_id_taken: {
    status: 409,
    title: 'The line id was used before in this order',
    detail: 'Make a fresh UUIDv7 for a new line.',
  },
  order_not_open: {
    status: 409,
    title: 'The order is not open',
    detail: ({ status }) => `It is ${String(status)}. Only open orders can be changed; recall a held one first.`,
    tellTheCashier: 'This order is finished or set aside.',
    howToProvoke: 'Add a line to a completed order.',
  },
  order_not_held: { status: 409, title: 'The order is not held', detail: ({ status }) => `It is ${String(status)}.` },
  order_not_refundable: {
    status: 409,
    title: 'The order has nothing to refund',
    detail: ({ status }) => `It is ${String(status)}. Completed orders are refunded; open ones are voided.`,
  },
  order_empty: {
    status: 422,
    title: 'The order has no lines',
    detail: 'Add what is sold before completing the order.',
  },
  order_has_payments: {
    status: 409,
    title: 'The order has payments',
    detail: 'Money was taken for it. Complete the order and refund it.',
    tellTheCashier: 'Money was taken for this order: finish it, then refund it.',
  },
  order_already_paid: { status: 422, title: 'The order is paid', detail: 'Nothing is due. Complete the order.' },
  line_not_found: { status: 404, title: 'There is no such line on the order' },
  line_in_combo: {
    status: 409,
    title: 'The line is a part of a combo',
    detail: ({ comboId }) => `Change or take off the combo as a whole: its id ${String(comboId)} does for a line's.`,
    tellTheCashier: 'This belongs to a combo: change the combo.',
  },
  line_not_discountable: {
    status: 422,
    title: 'Nothing may be taken off this line',
    detail: 'It sells a gift card.',
  },
  discount_not_found: { status: 404, title: 'There is no such discount on the order' },
  discount_value_invalid: {
    status: 422,
    title: 'The discount takes nothing off, or more than all',
    detail: 'A percentage is above 0 and at most 100, an amount above zero.',
  },
  discount_id_taken: {
    status: 409,
    title: 'The discount id was used before in this order',
    detail: 'Make a fresh UUIDv7 for a new discount.',
  },
  tip_negative: { status: 422, title: 'A tip is not below zero', detail: 'A tip of zero takes an earlier one back.' },
  quantity_not_positive: {
    status: 422,
    title: 'The quantity is not above zero',
    detail: 'Returns are refunds of the order that was sold.',
  },
  amount_not_positive: { status: 422, title: 'The amount is not above zero', detail: 'Money given back is a refund.' },
  tender_not_accepted: {
    status: 422,
    title: 'The outlet does not accept this tender',
    detail: ({ tenders }) => `It accepts: ${(tenders as readonly string[]).join(', ')}.`,
  },
  payment_due: {
    status: 422,
    title: 'The order is not paid',
    detail: ({ due }) => `Still due: ${amountText(due)}. Add payments before completing.`,
    tellTheCashier: 'Not all is paid yet.',
    howToProvoke: 'Complete an order without payments.',
  },
  payment_exceeds_due: {
    status: 422,
    title: 'Payment is larger than the amount due',
    detail: ({ due }) => `Due is ${amountText(due)}. Only cash may exceed the due amount.`,
    howToProvoke: 'Pay more than the total by card.',
  },
  paid_exceeds_total: {
    status: 409,
    title: 'More was paid than the order would come to',
    detail: 'Complete the order and refund the line instead.',
  },
  refund_empty: { status: 422, title: 'The refund names nothing', detail: 'Name lines with quantities, or an amount.' },
  refund_exceeds_remaining: {
    status: 422,
    title: 'The refund is more than is left',
    detail: 'A refund never exceeds what was paid or sold, less what was refunded before.',
    howToProvoke: 'Refund the same line twice.',
  },
  refund_exceeds_tender: {
    status: 422,
    title: 'The refund is more than was paid by this tender',
    detail: 'Leave the tender out to refund to all tenders the order was paid with.',
  },
  refund_tender_mismatch: {
    status: 422,
    title: 'The order was not paid by this tender',
    detail: 'Money goes back to where it came from. Leave the tender out, or name one the order was paid with.',
  },
  outlet_unknown: {
    status: 422,
    title: 'There is no such outlet',
    detail: 'Use an id of GET /v1/{tenant}/pos/outlets.',
  },
  outlet_closed: { status: 422, title: 'The outlet is closed', detail: 'It was closed for good and sells no more.' },
  item_unknown: {
    status: 422,
    title: 'There is no such item',
    detail: ({ sku }) => `No item has the SKU ${String(sku)}. Import it, or synchronise the till's catalogue.`,
    tellTheCashier: 'This item is not in the catalogue.',
  },
  item_inactive: {
    status: 422,
    title: 'The item is not for sale',
    detail: ({ sku }) => `${String(sku)} is switched off in the catalogue.`,
  },
  tax_group_missing: {
    status: 422,
    title: 'The outlet does not know how the item is taxed',
    detail: ({ taxCategory }) => `Add the tax group ${String(taxCategory)} to the outlet.`,
  },
  price_mismatch: {
    status: 422,
    title: 'The price has changed',
    detail: ({ price }) => `The present price is ${amountText(price)}. Prices are the server's; ask for a quote.`,
    tellTheCashier: 'The price has changed; the new one is shown.',
  },
  price_required: {
    status: 422,
    title: 'The price of this item is asked at the till',
    detail: ({ suggested }) => `Send it as unitPrice. ${amountText(suggested)} is usual.`,
    tellTheCashier: 'Type the price.',
  },
  gift_card_code_required: {
    status: 422,
    title: 'The gift card is not named',
    detail: 'Scan or type the code of the card.',
    tellTheCashier: 'Scan the gift card.',
  },
  gift_card_quantity: {
    status: 422,
    title: 'Each gift card is a line of its own',
    detail: 'A line that sells a gift card has the quantity 1.',
  },
  fire_exceeds_quantity: {
    status: 422,
    title: 'More is to be fired than was ordered',
    detail: ({ ordered }) => `The line has ${String(ordered)}. Quantities are what shall have been fired in all.`,
    howToProvoke: 'Fire two of a line that has one.',
  },
  nothing_to_fire: {
    status: 409,
    title: 'Nothing is left to fire',
    detail: 'The kitchen was told of all of it before.',
    tellTheCashier: 'The kitchen has all of this already.',
    howToProvoke: 'Fire an order twice.',
  },
  not_a_gift_card: { status: 422, title: 'The item is no gift card', detail: 'Leave giftCardCode out.' },
  customer_required: {
    status: 422,
    title: 'The order has no customer',
    detail: 'Points belong to a customer: give the order a customerId when it is placed.',
  },
  modifier_unknown: { status: 422, title: 'The item has no such modifier', detail: 'Leave the modifier out.' },
  ...promotionProblems,
  ...paymentProblems,
  receipt_format_unavailable: {
    status: 406,
    title: 'The receipt cannot be had in this format',
    detail: 'Accept application/json, text/plain, text/html, application/pdf or application/vnd.escpos.',
    howToProvoke: 'Ask for a receipt with Accept: image/png.',
  },
  placed_in_future: {
    status: 422,
    title: 'The sale lies in the future',
    detail: "placedAt is more than a day ahead of the server's clock. Set the till's clock.",
  },
};

function amountText(value: unknown): string {
  const amount = value as Money;
  return `${amount.currency} ${toMajorUnits(amount)}`;
}
