import type { Order, OrderLine } from '../../../../sdk/src/contract/models.js';
import { sum, zero, type Money } from '../../../../sdk/src/money.js';
import { ONE_PIECE, readQuantity, writeQuantity } from './decimal-text.js';

/** What is to be given back of a sale. A value. */
export interface RefundDraft {
  readonly order: Order;
  /** Quantities by lines, in millionths, above zero. */
  readonly taken: ReadonlyMap<string, bigint>;
  readonly reason: string;
  /** `null`: to where it came from. */
  readonly tender: string | null;
}

/** Begins to give back. */
export function draftRefund(order: Order): RefundDraft {
  return { order, taken: new Map(), reason: '', tender: null };
}

/** What has not come back of a line yet, in millionths. */
export function leftOfLine({ quantity, refundedQuantity }: Pick<OrderLine, 'quantity' | 'refundedQuantity'>): bigint {
  return (readQuantity(quantity) ?? 0n) - (readQuantity(refundedQuantity) ?? 0n);
}

/** Takes all that is left of a line back, or nothing of it any more. */
export function toggleLine(draft: RefundDraft, lineId: string): RefundDraft {
  const line = draft.order.lines.find(({ id }) => id === lineId);
  if (line === undefined || leftOfLine(line) <= 0n) return draft;
  return draft.taken.has(lineId) ? withQuantity(draft, lineId, 0n) : withQuantity(draft, lineId, leftOfLine(line));
}

/** One piece more or less of a line, within what is left; what was weighed comes back whole. */
export function stepLine(draft: RefundDraft, lineId: string, step: 1 | -1): RefundDraft {
  const line = draft.order.lines.find(({ id }) => id === lineId);
  if (line === undefined) return draft;
  const left = leftOfLine(line);
  const now = draft.taken.get(lineId) ?? 0n;
  const next = left % ONE_PIECE === 0n ? now + BigInt(step) * ONE_PIECE : step > 0 ? left : 0n;
  return withQuantity(draft, lineId, next < 0n ? 0n : next > left ? left : next);
}

/** All that is left of the sale. */
export function takeAll(draft: RefundDraft): RefundDraft {
  const left = draft.order.lines
    .map((line) => [line.id, leftOfLine(line)] as const)
    .filter(([, quantity]) => quantity > 0n);
  return { ...draft, taken: new Map(left) };
}

/** True where something of the sale can still come back. */
export function isRefundable({ status, lines }: Pick<Order, 'status' | 'lines'>): boolean {
  const settled = status === 'completed' || status === 'partially_refunded';
  return settled && lines.some((line) => leftOfLine(line) > 0n);
}

/**
 * What the goods are worth: of what is left of a line, its share rounded down, and the last piece all the rest, as the service has
 * it. Cash rounding comes on top.
 */
export function worthOfRefund({ order, taken }: RefundDraft): Money {
  const { currency } = order.totals.total;
  const shares = order.lines.map((line) => {
    const quantity = taken.get(line.id) ?? 0n;
    const left = leftOfLine(line);
    if (quantity === 0n || left === 0n) return zero(currency);
    const worth = BigInt(line.total.amount - givenBack(order, line.id));
    return { amount: Number(quantity === left ? worth : (worth * quantity) / left), currency };
  });
  return sum(shares, currency);
}

/** The tenders that the sale was paid with, each once. */
export function paidWith({ payments }: Pick<Order, 'payments'>): readonly string[] {
  return [...new Set(payments.filter(({ status }) => status === 'captured').map(({ tender }) => tender))];
}

/** The lines as a body of a refund says them. */
export function refundLines({ taken }: RefundDraft): { lineId: string; quantity: string }[] {
  return [...taken].map(([lineId, quantity]) => ({ lineId, quantity: writeQuantity(quantity) }));
}

/** The sale as it is after the refund: the next one takes no more than is left. */
export function afterRefund(draft: RefundDraft, refundId: string, at: string): Order {
  const { order, taken } = draft;
  const lines = order.lines.map((line) => {
    const back = (readQuantity(line.refundedQuantity) ?? 0n) + (taken.get(line.id) ?? 0n);
    return { ...line, refundedQuantity: writeQuantity(back) };
  });
  const status = lines.some((line) => leftOfLine(line) > 0n) ? ('partially_refunded' as const) : ('refunded' as const);
  const refund = { ...madeRefund(draft, refundId, at) };
  return { ...order, lines, status, refunds: [...order.refunds, refund] };
}

function madeRefund(draft: RefundDraft, id: string, refundedAt: string): Order['refunds'][number] {
  const amount = { ...worthOfRefund(draft) };
  const none = { ...zero(amount.currency) };
  const lines = [...draft.taken].map(([lineId, quantity]) => {
    const alone = { ...draft, taken: new Map([[lineId, quantity]]) };
    return { lineId, quantity: writeQuantity(quantity), amount: { ...worthOfRefund(alone) }, tax: none };
  });
  return {
    ...{ id, amount, tax: none, rounding: none, reason: draft.reason, lines, payments: [], refundedBy: '', refundedAt },
    ...{ businessDate: refundedAt.slice(0, 10), bookedOn: null, late: false, drawerSessionId: null, approvedBy: null },
  };
}

function givenBack({ refunds }: Pick<Order, 'refunds'>, lineId: string): number {
  return refunds
    .flatMap(({ lines }) => lines)
    .reduce((back, one) => back + (one.lineId === lineId ? one.amount.amount : 0), 0);
}

function withQuantity(draft: RefundDraft, lineId: string, quantity: bigint): RefundDraft {
  const taken = new Map(draft.taken);
  if (quantity === 0n) taken.delete(lineId);
  else taken.set(lineId, quantity);
  return { ...draft, taken };
}
