import { businessTimeOf, wallClockOf } from '../../../kernel/business-time.js';
import { mayActFor } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { engineDiscountId, type ManualDiscount } from '../domain/manual-discount.js';
import {
  addingUp,
  assertCharged,
  assertSameLines,
  doesNotAddUp,
  itemsFrom,
  pricedFrom,
} from '../domain/offline-sale.js';
import { givenDiscount } from '../domain/order-discounts.js';
import { orderPricedFrom, placeOrder, type PlaceOrder, type PricedOrder } from '../domain/order.js';
import { counts } from '../domain/order-payment.js';
import type { Order } from '../domain/order-state.js';
import { ENGINE_VERSION } from '../domain/pricing/price.js';
import type { SalesOutlet, SalesOutlets } from '../ports/sales-outlets.js';
import type { OrderNumbers } from '../ports/order-numbers.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { withApprovers } from './approved-events.js';
import { conflictOf, type CompareOffline } from './compare-offline.js';
import type { OfflineCounts } from './offline-counts.js';
import type { OfflineSale } from './offline-acts.js';
import type { OfflineConflict } from './offline-orders.js';
import type { OfflineTakings, Takings } from './offline-takings.js';
import type { OfflineUses } from './offline-uses.js';
import type { PaymentIntake } from './payment-intake.js';
import { orderNumberOf } from './place-order.js';
import { normalCode } from './promotion-counter.js';
import { refuseAt } from './sale-refusal.js';
import type { Approvers } from './sale-rights.js';
import type { Sellings } from './selling.js';
import { bookedOn, tradingDay, type ActContext } from './trading-day.js';

/** Who did it where, beside the person in the context. */
export interface ActAt {
  readonly deviceId: string;
  readonly mayWait: boolean;
  readonly approvedBy: string | null;
}

/** What is behind a sale that is taken down. */
export interface PlacingParts {
  readonly outlets: SalesOutlets;
  readonly orders: OrderRepository;
  readonly numbers: OrderNumbers;
  readonly outbox: Outbox;
  readonly sellings: Sellings;
  readonly takings: OfflineTakings;
  readonly intake: PaymentIntake;
  readonly comparison: CompareOffline;
  readonly counts: OfflineCounts;
  readonly uses: OfflineUses;
}

/** An order as it was charged, with the conflicts found so far. */
interface Charged {
  readonly command: PlaceOrder;
  readonly priced: PricedOrder;
  readonly discounts: readonly ManualDiscount[];
  readonly conflicts: readonly OfflineConflict[];
}

const NO_TERMS = { candidates: [], dropped: new Set<string>() };

/**
 * Takes down a sale that a device rang up by itself. The order is made of what the device priced from, so that it is what was
 * charged and can be replayed to the byte (DOMAIN P11); what the server's own data say to it becomes conflicts, and counts of
 * items and promotions follow as far as they go. The licence is not asked: the sale has been made.
 */
export class OfflinePlacing {
  constructor(private readonly parts: PlacingParts) {}

  /**
   * @returns the order and what it does not agree with.
   * @throws Refusal `outlet_unknown`, `sale_does_not_add_up`, `tender_needs_network`.
   */
  async place(
    tx: Tx,
    context: ActContext,
    act: ActAt,
    wish: OfflineSale,
  ): Promise<{ readonly order: Order; readonly conflicts: readonly OfflineConflict[] }> {
    const { orders, outbox, intake } = this.parts;
    const outlet = await this.outletOf(tx, context, wish);
    const charged = await this.charged(tx, context, act, outlet, wish);
    const agreed = await this.agree(tx, context, outlet, wish, charged);
    const { command } = charged;
    const decided = addingUp(() => placeOrder(command, agreed.priced));
    assertCharged(decided.state.totals, wish.totals);
    const { state } = decided;
    orders.add(tx, state, { key: null, fingerprint: null, deviceId: act.deviceId });
    if (state.status === 'completed' || state.payments.some(counts)) {
      intake.book(tx, state);
      orders.countsIn(tx, state.outletId, command.booking?.bookedOn ?? command.businessDate);
    }
    outbox.append(tx, withApprovers(decided.events, approversOf(command, act)));
    return { order: state, conflicts: [...charged.conflicts, ...agreed.conflicts] };
  }

