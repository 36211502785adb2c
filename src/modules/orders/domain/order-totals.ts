import { add, least, negate, subtract, sum, zero, type Money } from '../../../kernel/money.js';
import { counts, isCash, type OrderPayment } from './order-payment.js';
import type { OrderTotals } from './order-state.js';
import type { BasketTotals } from './pricing/basket.js';
import { roundCash, type CashRounding } from './pricing/cash-rounding.js';

/** Totals, and how much more cash was kept than they ask for: to hand back, or a reason to refuse. */
export interface Settlement {
  readonly totals: OrderTotals;
  /** Never below zero. */
  readonly overpaid: Money;
}

/** The part of totals that the basket alone decides. */
export type Charge = Pick<OrderTotals, 'subtotal' | 'discount' | 'serviceCharge' | 'tax' | 'tip'> & {
  /** What is asked for before cash rounding. */
  readonly charge: Money;
};

/** What a priced basket asks for, with its tip. */
export function chargeOf({ subtotal, discount, serviceCharge, tax, tip, total }: BasketTotals): Charge {
  return { subtotal, discount, serviceCharge, tax, tip, charge: total };
}

/** What an order's totals ask for: its total as it was before cash rounding and surcharges. */
export function chargeOfTotals(totals: OrderTotals): Charge {
  const { subtotal, discount, serviceCharge, tax, tip, total, rounding, surcharge } = totals;
  return { subtotal, discount, serviceCharge, tax, tip, charge: subtract(subtract(total, rounding), surcharge) };
}

/**
 * Sets payments against a charge; those that do not count are passed over. Surcharges of payments add to the total. Cash rounding
 * appears when the last payment is cash and settles the rest, and rounds only what the other tenders leave (DOMAIN P6); it
 * disappears when a new line makes the order due again.
 * @param change cash handed back so far.
 */
export function settle(
  charge: Charge,
  all: readonly OrderPayment[],
  change: Money,
  rule: CashRounding | null,
): Settlement {
  const { subtotal, discount, serviceCharge, tax, tip } = charge;
  const { currency } = charge.charge;
  const none = zero(currency);
  const payments = all.filter(counts);
  const surcharge = sum(
    payments.map((payment) => payment.surcharge),
    currency,
  );
  const asked = add(charge.charge, surcharge);
  const paid = sum(
    payments.map(({ amount }) => amount),
    currency,
  );
  const cash = sum(
    payments.filter(isCash).map(({ amount }) => amount),
    currency,
  );
  const cashKept = subtract(cash, change);
  const rest = subtract(asked, subtract(paid, cash));
  const rounding = isCash(payments[payments.length - 1]) ? roundingOf(rest, cashKept, rule) : none;
  const open = subtract(add(rest, rounding), cashKept);
  const total = add(asked, rounding);
  const due = open.amount > 0 ? open : none;
  const overpaid = open.amount < 0 ? negate(open) : none;
  const totals = { subtotal, discount, serviceCharge, tax, tip, rounding, surcharge, total, paid, change, due };
  return { totals, overpaid };
}

/** What may still be paid by a tender other than cash: such parts are never rounded. */
export function dueUnrounded(totals: OrderTotals): Money {
  return subtract(subtract(totals.total, totals.rounding), subtract(totals.paid, totals.change));
}

// Cash settles the rest when it reaches it before or after rounding: 10.03 in cash of 10.03 still owes 0.02 at a step of 0.05.
function roundingOf(rest: Money, cashKept: Money, rule: CashRounding | null): Money {
  const difference = roundCash(rest, rule);
  const settlesAt = least(rest, add(rest, difference));
  return cashKept.amount >= settlesAt.amount ? difference : zero(rest.currency);
}
