import { DECIMAL_ZERO } from '../../../kernel/decimal.js';
import { Refusal } from '../../../kernel/refusal.js';
import { ALL, linesNamed, type DiscountableLine, type NewDiscount } from './manual-discount.js';
import type { OrderRefusal } from './order-state.js';

/**
 * Checks a discount against the lines it is given on.
 * @throws Refusal `discount_value_invalid`, `currency_mismatch`, `line_not_found`, `line_not_discountable`, with pointers.
 */
export function assertGivable(wanted: NewDiscount, lines: readonly DiscountableLine[], currency: string): void {
  const { value, lineId, pointer } = wanted;
  const refuse = (code: OrderRefusal, facts: object, at: string, message: string): never => {
    throw new Refusal<OrderRefusal>(code, { ...facts }, [{ pointer: `${pointer}${at}`, message }]);
  };
  if (value.kind === 'percent' && (value.rate <= DECIMAL_ZERO || value.rate > ALL)) {
    refuse('discount_value_invalid', {}, '/percent', 'must be above 0 and at most 100');
  }
  if (value.kind === 'amount' && value.amount.currency !== currency) {
    const facts = { expected: currency, actual: value.amount.currency };
    refuse('currency_mismatch', facts, '/amount/currency', `the order is in ${currency}`);
  }
  if (value.kind === 'amount' && value.amount.amount <= 0) {
    refuse('discount_value_invalid', {}, '/amount/amount', 'must be above zero');
  }
  if (lineId === null) return;
  const named = linesNamed(lines, lineId);
  if (named.length === 0) refuse('line_not_found', { lineId }, '/lineId', 'is not on this order');
  if (named.every(({ giftCard }) => giftCard !== null)) {
    refuse('line_not_discountable', { lineId }, '/lineId', 'nothing may be taken off a gift card');
  }
}