  private async outletOf(tx: Tx, { principal }: ActContext, { sale }: OfflineSale): Promise<SalesOutlet> {
    const { outletId } = sale;
    const outlet = mayActFor(principal, outletId) ? await this.parts.outlets.outlet(tx, outletId) : undefined;
    if (outlet === undefined) return refuseAt('outlet_unknown', {}, '/order/outletId', 'there is no such outlet');
    return outlet;
  }

  /** The order from the device's own input. */
  private async charged(
    tx: Tx,
    context: ActContext,
    act: ActAt,
    outlet: SalesOutlet,
    wish: OfflineSale,
  ): Promise<Charged> {
    const { sale } = wish;
    const input = pricedFrom(wish.pricing);
    assertSameLines(input, claimedOf(wish));
    if (input.currency !== outlet.currency || input.channel !== sale.channel) doesNotAddUp({ because: 'pricing' });
    const items = itemsFrom(input, wish.copies, sale.placedAt);
    const { businessDate, localHour } = businessTimeOf(sale.placedAt, outlet.timeZone, outlet.dayCutMinutes);
    const day = tradingDay(outlet, businessDate, context.at);
    const booked = bookedOn(day, businessDate);
    // Sent together: one round trip.
    const [takings, receipt] = await Promise.all([
      this.takings(tx, context, act, wish, booked),
      this.receiptOf(tx, wish),
    ]);
    const discounts = attributed(input.discounts, wish, context);
    const command: PlaceOrder = {
      ...items,
      ...{ id: sale.id, number: await orderNumberOf(this.parts.numbers, context, outlet), outletId: outlet.id },
      ...{ receiptNumber: receipt.number, channel: sale.channel, currency: outlet.currency },
      ...{ customerId: sale.customerId, tableId: sale.tableId, note: sale.note, cashierId: context.principal.id },
      ...{ placedAt: sale.placedAt, recordedAt: context.at, completedAt: context.actedAt ?? sale.placedAt },
      ...{
        businessDate,
        localHour,
        settings: settingsOf(wish, input, outlet),
        taxExemption: exemptionOf(wish, context),
      },
      ...{ serviceCharge: input.serviceCharge, terms: { ...NO_TERMS, clock: input.clock }, tip: input.tip },
      ...{ promoCodes: sale.promoCodes.map(normalCode), discounts: givenIn(wish), payments: takings.payments },
      ...{ tenders: takings.tenders, complete: sale.complete },
      booking: { bookedOn: booked, late: day.late, drawerSessionId: takings.drawerSessionId },
    };
    const priced = addingUp(() => orderPricedFrom(command, input, discounts));
    return { command, priced, discounts, conflicts: [...takings.conflicts, ...receipt.conflicts, ...closed(outlet)] };
  }

  private takings(
    tx: Tx,
    { principal, actedAt }: ActContext,
    { deviceId, mayWait }: ActAt,
    { sale, totals }: OfflineSale,
    booked: string | null,
  ): Promise<Takings> {
    const { outletId, drawerSessionId, payments, placedAt } = sale;
    const scene = { outletId, currency: totals.total.currency, deviceId, drawerSessionId, mayWait };
    const when = { bookedOn: booked, takenBy: principal.id, at: actedAt ?? placedAt };
    return this.parts.takings.of(tx, { ...scene, ...when }, payments, totals.surcharge);
  }

  /** A number that another receipt has stays with that one; this one keeps it in the conflict. */
  private async receiptOf(tx: Tx, { receiptNumber: number, sale }: OfflineSale) {
    if (number === null) return { number, conflicts: [] };
    const orderId = await this.parts.orders.withReceipt(tx, sale.outletId, number);
    if (orderId === undefined) return { number, conflicts: [] };
    const conflict: OfflineConflict = { cause: 'receipt_number_taken', facts: { receiptNumber: number, orderId } };
    return { number: null, conflicts: [conflict] };
  }

