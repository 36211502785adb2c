import type { RequestContext } from '../../../kernel/context.js';
import { DECIMAL_ONE } from '../../../kernel/decimal.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { fromBigInt, zero, type Money } from '../../../kernel/money.js';
import { divideRounded } from '../../../kernel/rounding.js';
import type { Tx } from '../../../kernel/transaction.js';
import { counts, isCash, type OrderPayment } from '../domain/order-payment.js';
import type { NewPayment } from '../domain/order-payments.js';
import type { Order } from '../domain/order-state.js';
import type { DrawerDesk, OrderCash } from '../ports/drawer-desk.js';
import type { TenderDesk, TenderRule } from '../ports/tender-desk.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { RequestedPayment } from './requested-payment.js';
import { refuseAt } from './sale-refusal.js';

/** What payments are taken for. */
export interface PaymentScene {
  readonly outletId: OutletId;
  readonly currency: string;
  readonly customerId: string | null;
  readonly drawerSessionId: string | null;
  /** The business day in which they come in, where that is not the order's own. */
  readonly bookedOn: string | null;
}

/** Payments as the domain takes them, and the tenders that the outlet accepts. */
export interface TakenIn {
  readonly payments: readonly NewPayment[];
  readonly tenders: readonly string[];
}

/** The request that began a charge: what makes a repeat of it find the same charge. */
export interface ChargeOrigin {
  readonly source: string;
  readonly fingerprint: string;
  readonly completeOrder: boolean;
}

/** A rate in percent is so many millionths of a hundredth. */
const PERCENT = 100n * DECIMAL_ONE;

/** Makes payments of what callers tell of them, by the rules of the outlet's tenders, and books the money that came in. */
export class PaymentIntake {
  constructor(
    private readonly tenders: TenderDesk,
    private readonly drawers: Pick<DrawerDesk, 'sessionRequired' | 'book'>,
    private readonly ledgers: LedgerPayments,
    private readonly ids: IdSource,
  ) {}

  /**
   * Nothing is taken yet.
   * @throws Refusal `drawer_session_required`, `payment_reference_required`, `payment_below_minimum`, `payment_above_maximum`,
   * `payment_provider_unavailable`, `gift_card_code_required`, `customer_required`.
   */
  async prepare(
    tx: Tx,
    { at, principal }: RequestContext,
    scene: PaymentScene,
    requested: readonly RequestedPayment[],
  ): Promise<TakenIn> {
    const rules = await this.tenders.rules(tx, scene.outletId);
    const { drawerSessionId, bookedOn } = scene;
    if (requested.length > 0 && drawerSessionId === null && (await this.drawers.sessionRequired(tx, scene.outletId))) {
      refuseAt('drawer_session_required', {}, '/drawerSessionId', 'names the open drawer session that takes the money');
    }
    const payments = requested.map((one): NewPayment => {
      const rule = rules.get(one.tender);
      if (rule !== undefined) this.check(one, rule);
      const { id = this.ids.next<'payment'>(), tender, amount, reference, acceptDoubt } = one;
      const ledger = rule === undefined ? null : this.ledgers.ledgerOf(one, rule.kind, scene.customerId);
      const surcharge = rule === undefined ? zero(amount.currency) : surchargeOf(amount, rule);
      const who = { drawerSessionId, bookedOn, takenBy: principal.id, acceptDoubt };
      return {
        id,
        tender,
        amount,
        surcharge,
        reference,
        ledger,
        provider: rule?.provider ?? null,
        receivedAt: at,
        ...who,
      };
    });
    return { payments, tenders: [...rules.keys()] };
  }

  /** Books what came in with a command into its drawer sessions. @param before the payments that were there before. */
  book(tx: Tx, order: Order, before: readonly OrderPayment[] = []): void {
    const known = new Map(before.map((payment) => [payment.id, payment]));
    const came = order.payments.filter((payment) => {
      const was = known.get(payment.id);
      return counts(payment) && (was === undefined || !counts(was));
    });
    for (const sessionId of new Set(came.map((payment) => payment.drawerSessionId))) {
      if (sessionId === null) continue;
      const cash = came.filter((payment) => payment.drawerSessionId === sessionId).flatMap((one) => cashOf(order, one));
      this.drawers.book(tx, { sessionId, outletId: order.outletId, currency: order.currency, cash });
    }
  }

  /** Commits the intents to have providers collect what the order's payments under way ask for. */
  begin(
    tx: Tx,
    order: Order,
    requested: readonly RequestedPayment[],
    added: readonly NewPayment[],
    origin: ChargeOrigin,
  ): void {
    added.forEach(({ id, tender, provider }, index) => {
      const payment = order.payments.find((one) => one.id === id);
      if (provider == null || payment === undefined) return;
      const { source, fingerprint, completeOrder } = origin;
      this.tenders.begin(tx, {
        paymentId: id,
        orderId: order.id,
        orderNumber: order.number,
        outletId: order.outletId,
        tender,
        provider,
        amount: payment.amount,
        payer: requested[index]?.payer ?? {},
        // The first has the request's own name, by which a repeat finds the order.
        source: index === added.findIndex((one) => one.provider != null) ? source : `${source}#${index}`,
        fingerprint,
        completeOrder,
      });
    });
  }

  private check({ amount, reference, pointer }: RequestedPayment, rule: TenderRule): void {
    const { minimum, maximum, provider, code: tender } = rule;
    if (rule.referenceRequired && reference === null) {
      refuseAt('payment_reference_required', { tender }, `${pointer}/reference`, 'is required with this tender');
    }
    if (minimum?.currency === amount.currency && amount.amount < minimum.amount) {
      refuseAt(
        'payment_below_minimum',
        { tender, minimum },
        `${pointer}/amount/amount`,
        `must be at least ${minimum.amount}`,
      );
    }
    if (maximum?.currency === amount.currency && amount.amount > maximum.amount) {
      refuseAt(
        'payment_above_maximum',
        { tender, maximum },
        `${pointer}/amount/amount`,
        `must be at most ${maximum.amount}`,
      );
    }
    if (provider !== null) this.tenders.assertReachable(provider);
  }
}

/** Cash that a payment put into the drawer, and took out as change. */
function cashOf(order: Order, payment: OrderPayment): OrderCash[] {
  if (!isCash(payment)) return [];
  const of = { orderId: order.id, paymentId: payment.id, refundId: null };
  const sale: OrderCash = { kind: 'sale', amount: payment.amount, ...of };
  const { change } = payment;
  return change === null || change.amount === 0 ? [sale] : [sale, { kind: 'change', amount: change, ...of }];
}

/** What a tender adds to an amount, half away from zero. Cash is never charged for. */
export function surchargeOf(amount: Money, { kind, surcharge }: Pick<TenderRule, 'kind' | 'surcharge'>): Money {
  if (surcharge === null || kind === 'cash') return zero(amount.currency);
  if (surcharge.kind === 'amount') {
    return surcharge.amount.currency === amount.currency ? surcharge.amount : zero(amount.currency);
  }
  return fromBigInt(divideRounded(BigInt(amount.amount) * surcharge.rate, PERCENT), amount.currency);
}
