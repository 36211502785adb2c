import type { Decision } from '../../../kernel/decision.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { assertGivable } from './givable-discount.js';
import type { DiscountId, ManualDiscount, NewDiscount } from './manual-discount.js';
import { commit, type OrderEvent, type OrderHappening } from './order-events.js';
import type { PricingTerms } from './order-pricing.js';
import { reprice } from './order-repricing.js';
import { discountSnapshot } from './order-line-snapshot.js';
import { inStatus, type OpenOrder, type Order, type OrderRefusal } from './order-state.js';

/** Who gives a discount, and when. */
export interface Giver {
  readonly givenBy: string;
  readonly givenAt: Date;
}

/**
 * Takes something off by a person's decision, and prices the order anew.
 * @throws Refusal `order_not_open`, `discount_value_invalid`, `currency_mismatch`, `line_not_found`, `line_not_discountable`,
 * `paid_exceeds_total`.
 */
export function giveDiscount(
  order: Order,
  wanted: NewDiscount,
  giver: Giver,
  terms: PricingTerms,
): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  assertGivable(wanted, open.lines, open.currency);
  const given = givenDiscount(wanted, giver);
  const state = reprice(open, { discounts: [...open.discounts, given] }, terms);
  return commit(state, discountsGiven([given]));
}

/**
 * Takes a discount back that a person gave.
 * @throws Refusal `order_not_open`, `discount_not_found`.
 */
export function removeDiscount(
  order: Order,
  discountId: DiscountId,
  terms: PricingTerms,
): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const removed = open.discounts.find(({ id }) => id === discountId);
  if (removed === undefined) {
    throw new Refusal<OrderRefusal>('discount_not_found', { orderId: order.id, discountId });
  }
  const state = reprice(open, { discounts: open.discounts.filter((one) => one !== removed) }, terms);
  const details = { discount: discountSnapshot(removed) };
  return commit(state, [{ type: 'pos.order.discount_removed', details }]);
}

/**
 * Accepts a promotion code, of which the terms have the promotion, and prices the order anew.
 * @param code in its normal form.
 * @throws Refusal `order_not_open`, `paid_exceeds_total`.
 */
export function addPromoCode(order: Order, code: string, terms: PricingTerms): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const promoCodes = open.promoCodes.includes(code) ? open.promoCodes : [...open.promoCodes, code];
  const state = reprice(open, { promoCodes }, terms);
  return commit(state, [{ type: 'pos.order.promo_code_added', details: { code } }]);
}

/**
 * Gives a promotion code back: what it brought is taken away.
 * @param code in its normal form.
 * @throws Refusal `order_not_open`, `promo_code_not_on_order`.
 */
export function removePromoCode(order: Order, code: string, terms: PricingTerms): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  if (!open.promoCodes.includes(code)) {
    throw new Refusal<OrderRefusal>('promo_code_not_on_order', { orderId: order.id, code });
  }
  const state = reprice(open, { promoCodes: open.promoCodes.filter((one) => one !== code) }, terms);
  return commit(state, [{ type: 'pos.order.promo_code_removed', details: { code } }]);
}

/**
 * Sets the tip: the guest's gift, outside sales and tax.
 * @throws Refusal `order_not_open`, `tip_negative`, `currency_mismatch`, `paid_exceeds_total`.
 */
export function changeTip(order: Order, tip: Money, terms: PricingTerms): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  assertTip(tip, open.currency);
  const before = open.totals.tip;
  const state = reprice(open, { tip }, terms);
  return commit(state, [{ type: 'pos.order.tip_changed', details: { before, tip } }]);
}

/** @throws Refusal `tip_negative`, `currency_mismatch`, with pointer `/tip`. */
export function assertTip(tip: Money, currency: string): void {
  if (tip.currency !== currency) {
    const field = { pointer: '/tip/currency', message: `the order is in ${currency}` };
    throw new Refusal<OrderRefusal>('currency_mismatch', { expected: currency, actual: tip.currency }, [field]);
  }
  if (tip.amount < 0) {
    throw new Refusal<OrderRefusal>('tip_negative', {}, [
      { pointer: '/tip/amount', message: 'must not be below zero' },
    ]);
  }
}

/** A discount with who gave it. */
export function givenDiscount({ pointer: _, ...wanted }: NewDiscount, giver: Giver): ManualDiscount {
  return { ...wanted, ...giver };
}

/** What happened where people gave discounts. */
export function discountsGiven(given: readonly ManualDiscount[]): OrderHappening[] {
  return given.map((discount) => {
    return { type: 'pos.order.discount_given', details: { discount: discountSnapshot(discount), approvedBy: null } };
  });
}
