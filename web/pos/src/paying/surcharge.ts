import { add, type Money } from '../../../../sdk/src/money.js';
import { surchargeOf } from '../../../../sdk/src/register/surcharge.js';
import type { PayTender } from './pay-tender.js';

/** What a tender adds to an amount that it pays; `null`: nothing, as with most. */
export function surchargeOn(tender: PayTender, amount: Money): Money | null {
  const added = surchargeOf(amount, tender);
  return added.amount === 0 ? null : added;
}

/** What is charged when a tender pays an amount. */
export function chargedBy(tender: PayTender, amount: Money): Money {
  return add(amount, surchargeOf(amount, tender));
}