  /** What the server's data say to it; counts follow. */
  private async agree(
    tx: Tx,
    context: ActContext,
    outlet: SalesOutlet,
    { sale }: OfflineSale,
    { priced, discounts }: Charged,
  ): Promise<{ readonly priced: PricedOrder; readonly conflicts: readonly OfflineConflict[] }> {
    const { order } = priced;
    const at = sale.placedAt;
    const place = { outletId: outlet.id, channel: sale.channel, clock: wallClockOf(at, outlet.timeZone) };
    const soldOut = await this.parts.counts.take(tx, place, order.lines);
    try {
      const selling = await this.parts.sellings.of(tx, context, outlet, sale, at, false, true);
      const { conflicts, terms } = await this.parts.comparison.compare(tx, selling, sale, discounts, order);
      const counted = terms === undefined ? { order, conflicts: [] } : await this.parts.uses.count(tx, order, terms);
      return {
        priced: { ...priced, order: counted.order },
        conflicts: [...soldOut, ...conflicts, ...counted.conflicts],
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { priced, conflicts: [...soldOut, conflictOf(error, 'customer_unknown')] };
    }
  }
}

function claimedOf({ sale }: OfflineSale) {
  return sale.lines.map(({ id, sku, quantity }) => ({ id: id ?? '', sku, quantity }));
}

/** The discounts that a sale says people gave; each has an id, which was checked when it was read. */
function givenIn({ sale }: OfflineSale): PlaceOrder['discounts'] {
  return sale.discounts.map(({ approvalId: _, id, ...discount }) => {
    return id === undefined ? doesNotAddUp({ because: 'discounts' }) : { ...discount, id };
  });
}

/** What people took off is on the order with who gave it and why: all that was priced has to be there. */
function attributed(
  priced: readonly { readonly source: string; readonly id: string }[],
  wish: OfflineSale,
  { principal }: ActContext,
): ManualDiscount[] {
  const giver = { givenBy: principal.id, givenAt: wish.sale.placedAt };
  const discounts = givenIn(wish).map((wanted) => givenDiscount(wanted, giver));
  const known = new Set(discounts.map(engineDiscountId));
  if (priced.some(({ source, id }) => source === 'manual' && !known.has(id))) doesNotAddUp({ because: 'discounts' });
  return discounts;
}

function settingsOf(
  { cashRounding, sale }: OfflineSale,
  { taxRounding, taxExempt }: Pick<PlaceOrder['settings'], 'taxRounding' | 'taxExempt'>,
  outlet: SalesOutlet,
): PlaceOrder['settings'] {
  const rounding = cashRounding === undefined ? outlet.cashRounding : cashRounding;
  if (taxExempt !== (sale.taxExemption !== undefined)) doesNotAddUp({ because: 'pricing' });
  const settings = { taxRounding, taxExempt, cashRounding: rounding, engineVersion: ENGINE_VERSION };
  return sale.waiveServiceCharge ? { ...settings, serviceChargeWaived: true } : settings;
}

function exemptionOf({ sale }: OfflineSale, { principal }: ActContext): PlaceOrder['taxExemption'] {
  const { taxExemption } = sale;
  return taxExemption === undefined ? null : { reference: taxExemption.reference, grantedBy: principal.id };
}

function approversOf({ discounts, overrides }: PlaceOrder, { approvedBy }: ActAt): Approvers {
  return new Map(
    [...discounts.map(({ id }) => id), ...overrides.map(({ lineId }) => lineId)].map((id) => [id, approvedBy]),
  );
}

function closed({ active, id }: SalesOutlet): OfflineConflict[] {
  return active ? [] : [{ cause: 'outlet_closed', facts: { outletId: id } }];
}
