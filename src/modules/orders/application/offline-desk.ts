import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Order, OrderId } from '../domain/order-state.js';
import type { DeviceSums } from '../ports/device-sums.js';
import type { OfflineShapes } from '../ports/offline-shapes.js';
import type { OrderRepository } from '../ports/order-repository.js';
import { merged } from './compare-offline.js';
import type { OfflineChanges } from './offline-changes.js';
import {
  OfflineOrders,
  type OfflineAct,
  type OfflineConflict,
  type OfflineDayTotals,
  type OfflineOrderState,
  type OfflineResult,
} from './offline-orders.js';
import type { ActAt, OfflinePlacing } from './offline-placing.js';
import type { OfflineUndoing } from './offline-undoing.js';
import {
  offlineFiringFrom,
  offlineLineChangeFrom,
  offlineLinesFrom,
  offlinePaymentFrom,
  offlineRefundFrom,
  offlineSaleFrom,
} from './read-offline.js';
import type { ActContext } from './trading-day.js';

/** An order after an act. */
interface Done {
  readonly order: Order;
  readonly conflicts: readonly OfflineConflict[];
}

/** What is behind the desk. */
export interface DeskParts {
  readonly shapes: OfflineShapes;
  readonly orders: OrderRepository;
  readonly placing: OfflinePlacing;
  readonly changes: OfflineChanges;
  readonly undoing: OfflineUndoing;
  readonly sums: DeviceSums;
}

/** A till's clock may run ahead by this much; what is beyond is taken to have happened just now. */
const AHEAD_MAX_MS = 24 * 60 * 60 * 1000;

/** Where entries of devices that concern orders are read, and sent to whoever carries them out. */
export class OfflineDesk extends OfflineOrders {
  constructor(private readonly parts: DeskParts) {
    super();
  }

  async handle(tx: Tx, context: RequestContext, given: OfflineAct): Promise<OfflineResult> {
    this.parts.shapes.assert(given.kind, given.body);
    const act = notAhead(given, context.at);
    const { order, conflicts } = await this.done(tx, { ...context, actedAt: act.at }, act);
    return { order: stateOf(order), conflicts: merged(conflicts) };
  }

  totalsOf(tx: Tx, deviceId: string, from: string, to: string): Promise<readonly OfflineDayTotals[]> {
    return this.parts.sums.ofDays(tx, deviceId, from, to);
  }

  lastReceiptOf(tx: Tx, outletId: string, series: string): Promise<number> {
    return this.parts.sums.lastReceipt(tx, outletId, series);
  }

  private done(tx: Tx, context: ActContext, act: OfflineAct): Promise<Done> {
    const { changes, undoing } = this.parts;
    const { orderId } = act.body as { readonly orderId: OrderId };
    const where = whereOf(act);
    switch (act.kind) {
      case 'order.place':
        return this.place(tx, context, act);
      case 'order.add_lines':
        return this.addLines(tx, context, act);
      case 'order.change_line':
        return undoing.changeLine(tx, context, where, offlineLineChangeFrom(act));
      case 'order.remove_line':
        return undoing.removeLine(tx, context, where, offlineLineChangeFrom(act));
      case 'order.add_payment':
        return changes.addPayment(tx, context, where, offlinePaymentFrom(act));
      case 'order.complete':
        return changes.complete(tx, context, orderId);
      case 'order.fire':
        return changes.fire(tx, context, offlineFiringFrom(act));
      case 'order.hold':
        return changes.setAside(tx, context, orderId, true);
      case 'order.recall':
        return changes.setAside(tx, context, orderId, false);
      case 'order.void':
        return undoing.void(tx, context, where, orderId, (act.body as { readonly reason: string }).reason);
      case 'order.refund':
        return undoing.refund(tx, context, where, offlineRefundFrom(act));
    }
  }

  private async place(tx: Tx, context: ActContext, act: OfflineAct): Promise<Done> {
    const wish = offlineSaleFrom(act);
    const known = await this.parts.orders.originOf(tx, wish.sale.id);
    if (known === undefined) return this.parts.placing.place(tx, context, whereOf(act), wish);
    return this.parts.changes.merge(tx, context, whereOf(act), wish);
  }

  private addLines(tx: Tx, context: ActContext, act: OfflineAct): Promise<Done> {
    const wish = offlineLinesFrom(act);
    const { pricing } = wish;
    if (pricing === null) return this.parts.undoing.addAtOwnPrices(tx, context, whereOf(act), wish);
    return this.parts.changes.addLines(tx, context, whereOf(act), { ...wish, pricing });
  }
}

function notAhead(act: OfflineAct, now: Date): OfflineAct {
  const ahead = act.at.getTime() - now.getTime();
  return ahead <= AHEAD_MAX_MS ? act : { ...act, at: now, correctionMs: act.correctionMs - ahead };
}

function whereOf({ deviceId, approvedBy, mayWait = false }: OfflineAct): ActAt {
  return { deviceId, approvedBy, mayWait };
}

function stateOf({ id, number, version, status, receiptNumber }: Order): OfflineOrderState {
  return { id, number, version, status, receiptNumber };
}
