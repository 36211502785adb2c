import { businessTimeOf } from '../../../kernel/business-time.js';
import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Channel } from '../domain/channel.js';
import type { PlaceOrder as PlaceOrderCommand } from '../domain/order.js';
import type { NewPayment } from '../domain/order-payments.js';
import type { OrderId, PaymentId } from '../domain/order-state.js';
import { ENGINE_VERSION } from '../domain/pricing/price.js';
import type { SalesOutlet, SalesOutlets } from '../ports/sales-outlets.js';
import type { BasketBuilder, RequestedLine } from './basket-builder.js';
import type { SaleRefusal } from './sale-refusal.js';

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
  readonly payments: readonly RequestedPayment[];
  readonly complete: boolean;
}

/** Money received, as the caller tells of it. */
export interface RequestedPayment {
  readonly id: PaymentId | undefined;
  readonly tender: string;
  readonly amount: Money;
  readonly reference: string | null;
}

/** A till's clock may run ahead by this much; beyond, its sales would land in days that have not begun. */
const CLOCK_AHEAD_MAX_MS = 24 * 60 * 60 * 1000;

/** Prepares a sale for the domain: the outlet's rules of now, priced copies of items, ids, and the trading day. */
export class SaleOpening {
  constructor(
    private readonly outlets: SalesOutlets,
    private readonly baskets: BasketBuilder,
    private readonly ids: IdSource,
  ) {}

  /**
   * @param number gives the order's number; not asked for before all else is known to be well.
   * @throws Refusal `outlet_unknown`, `outlet_closed`, `promo_code_unknown`, `placed_in_future`, and those of building a basket.
   */
  async prepare(
    tx: Tx,
    context: RequestContext,
    sale: RequestedSale,
    number: (outlet: SalesOutlet) => Promise<string>,
  ): Promise<PlaceOrderCommand> {
    const outlet = await this.outletFor(tx, context, sale.outletId);
    if (sale.promoCodes.length > 0) refuse('promo_code_unknown', '/promoCodes/0', 'there is no such code');
    const placedAt = placedAtOf(sale, context.at);
    const lines = await this.baskets.build(tx, outlet, sale.lines, (index) => `/lines/${index}`);
    const { businessDate, localHour } = businessTimeOf(placedAt, outlet.timeZone, outlet.dayCutMinutes);
    return {
      id: sale.id ?? this.ids.next(),
      number: await number(outlet),
      outletId: outlet.id,
      channel: sale.channel,
      currency: outlet.currency,
      customerId: sale.customerId,
      tableId: sale.tableId,
      note: sale.note,
      cashierId: context.principal.id,
      placedAt,
      recordedAt: context.at,
      businessDate,
      localHour,
      settings: settingsOf(outlet),
      lines,
      tenders: outlet.tenders,
      complete: sale.complete,
      payments: sale.payments.map((payment) => this.paymentOf(payment, context.at)),
    };
  }

  /** Gives a payment its id and time. */
  paymentOf({ id, tender, amount, reference }: RequestedPayment, receivedAt: Date): NewPayment {
    return { id: id ?? this.ids.next(), tender, amount, reference, receivedAt };
  }

  private async outletFor(tx: Tx, { principal }: RequestContext, id: OutletId): Promise<SalesOutlet> {
    const outlet = mayActFor(principal, id) ? await this.outlets.outlet(tx, id) : undefined;
    if (outlet === undefined) return refuse('outlet_unknown', '/outletId', 'there is no such outlet');
    if (!outlet.active) refuse('outlet_closed', '/outletId', 'the outlet is closed for good');
    return outlet;
  }
}

function settingsOf({ taxRounding, cashRounding }: SalesOutlet): PlaceOrderCommand['settings'] {
  return { taxRounding, taxExempt: false, cashRounding, engineVersion: ENGINE_VERSION };
}

function placedAtOf({ placedAt }: RequestedSale, now: Date): Date {
  if (placedAt === undefined) return now;
  if (placedAt.getTime() > now.getTime() + CLOCK_AHEAD_MAX_MS)
    refuse('placed_in_future', '/placedAt', 'is more than a day ahead');
  return placedAt;
}

function refuse(code: SaleRefusal, pointer: string, message: string): never {
  throw new Refusal<SaleRefusal>(code, {}, [{ pointer, message }]);
}
