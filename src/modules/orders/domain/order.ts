import type { Decision } from '../../../kernel/decision.js';
import type { OutletId } from '../../../kernel/ids.js';
import { subtract, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Channel } from './channel.js';
import { assertGivable } from './givable-discount.js';
import type { ManualDiscount, NewDiscount } from './manual-discount.js';
import { assertTip, discountsGiven, givenDiscount } from './order-discounts.js';
import { commit, type OrderEvent, type OrderHappening } from './order-events.js';
import type { NewItems } from './order-line.js';
import { overriddenIn } from './order-lines.js';
import { counts, isLive, liveAmount, type OrderPayment } from './order-payment.js';
import { capture, paymentsTaken, type NewPayment } from './order-payments.js';
import { basketLineOf, countedAmong, priceLines, promotionsFor, type PricingTerms } from './order-pricing.js';
import { assertSaleable, manualRules, numbered } from './order-repricing.js';
import {
  inStatus,
  type CompletedOrder,
  type HeldOrder,
  type OpenOrder,
  type Order,
  type OrderId,
  type OrderRefusal,
  type OrderSettings,
  type TaxExemption,
  type VoidedOrder,
} from './order-state.js';
import { chargeOf, settle } from './order-totals.js';
import type { PricingInput, ServiceCharge } from './pricing/basket.js';
import type { Step } from './pricing/explanation.js';
import { ENGINE_VERSION } from './pricing/price.js';

/** A sale in one call: whatever is left out may come later by commands of its own. */
export interface PlaceOrder extends NewItems {
  readonly id: OrderId;
  readonly number: string;
  /** What the device printed on its receipt, of its own series. */
  readonly receiptNumber?: string | null;
  readonly outletId: OutletId;
  readonly channel: Channel;
  readonly currency: string;
  readonly customerId: string | null;
  readonly tableId: string | null;
  readonly cashierId: string;
  readonly note: string | null;
  /** The till's clock. */
  readonly placedAt: Date;
  /** The server's clock. */
  readonly recordedAt: Date;
  /** When the sale was ended, where it was not just now. */
  readonly completedAt?: Date;
  readonly businessDate: string;
  readonly localHour: number;
  /** The outlet's rules of now, which the order keeps. */
  readonly settings: OrderSettings;
  readonly taxExemption: TaxExemption | null;
  /** What the house charges for service; `null` when it does not, or lets the guest off. */
  readonly serviceCharge: ServiceCharge | null;
  readonly terms: PricingTerms;
  /** Codes that the terms have the promotions of. */
  readonly promoCodes: readonly string[];
  readonly discounts: readonly NewDiscount[];
  readonly tip: Money;
  readonly payments: readonly NewPayment[];
  /** The tenders that the outlet accepts. */
  readonly tenders: readonly string[];
  readonly complete: boolean;
  /** In which day it counts and in which drawer session it is settled; absent: its own day, no session. */
  readonly booking?: OrderBooking;
}

/** Where a settled or voided order counts. */
export type OrderBooking = Pick<Order, 'bookedOn' | 'late' | 'drawerSessionId'>;

/** What has not happened to an order that was not opened yet. */
const NEW = { payments: [], refunds: [], bookedOn: null, drawerSessionId: null, version: 0, eventSequence: 0 } as const;

const OWN_DAY: OrderBooking = { bookedOn: null, late: false, drawerSessionId: null };

/** An order that is priced and not yet opened, and how it came to its price (DOMAIN P11). */
export interface PricedOrder {
  readonly order: OpenOrder;
  readonly explanation: readonly Step[];
}

/**
 * Opens an order; with payments and `complete` it is a whole sale, at version 1 and with two events.
 * @param priced what `priceOrder` made of the same command, when that is known.
 * @throws Refusal of adding lines (`quantity_not_positive`, `currency_mismatch`), of giving discounts, of taking payments (see
 * `addPayments`) and of completing (`order_empty`, `payment_due`), with pointers into the request of API.md "The sale".
 */
export function placeOrder(
  command: PlaceOrder,
  priced: PricedOrder = priceOrder(command),
): Decision<OpenOrder | CompletedOrder, OrderEvent> {
  const paid = capture(priced.order, command.payments, { tenders: command.tenders });
  const opened: OrderHappening[] = [
    { type: 'pos.order.created', details: {} },
    ...overriddenIn(command.overrides),
    ...discountsGiven(paid.discounts),
  ];
  if (command.complete && liveAmount(paid.payments, command.currency).amount === 0) {
    const state = completed(paid, command.completedAt ?? command.recordedAt, command.booking ?? OWN_DAY);
    return commit(state, [...opened, { type: 'pos.order.completed', details: {} }]);
  }
  if (command.complete) assertCovered(paid);
  return commit<OpenOrder | CompletedOrder>(paid, [...opened, ...paymentsTaken(paid.payments)]);
}

/** A sale that providers are still collecting for is completed when they have: what they are asked for covers it. */
function assertCovered(order: OpenOrder): void {
  const { due } = order.totals;
  const open = subtract(due, liveAmount(order.payments, order.currency));
  if (order.lines.length === 0) throw new Refusal<OrderRefusal>('order_empty', { orderId: order.id });
  if (open.amount > 0) throw new Refusal<OrderRefusal>('payment_due', { orderId: order.id, due: open });
}

/**
 * Prices an order without opening it, and says how (DOMAIN P11). Payments are left aside.
 * @throws Refusal `quantity_not_positive`, `currency_mismatch`, `tip_negative`, and those of giving discounts.
 */
