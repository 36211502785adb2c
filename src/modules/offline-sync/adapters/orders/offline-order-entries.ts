import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import {
  OFFLINE_ORDER_KINDS,
  OFFLINE_RACES,
  OFFLINE_WAITS,
  type OfflineOrderKind,
  type OfflineOrders,
} from '../../../orders/index.js';
import type { EntryAct, EntryHandler, Handled } from '../../ports/entry-handler.js';

/** What devices did with orders. */
export class OfflineOrderEntries implements EntryHandler {
  readonly kinds: ReadonlySet<string> = new Set(OFFLINE_ORDER_KINDS);
  readonly waits = OFFLINE_WAITS;
  readonly waitsForGap: ReadonlySet<string> = new Set(['drawer_session_not_found', 'drawer_session_not_open']);
  readonly races = OFFLINE_RACES;

  constructor(private readonly orders: OfflineOrders) {}

  handle(tx: Tx, context: RequestContext, act: EntryAct): Promise<Handled> {
    const { kind, body, at, correctionMs, deviceId, approvedBy, mayWait } = act;
    return this.orders.handle(tx, context, {
      ...{ kind: kind as OfflineOrderKind, body, at, correctionMs, deviceId, approvedBy, mayWait },
    });
  }
}
