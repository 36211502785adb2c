import { businessTimeOf } from '../../../kernel/business-time.js';
import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Channel } from '../domain/channel.js';
import type { NewDiscount } from '../domain/manual-discount.js';
import type { PlaceOrder as PlaceOrderCommand } from '../domain/order.js';
import type { Order, OrderId } from '../domain/order-state.js';
import { ENGINE_VERSION } from '../domain/pricing/price.js';
import type { SalesOutlet, SalesOutlets } from '../ports/sales-outlets.js';
import type { BasketBuilder } from './basket-builder.js';
import type { PaymentIntake } from './payment-intake.js';
import { normalCode, type PromotionCounter } from './promotion-counter.js';
import type { RequestedDiscount } from './requested-discount.js';
import type { RequestedLine } from './requested-line.js';
import type { RequestedPayment } from './requested-payment.js';
import { refuseAt, type SaleRefusal } from './sale-refusal.js';
import type { Approvers, SaleRights } from './sale-rights.js';
import type { Selling, Sellings } from './selling.js';
import { bookedOn, tradingDay } from './trading-day.js';

/** A sale as the caller asks for it. */
export interface RequestedSale {
  readonly id: OrderId | undefined;
  readonly outletId: OutletId;
  readonly channel: Channel;
  /** The till's clock; absent means now. */
  readonly placedAt: Date | undefined;
  readonly customerId: string | null;
  readonly tableId: string | null;
  readonly note: string | null;
  /** What the device printed on its receipt, of its own series. */
  readonly receiptNumber?: string | null;
  readonly promoCodes: readonly string[];
  readonly lines: readonly RequestedLine[];
  readonly discounts: readonly RequestedDiscount[];
  readonly tip: Money | undefined;
  /** Such as the number of a certificate: the guest pays no tax. */
  readonly taxExemption: { readonly reference: string } | undefined;
  readonly waiveServiceCharge: boolean;
  readonly payments: readonly RequestedPayment[];
  /** The drawer session that takes the money. */
  readonly drawerSessionId: string | null;
  readonly complete: boolean;
}

/** What becomes of what is prepared: an order, or only a quote, which takes nothing from any count. */
export type SalePurpose = 'order' | 'quote';

/** A till's clock may run ahead by this much; beyond, its sales would land in days that have not begun. */
const CLOCK_AHEAD_MAX_MS = 24 * 60 * 60 * 1000;

const NOBODY: Approvers = new Map();

/** Prepares a sale for the domain: the outlet's rules of now, priced copies of items, ids, and the trading day. */
export class SaleOpening {
  constructor(
    private readonly outlets: SalesOutlets,
    private readonly sellings: Sellings,
    private readonly baskets: BasketBuilder,
    private readonly promotions: PromotionCounter,
    private readonly intake: PaymentIntake,
    private readonly rights: SaleRights,
    private readonly ids: IdSource,
  ) {}

  /**
   * @param number gives the order's number; not asked for before all else is known to be well.
   * @throws Refusal `outlet_unknown`, `outlet_closed`, `promo_code_…`, `placed_in_future`, `permission_missing`, and those of
   * building a basket.
   */
  async prepare(
    tx: Tx,
    context: RequestContext,
    sale: RequestedSale,
    purpose: SalePurpose,
    number: (outlet: SalesOutlet) => Promise<string>,
  ): Promise<PlaceOrderCommand> {
    const outlet = await this.outletFor(tx, context, sale.outletId);
    const placedAt = placedAtOf(sale, context.at);
    const { businessDate, localHour } = businessTimeOf(placedAt, outlet.timeZone, outlet.dayCutMinutes);
    if (purpose === 'order') assertMaySellOn(outlet, businessDate);
    const id = sale.id ?? this.ids.next<'order'>();
    this.rights.assertMay(context, sale);
    const mayOverride = this.rights.mayOverride(context, sale.lines);
    const selling = await this.sellings.of(tx, context, outlet, sale, placedAt, purpose === 'order', mayOverride);
    const items = await this.baskets.build(tx, selling, sale.lines);
    const { promoCodes: codes } = sale;
    const terms = await this.promotions.terms(tx, selling, codes, selling.clock, promoCodePointer(codes));
    return {
      ...items,
      ...(await this.taken(tx, context, outlet, sale, businessDate)),
      terms,
      promoCodes: terms.codes,
      ...asked(sale, selling, context, this.ids),
      id,
      number: await number(outlet),
      outletId: outlet.id,
      currency: outlet.currency,
      cashierId: context.principal.id,
      placedAt,
      recordedAt: context.at,
      businessDate,
      localHour,
      settings: settingsOf(outlet, sale),
      complete: sale.complete,
    };
  }

