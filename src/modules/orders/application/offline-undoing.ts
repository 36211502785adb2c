import { formatDecimal, subtractDecimals } from '../../../kernel/decimal.js';
import { least, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { linesNamed } from '../domain/manual-discount.js';
import { paymentsLeft } from '../domain/order-refund-payments.js';
import { linesLeft, ofPart } from '../domain/order-refund-lines.js';
import type { Order, OrderId } from '../domain/order-state.js';
import type { ApprovalDesk } from '../ports/approval-desk.js';
import type { OfflineChanges } from './offline-changes.js';
import type { OfflineLineChange, OfflineLines, OfflineRefund } from './offline-acts.js';
import type { OfflineDraft } from './offline-draft.js';
import type { OfflineConflict } from './offline-orders.js';
import type { ActAt } from './offline-placing.js';
import type { OfflineTakings } from './offline-takings.js';
import { OrderCommands } from './order-commands.js';
import { OrderParts, type CommandParts } from './order-parts.js';
import type { RequestedRefund } from './refund-order.js';
import { refuseAt } from './sale-refusal.js';
import { SaleRights } from './sale-rights.js';
import type { ActContext } from './trading-day.js';

/** An order after an act that one of the ordinary commands carried out. */
export interface Undone {
  readonly order: Order;
  readonly conflicts: readonly OfflineConflict[];
}

/** Of an order as it is: nothing has been done when one of these is thrown. */
const TOO_LATE: ReadonlySet<string> = new Set(['order_not_open', 'line_not_found']);
const OVER: ReadonlySet<string> = new Set([
  'order_not_refundable',
  'refund_empty',
  'refund_exceeds_remaining',
  'refund_exceeds_tender',
]);
const SETTLED: ReadonlySet<string> = new Set(['completed', 'partially_refunded', 'refunded']);

/**
 * Acts that the ordinary commands carry out, within the transaction of the act: what is taken off orders, given up, or given back.
 * Who stood for it with a PIN at the device is named as the second person; nobody is asked again.
 */
export class OfflineUndoing {
  constructor(
    private readonly parts: Omit<CommandParts, 'commands'>,
    private readonly outbox: Outbox,
    private readonly changes: OfflineChanges,
    private readonly takings: OfflineTakings,
  ) {}

  /** Adds lines at the server's prices of now. @throws Refusal of `AddLines`. */
  async addAtOwnPrices(tx: Tx, context: ActContext, act: ActAt, wish: OfflineLines): Promise<Undone> {
    const { before } = await this.changes.draft(tx, context, wish.orderId);
    const lines = wish.lines.filter(({ id }) => id === undefined || linesNamed(before.lines, id).length === 0);
    if (lines.length === 0) return { order: before, conflicts: [] };
    const { addLines } = this.within(tx, act).commands();
    return { order: await addLines.execute(permitted(context), { orderId: before.id }, lines), conflicts: [] };
  }

  /** Sets quantity or note of a line. A line or an order that is gone meanwhile stays gone. */
  changeLine(tx: Tx, context: ActContext, act: ActAt, wish: OfflineLineChange): Promise<Undone> {
    const { orderId, lineId, ...change } = wish;
    return this.orTooLate(tx, context, orderId, { lineId, ...noted(wish) }, () => {
      return this.within(tx, act).commands().changeLine.execute(context, { orderId }, lineId, change);
    });
  }

  /** Takes a line off. */
  removeLine(tx: Tx, context: ActContext, act: ActAt, { orderId, lineId }: OfflineLineChange): Promise<Undone> {
    return this.orTooLate(tx, context, orderId, { lineId }, () => {
      return this.within(tx, act).commands().removeLine.execute(context, { orderId }, lineId);
    });
  }

  /** Gives an order up. One that was settled meanwhile stays settled. @throws Refusal `order_has_payments`. */
  async void(tx: Tx, context: ActContext, act: ActAt, orderId: OrderId, reason: string): Promise<Undone> {
    const { before } = await this.changes.draft(tx, context, orderId);
    if (before.status === 'voided') return { order: before, conflicts: [] };
    return this.orTooLate(tx, context, orderId, { reason }, () => {
      const words = { reason, approvalId: undefined };
      return this.within(tx, act).commands().void.execute(context, { orderId }, words);
    });
  }

  /**
   * Gives money back. What is more than is left cannot be a refund (no order gives back more than it took): so much as is left is
   * refunded, and the conflict says what went out above that; the count of the drawer shows it.
   * @throws Refusal `order_not_refundable` for an order that was never settled, `tender_needs_network`.
   */
  async refund(tx: Tx, context: ActContext, act: ActAt, { orderId, wish, paid }: OfflineRefund): Promise<Undone> {
    const draft = await this.changes.draft(tx, context, orderId);
    const { before } = draft;
    if (before.refunds.some(({ id }) => id === wish.id)) return { order: before, conflicts: [] };
    const { outletId, currency } = before;
    const { deviceId, mayWait } = act;
    const scene = { outletId, currency, deviceId, mayWait, drawerSessionId: wish.drawerSessionId };
    const { drawerSessionId, conflicts } = await this.takings.session(tx, scene, true);
    draft.conflicts.push(...conflicts);
    const asked = { ...wish, drawerSessionId };
    try {
      await this.giveBack(tx, context, act, draft, asked);
    } catch (error) {
      if (!(error instanceof Refusal) || !OVER.has(error.code) || !SETTLED.has(before.status)) throw error;
      const left = await this.giveWhatIsLeft(tx, context, act, draft, asked);
      const facts = { orderId, refundId: wish.id, paid, ...askedOf(wish), refunded: left, code: codeOf(error) };
      draft.conflicts.push({ cause: 'refund_over_remaining', facts });
    }
    draft.save(tx, this.parts.orders, this.outbox);
    return draft;
  }

  private async giveBack(
    tx: Tx,
    context: ActContext,
    act: ActAt,
    draft: OfflineDraft,
    wish: OfflineRefund['wish'],
  ): Promise<Money | null> {
    const refunds = this.within(tx, act).refunds();
    const decided = await refunds.within(tx, context, draft.order, wish.id, wish);
    const made = decided.state.refunds.at(-1);
    const byProvider = made?.payments.some(({ paymentId, tender }) => {
      return draft.before.payments.some(
        (one) => one.id === paymentId && one.tender === tender && one.provider !== null,
      );
    });
    if (byProvider === true) {
      refuseAt('tender_needs_network', {}, '/tender', 'a provider gives it back, and cannot have without a network');
    }
    draft.apply(decided);
    return made?.amount ?? null;
  }

  /** @returns what was refunded; `null` when nothing was left. */
  private async giveWhatIsLeft(
    tx: Tx,
    context: ActContext,
    act: ActAt,
    draft: OfflineDraft,
    wish: OfflineRefund['wish'],
  ): Promise<Money | null> {
    const of = leftToRefund(draft.before, wish.of);
    if (of === null) return null;
    try {
      return await this.giveBack(tx, context, act, draft, { ...wish, of });
    } catch (error) {
      if (error instanceof Refusal && OVER.has(error.code)) return null;
      throw error;
    }
  }

  private async orTooLate(
    tx: Tx,
    context: ActContext,
    orderId: OrderId,
    facts: object,
    work: () => Promise<Order>,
  ): Promise<Undone> {
    try {
      return { order: await work(), conflicts: [] };
    } catch (error) {
      if (!(error instanceof Refusal) || !TOO_LATE.has(error.code)) throw error;
      const draft = await this.changes.draft(tx, context, orderId);
      draft.changedMeanwhile({ code: codeOf(error), ...facts });
      return draft;
    }
  }

  /** The ordinary commands, in a transaction that has begun, and with rights that were asked for at the device. */
  private within(tx: Tx, { approvedBy }: ActAt): OrderParts {
    const running: Transactor = { run: (_, work) => work(tx), read: (_, work) => work(tx) };
    const approvals: ApprovalDesk = { authorise: () => Promise.resolve({ approvedBy }) };
    const commands = new OrderCommands(running, this.parts.orders, this.outbox);
    return new OrderParts({ ...this.parts, commands, approvals, rights: new SaleRights(approvals) });
  }
}

function codeOf({ code }: Pick<Refusal, 'code'>): string {
  return code;
}

/** Whether somebody may set prices was asked at the device. */
function permitted(context: ActContext): ActContext {
  const { principal } = context;
  return {
    ...context,
    principal: { ...principal, permissions: new Set([...principal.permissions, 'orders:override_price']) },
  };
}

function noted({ quantity, note }: OfflineLineChange): object {
  return { ...(note !== undefined && { note }), ...(quantity !== undefined && { quantity: formatDecimal(quantity) }) };
}

function askedOf({ of }: RequestedRefund): object {
  return 'amount' in of ? { asked: of.amount } : { lines: of.lines.map(({ lineId }) => lineId) };
}

/** As much of what is asked as is left; `null`: nothing is. */
function leftToRefund(order: Order, of: RequestedRefund['of']): RequestedRefund['of'] | null {
  if (order.status !== 'completed' && order.status !== 'partially_refunded') return null;
  const left = least(paymentsLeft(order), linesLeft(order.lines, order.currency));
  if (left.amount <= 0) return null;
  if ('amount' in of) return { amount: least(of.amount, left) };
  const lines = of.lines.flatMap(({ lineId, quantity }) => {
    return linesNamed(order.lines, lineId).flatMap((line) => {
      const wanted = line.id === lineId ? quantity : ofPart(line, quantity);
      const rest = subtractDecimals(line.quantity, line.refundedQuantity);
      return rest > 0n ? [{ lineId: line.id, quantity: wanted < rest ? wanted : rest }] : [];
    });
  });
  return lines.length === 0 ? null : { lines };
}
