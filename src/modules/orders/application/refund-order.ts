import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { isOtherTender, type RefundTarget } from '../domain/order-refund-payments.js';
import { refund, type RefundOrder as RefundCommand } from '../domain/order-refunds.js';
import { inStatus, type Order, type OrderRefund, type RefundableOrder, type RefundId } from '../domain/order-state.js';
import type { ApprovalDesk } from '../ports/approval-desk.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { TenderDesk } from '../ports/tender-desk.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import { outletOf } from './order-pricer.js';
import type { PayingOut } from './paying-out.js';
import type { SaleRefusal } from './sale-refusal.js';
import { actedAt, bookedOn, tradingDayOfAct, type ActContext, type TradingDay } from './trading-day.js';

/** A giving back as the caller asks for it. */
export interface RequestedRefund {
  readonly id: RefundId | undefined;
  readonly of: RefundCommand['of'];
  readonly reason: string;
  /** Absent: back to where the money came from. */
  readonly tender: string | undefined;
  /** The drawer session that pays cash out; it need not be the one that took it. */
  readonly drawerSessionId: string | null;
  /** The approval of a second person. */
  readonly approvalId: string | undefined;
}

/** The tender by which goods that come back pay for others. */
export const EXCHANGE = 'exchange';

/** Tenders that a person can pay out by hand. */
const BY_HAND: ReadonlySet<string> = new Set(['cash', 'card', 'eftpos', 'mobile_money', 'bank_transfer', 'custom']);

/** What is behind a refund. */
export interface RefundParts {
  readonly outlets: SalesOutlets;
  readonly orders: OrderRepository;
  readonly ledgers: LedgerPayments;
  readonly approvals: ApprovalDesk;
  readonly payingOut: PayingOut;
  readonly tenders: TenderDesk;
}

/** Returns money after settlement, on the trading day on which it is returned. */
export class RefundOrder {
  constructor(
    private readonly commands: OrderCommands,
    private readonly parts: RefundParts,
    private readonly ids: IdSource,
  ) {}

  /**
   * @throws Refusal `version_mismatch`, `permission_missing`, `approval_…`, `drawer_session_required`, those of the domain's
   * `refund`, and `gift_card_balance_too_low` for a spent card.
   */
  async execute(context: ActContext, target: OrderTarget, wish: RequestedRefund): Promise<Order> {
    const id = wish.id ?? this.ids.next<'refund'>();
    const order = await this.commands.run(context, target, (before, tx) => this.within(tx, context, before, id, wish));
    await this.send(context, order, id);
    return order;
  }

  /**
   * Refunds in the caller's transaction. @param credit with an exchange: so much of it at most pays for other goods.
   */
  async within(
    tx: Tx,
    context: ActContext,
    before: Order,
    id: RefundId,
    wish: RequestedRefund,
    credit?: Money,
  ): Promise<ReturnType<typeof refund>> {
    const refundable = inStatus(before, ['completed', 'partially_refunded'], 'order_not_refundable');
    const outlet = await outletOf(this.parts.outlets, tx, before);
    const { businessDate, localHour } = businessTimeOf(actedAt(context), outlet.timeZone, outlet.dayCutMinutes);
    const day = tradingDayOfAct(outlet, context, before);
    const target = credit === undefined ? targetOf(refundable, wish) : { tender: EXCHANGE, other: true, limit: credit };
    const made = this.made(context, wish, id, { businessDate, localHour }, day, target);
    const { approvedBy } = await this.authorise(
      tx,
      context,
      refundable,
      wish,
      refund(before, made).state.refunds.at(-1),
    );
    const decided = refund(before, { ...made, approvedBy });
    const last = decided.state.refunds.at(-1);
    if (last !== undefined) await this.carryOut(tx, before, last);
    this.parts.orders.countsIn(tx, outlet.id, day.countsOn);
    return decided;
  }

  /** Calls the providers that give back, after the transaction. */
  async send(context: RequestContext, order: Order, id: RefundId): Promise<void> {
    const parts = order.refunds.find((one) => one.id === id)?.payments ?? [];
    const payments = parts.map(({ paymentId }) => paymentId);
    await this.parts.payingOut.send(context, id, order, payments);
  }

  /** Gives back to ledgers, drawers and providers what a refund pays out. */
  private async carryOut(tx: Tx, before: Order, made: OrderRefund): Promise<void> {
    await this.parts.ledgers.refunded(tx, before, made);
    const { id, reason, drawerSessionId, payments } = made;
    await this.parts.payingOut.book(tx, before, { id, reason, drawerSessionId, parts: payments });
  }

  private made(
    context: ActContext,
    { of, reason, drawerSessionId }: RequestedRefund,
    id: RefundId,
    when: { readonly businessDate: string; readonly localHour: number },
    day: TradingDay,
    target: RefundTarget | undefined,
  ): RefundCommand {
    const booking = { bookedOn: bookedOn(day, when.businessDate), late: day.late, drawerSessionId };
    const made = { id, of, reason, refundedBy: context.principal.id, at: actedAt(context), ...when, booking };
    return target === undefined ? made : { ...made, target };
  }

  /** A refund takes its right or a second person; one that goes elsewhere than the money came from takes another, too. */
  private async authorise(
    tx: Tx,
    context: RequestContext,
    order: RefundableOrder,
    { reason, approvalId, tender }: RequestedRefund,
    made: OrderRefund | undefined,
  ): Promise<{ readonly approvedBy: string | null }> {
    const amount: Money | null = made?.amount ?? null;
    const act = { targetId: order.id, outletId: order.outletId, amount, reason, approvalId };
    if (tender === undefined || !isOtherTender(order, tender)) {
      return this.parts.approvals.authorise(tx, context, {
        ...act,
        action: 'order.refund',
        permission: 'orders:refund',
      });
    }
    await this.assertPayable(tx, order, tender);
    const permission = 'orders:refund_other_tender';
    return this.parts.approvals.authorise(tx, context, { ...act, action: 'order.refund_other_tender', permission });
  }

  // Cards of ours, accounts and providers give back only what they took.
  private async assertPayable(tx: Tx, order: RefundableOrder, tender: string): Promise<void> {
    const rule = (await this.parts.tenders.rules(tx, order.outletId)).get(tender);
    if (rule !== undefined && rule.provider === null && BY_HAND.has(rule.kind)) return;
    const field = { pointer: '/tender', message: 'the order was not paid with it, and it cannot pay out' };
    throw new Refusal<SaleRefusal>('refund_tender_mismatch', { orderId: order.id, tender }, [field]);
  }
}

function targetOf(order: RefundableOrder, { tender }: RequestedRefund): RefundTarget | undefined {
  return tender === undefined ? undefined : { tender, other: isOtherTender(order, tender) };
}