  /**
   * Has approved what lowers prices, by how much it does; for a sale that is priced and not yet opened.
   * @throws Refusal `permission_missing`, `approval_…`, `reason_…`.
   */
  async approve(
    tx: Tx,
    context: RequestContext,
    sale: RequestedSale,
    { id, outletId, discounts, lines, combos, overrides, currency }: PlaceOrderCommand,
    order: Order,
  ): Promise<Approvers> {
    if (discounts.length === 0 && overrides.length === 0) return NOBODY;
    const target = { id, outletId };
    const given = discounts.map((wanted, index) => ({ wanted, approvalId: sale.discounts[index]?.approvalId }));
    const taken = { before: [], after: order.lines, currency };
    return new Map([
      ...(await this.rights.discounts(tx, context, target, given, taken)),
      ...(await this.rights.overrides(tx, context, target, sale.lines, { lines, combos, overrides })),
    ]);
  }

  /** The payments, and where all of it counts. */
  private async taken(tx: Tx, context: RequestContext, outlet: SalesOutlet, sale: RequestedSale, businessDate: string) {
    const { drawerSessionId, customerId } = sale;
    const day = tradingDay(outlet, businessDate, context.at);
    const booked = bookedOn(day, businessDate);
    const scene = { outletId: outlet.id, currency: outlet.currency, customerId, drawerSessionId, bookedOn: booked };
    const { payments, tenders } = await this.intake.prepare(tx, context, scene, sale.payments);
    return { payments, tenders, booking: { bookedOn: booked, late: day.late, drawerSessionId } };
  }

  private async outletFor(tx: Tx, { principal }: RequestContext, id: OutletId): Promise<SalesOutlet> {
    const outlet = mayActFor(principal, id) ? await this.outlets.outlet(tx, id) : undefined;
    if (outlet === undefined) return refuseAt('outlet_unknown', {}, '/outletId', 'there is no such outlet');
    if (!outlet.active) refuseAt('outlet_closed', {}, '/outletId', 'the outlet is closed for good');
    return outlet;
  }
}

/** Where a code stands among those of a sale. */
export function promoCodePointer(codes: readonly string[]): (code: string) => string {
  const places = codes.map(normalCode);
  return (code) => `/promoCodes/${Math.max(places.indexOf(code), 0)}`;
}

/** What the caller's own words decide. */
function asked(sale: RequestedSale, { outlet, clock }: Selling, { principal }: RequestContext, ids: IdSource) {
  const { channel, customerId, tableId, note, receiptNumber = null, taxExemption } = sale;
  return {
    receiptNumber,
    channel,
    customerId,
    tableId,
    note,
    taxExemption: taxExemption === undefined ? null : { reference: taxExemption.reference, grantedBy: principal.id },
    serviceCharge: sale.waiveServiceCharge ? null : outlet.serviceChargeOn(clock.localDate, channel),
    discounts: sale.discounts.map(({ approvalId: _, ...discount }): NewDiscount => {
      return { ...discount, id: discount.id ?? ids.next() };
    }),
    tip: sale.tip ?? zero(outlet.currency),
  };
}

/** Where the law wants each day closed before the next is sold, it is. */
function assertMaySellOn({ closureDue }: SalesOutlet, businessDate: string): void {
  if (closureDue === null || businessDate <= closureDue) return;
  throw new Refusal<SaleRefusal>('daily_closure_due', { businessDate: closureDue });
}

function settingsOf(
  { taxRounding, cashRounding }: SalesOutlet,
  { taxExemption, waiveServiceCharge }: RequestedSale,
): PlaceOrderCommand['settings'] {
  const settings = { taxRounding, taxExempt: taxExemption !== undefined, cashRounding, engineVersion: ENGINE_VERSION };
  return waiveServiceCharge ? { ...settings, serviceChargeWaived: true } : settings;
}

function placedAtOf({ placedAt }: RequestedSale, now: Date): Date {
  if (placedAt === undefined) return now;
  if (placedAt.getTime() > now.getTime() + CLOCK_AHEAD_MAX_MS)
    refuseAt('placed_in_future', {}, '/placedAt', 'is more than a day ahead');
  return placedAt;
}
