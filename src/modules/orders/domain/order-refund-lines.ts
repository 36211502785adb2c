import { allocate } from '../../../kernel/allocation.js';
import { addDecimals, DECIMAL_ZERO, formatDecimal, subtractDecimals, type Decimal } from '../../../kernel/decimal.js';
import { add, fromBigInt, subtract, sum, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { linesNamed } from './manual-discount.js';
import type { OrderLine, OrderLineId, OrderRefusal, RefundableOrder, RefundedLine } from './order-state.js';

/** How much of a line comes back, or of a combo with all its parts. */
export interface LineToRefund {
  readonly lineId: OrderLineId;
  readonly quantity: Decimal;
}

/** Lines after a giving back, and what each gave. */
export interface TakenBack {
  readonly lines: readonly OrderLine[];
  readonly refunded: readonly RefundedLine[];
}

/**
 * Takes quantities back. Of what is left of a line, a part is worth its share rounded down, and the last piece all the rest:
 * whatever the sequence, a line gives back its total and its tax to the minor unit. Naming a line twice takes it twice. A
 * part of a combo may come back alone, for its frozen share; the combo's id takes that much of each of its parts.
 * @throws Refusal `refund_empty`, `line_not_found`, `quantity_not_positive`, `refund_exceeds_remaining`.
 */
export function takeBackQuantities(order: RefundableOrder, wanted: readonly LineToRefund[]): TakenBack {
  if (wanted.length === 0) {
    throw new Refusal<OrderRefusal>('refund_empty', { orderId: order.id }, [
      { pointer: '/lines', message: 'is empty' },
    ]);
  }
  const lines = [...order.lines];
  const refunded = wanted.flatMap(({ lineId, quantity }, index) => {
    const named = linesNamed(lines, lineId);
    if (named.length === 0) {
      const field = { pointer: `/lines/${index}/lineId`, message: 'is not on this order' };
      throw new Refusal<OrderRefusal>('line_not_found', { orderId: order.id, lineId }, [field]);
    }
    return named.map((line) => {
      const left = subtractDecimals(line.quantity, line.refundedQuantity);
      const ofLine = line.id === lineId ? quantity : ofPart(line, quantity);
      assertLeft(line.id, ofLine, left, `/lines/${index}/quantity`);
      const share = { ...shareOf(line, ofLine, left), lineId: line.id, quantity: ofLine };
      lines[lines.indexOf(line)] = lessenedBy(line, share);
      return share;
    });
  });
  return { lines, refunded };
}

/**
 * Takes an amount back, over the lines by what is left of each (DOMAIN P4), without goods. Taxes go in proportion, and with
 * the last of a line's amount goes the last of its tax.
 * @param amount above zero and at most what is left of all lines.
 */
export function takeBackAmount(order: RefundableOrder, amount: Money): TakenBack {
  const shares = allocate(
    amount,
    order.lines.map((line) => BigInt(amountLeft(line).amount)),
  );
  const refunded: RefundedLine[] = [];
  const lines = order.lines.map((line, index) => {
    const share = shares[index] as Money;
    if (share.amount === 0) return line;
    const tax = portion(taxLeft(line), BigInt(share.amount), BigInt(amountLeft(line).amount));
    const taken = { lineId: line.id, quantity: DECIMAL_ZERO, amount: share, tax };
    refunded.push(taken);
    return lessenedBy(line, taken);
  });
  return { lines, refunded };
}

/** What has not yet been given back of the lines' totals; cash rounding is not in it. */
export function linesLeft(lines: readonly OrderLine[], currency: string): Money {
  return sum(lines.map(amountLeft), currency);
}

/** How much of a combo's part goes with so much of the combo. Exact: a part's quantity is a whole multiple of its combo's. */
export function ofPart({ quantity, combo }: OrderLine, ofCombo: Decimal): Decimal {
  return combo === null ? ofCombo : (((quantity * ofCombo) / combo.quantity) as Decimal);
}

function amountLeft(line: OrderLine): Money {
  return subtract(line.total, line.refundedAmount);
}

function taxLeft(line: OrderLine): Money {
  return subtract(line.tax, line.refundedTax);
}

function shareOf(line: OrderLine, quantity: Decimal, left: Decimal): { amount: Money; tax: Money } {
  return { amount: portion(amountLeft(line), quantity, left), tax: portion(taxLeft(line), quantity, left) };
}

/** `value × part ÷ whole`, rounded down; of the whole, all. */
function portion(value: Money, part: bigint, whole: bigint): Money {
  return part === whole ? value : fromBigInt((BigInt(value.amount) * part) / whole, value.currency);
}

function lessenedBy(line: OrderLine, { quantity, amount, tax }: RefundedLine): OrderLine {
  return {
    ...line,
    refundedQuantity: addDecimals(line.refundedQuantity, quantity),
    refundedAmount: add(line.refundedAmount, amount),
    refundedTax: add(line.refundedTax, tax),
  };
}

function assertLeft(lineId: OrderLineId, quantity: Decimal, left: Decimal, pointer: string): void {
  if (quantity <= 0n) {
    throw new Refusal<OrderRefusal>('quantity_not_positive', { lineId }, [{ pointer, message: 'must be above zero' }]);
  }
  if (quantity > left) {
    const remaining = formatDecimal(left);
    const field = { pointer, message: `only ${remaining} of the line is left` };
    throw new Refusal<OrderRefusal>('refund_exceeds_remaining', { lineId, remaining }, [field]);
  }
}
