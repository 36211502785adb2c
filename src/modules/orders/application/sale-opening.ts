import { businessTimeOf } from '../../../kernel/business-time.js';
import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { zero, type Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Channel } from '../domain/channel.js';
import type { NewDiscount } from '../domain/manual-discount.js';
import type { PlaceOrder as PlaceOrderCommand } from '../domain/order.js';
import type { OrderId } from '../domain/order-state.js';
import { ENGINE_VERSION } from '../domain/pricing/price.js';
import type { SalesOutlet, SalesOutlets } from '../ports/sales-outlets.js';
import type { BasketBuilder } from './basket-builder.js';
import type { LedgerPayments } from './ledger-payments.js';
import { normalCode, type PromotionCounter } from './promotion-counter.js';
import { assertMayGive, assertPermission, type RequestedDiscount } from './requested-discount.js';
import type { RequestedLine } from './requested-line.js';
import type { RequestedPayment } from './requested-payment.js';
import { refuseAt } from './sale-refusal.js';
import type { Selling, Sellings } from './selling.js';

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
  readonly promoCodes: readonly string[];
  readonly lines: readonly RequestedLine[];
  readonly discounts: readonly RequestedDiscount[];
  readonly tip: Money | undefined;
  /** Such as the number of a certificate: the guest pays no tax. */
  readonly taxExemption: { readonly reference: string } | undefined;
  readonly waiveServiceCharge: boolean;
  readonly payments: readonly RequestedPayment[];
  readonly complete: boolean;
}

/** What becomes of what is prepared: an order, or only a quote, which takes nothing from any count. */
export type SalePurpose = 'order' | 'quote';

/** A till's clock may run ahead by this much; beyond, its sales would land in days that have not begun. */
const CLOCK_AHEAD_MAX_MS = 24 * 60 * 60 * 1000;

/** Prepares a sale for the domain: the outlet's rules of now, priced copies of items, ids, and the trading day. */
export class SaleOpening {
  constructor(
    private readonly outlets: SalesOutlets,
    private readonly sellings: Sellings,
    private readonly baskets: BasketBuilder,
    private readonly promotions: PromotionCounter,
    private readonly ledgers: LedgerPayments,
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
    assertAllowed(context, sale);
    const outlet = await this.outletFor(tx, context, sale.outletId);
    const placedAt = placedAtOf(sale, context.at);
    const selling = await this.sellings.of(tx, context, outlet, sale, placedAt, purpose === 'order');
    const items = await this.baskets.build(tx, selling, sale.lines);
    const { promoCodes: codes } = sale;
    const terms = await this.promotions.terms(tx, selling, codes, selling.clock, promoCodePointer(codes));
    const { businessDate, localHour } = businessTimeOf(placedAt, outlet.timeZone, outlet.dayCutMinutes);
    return {
      lines: items.lines,
      combos: items.combos,
      overrides: items.overrides,
      terms,
      promoCodes: terms.codes,
      ...asked(sale, selling, context, this.ids),
      id: sale.id ?? this.ids.next(),
      number: await number(outlet),
      outletId: outlet.id,
      currency: outlet.currency,
      cashierId: context.principal.id,
      placedAt,
      recordedAt: context.at,
      businessDate,
      localHour,
      settings: settingsOf(outlet, sale),
      tenders: outlet.tenders,
      complete: sale.complete,
      payments: sale.payments.map((payment) => this.ledgers.paymentOf(payment, sale.customerId, context.at)),
    };
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
  const { channel, customerId, tableId, note, taxExemption } = sale;
  return {
    channel,
    customerId,
    tableId,
    note,
    taxExemption: taxExemption === undefined ? null : { reference: taxExemption.reference, grantedBy: principal.id },
    serviceCharge: sale.waiveServiceCharge ? null : outlet.serviceChargeOn(clock.localDate, channel),
    discounts: sale.discounts.map((discount): NewDiscount => ({ ...discount, id: discount.id ?? ids.next() })),
    tip: sale.tip ?? zero(outlet.currency),
  };
}

function assertAllowed({ principal }: RequestContext, sale: RequestedSale): void {
  for (const discount of sale.discounts) assertMayGive(principal, discount);
  if (sale.taxExemption !== undefined) assertPermission(principal, 'orders:tax_exempt');
  if (sale.waiveServiceCharge) assertPermission(principal, 'orders:discount');
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