export function priceOrder(command: PlaceOrder): PricedOrder {
  const { currency, lines: newLines } = command;
  assertSaleable(currency, newLines);
  assertTip(command.tip, currency);
  for (const wanted of command.discounts) assertGivable(wanted, newLines, currency);
  const giver = { givenBy: command.cashierId, givenAt: command.recordedAt };
  const discounts = command.discounts.map((wanted) => givenDiscount(wanted, giver));
  return orderPricedFrom(command, inputOf(command, discounts), discounts);
}

/**
 * Prices an order from an input that is whole already. Payments are left aside.
 * @param command its lines are those of the input, in the same order.
 * @throws what the engine throws.
 */
export function orderPricedFrom(
  command: PlaceOrder,
  input: PricingInput,
  discounts: readonly ManualDiscount[],
): PricedOrder {
  const { currency, lines: newLines } = command;
  const { lines, basket, pricing } = priceLines(input, numbered([], newLines));
  const { totals } = settle(chargeOf(basket.totals), [], zero(currency), command.settings.cashRounding);
  const order: OpenOrder = {
    status: 'open',
    id: command.id,
    number: command.number,
    receiptNumber: command.receiptNumber ?? null,
    outletId: command.outletId,
    channel: command.channel,
    currency,
    customerId: command.customerId,
    tableId: command.tableId,
    cashierId: command.cashierId,
    note: command.note,
    placedAt: command.placedAt,
    recordedAt: command.recordedAt,
    businessDate: command.businessDate,
    localHour: command.localHour,
    settings: command.settings,
    taxExemption: command.taxExemption,
    promoCodes: command.promoCodes,
    discounts,
    countedPromotions: countedAmong(lines, [], command.terms),
    pricing,
    lines,
    taxes: basket.taxes,
    totals,
    ...NEW,
    late: command.booking?.late ?? false,
  };
  return { order, explanation: basket.explanation };
}

function inputOf(command: PlaceOrder, discounts: readonly ManualDiscount[]): PricingInput {
  const { settings, terms, lines } = command;
  return {
    engineVersion: ENGINE_VERSION,
    currency: command.currency,
    channel: command.channel,
    taxRounding: settings.taxRounding,
    taxExempt: settings.taxExempt,
    clock: terms.clock,
    lines: lines.map(basketLineOf),
    combos: command.combos,
    discounts: [...promotionsFor([], terms), ...manualRules(discounts, lines)],
    serviceCharge: command.serviceCharge,
    tip: command.tip,
  };
}

/**
 * Ends the sale. What was paid covers the total exactly, change handed back.
 * @throws Refusal `order_not_open`, `order_empty`, `payment_due` (its facts say how much).
 */
export function complete(
  order: Order,
  completedAt: Date,
  booking: OrderBooking = OWN_DAY,
): Decision<CompletedOrder, OrderEvent> {
  const paid = inStatus(order, ['open'], 'order_not_open');
  return commit(completed(paid, completedAt, booking), [{ type: 'pos.order.completed', details: {} }]);
}

function completed(order: OpenOrder, completedAt: Date, booking: OrderBooking): CompletedOrder {
  const { due } = order.totals;
  if (order.lines.length === 0) throw new Refusal<OrderRefusal>('order_empty', { orderId: order.id });
  if (due.amount > 0) throw new Refusal<OrderRefusal>('payment_due', { orderId: order.id, due });
  return { ...order, status: 'completed', completedAt, ...booking };
}

/** Who gives an order up, when, and who stood by. */
export interface VoidedBy {
  readonly at: Date;
  readonly by: string;
  readonly approvedBy: string | null;
  readonly booking?: OrderBooking;
}

/**
 * Gives an order up before it is settled. Money taken is never given up: it is given back first, or such an order is cut to what
 * was paid, completed and refunded. Payments under way are given up with it; money that comes for them later is unallocated.
 * @throws Refusal `order_not_open`, `order_has_payments`.
 */
export function voidOrder(order: Order, voidReason: string, voided: VoidedBy): Decision<VoidedOrder, OrderEvent> {
  const unsettled = inStatus(order, ['open', 'held'], 'order_not_open');
  if (unsettled.payments.some(counts)) {
    throw new Refusal<OrderRefusal>('order_has_payments', { orderId: order.id, paid: order.totals.paid });
  }
  const { at, by, approvedBy, booking = OWN_DAY } = voided;
  const cancelled = unsettled.payments.map((payment): OrderPayment => {
    return isLive(payment) ? { ...payment, status: 'failed', failure: 'cancelled' } : payment;
  });
  const state: VoidedOrder = {
    ...unsettled,
    payments: cancelled,
    status: 'voided',
    voidReason,
    voidedAt: at,
    voidedBy: by,
    ...booking,
  };
  return commit(state, [{ type: 'pos.order.voided', details: { reason: voidReason, approvedBy } }]);
}

/**
 * Sets an open order aside. Until it is recalled it can only be voided.
 * @throws Refusal `order_not_open`.
 */
export function hold(order: Order): Decision<HeldOrder, OrderEvent> {
  const state: HeldOrder = { ...inStatus(order, ['open'], 'order_not_open'), status: 'held' };
  return commit(state, [{ type: 'pos.order.held', details: {} }]);
}

/**
 * Brings a held order back.
 * @throws Refusal `order_not_held`.
 */
export function recall(order: Order): Decision<OpenOrder, OrderEvent> {
  const state: OpenOrder = { ...inStatus(order, ['held'], 'order_not_held'), status: 'open' };
  return commit(state, [{ type: 'pos.order.recalled', details: {} }]);
}
