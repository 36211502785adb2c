import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { OrderId } from '../domain/order-state.js';

/** An order that is open or held, with the table that it names. */
export interface SeatedOrder {
  readonly tableId: string;
  readonly id: OrderId;
  readonly number: string;
  readonly status: 'open' | 'held';
  readonly total: Money;
  readonly due: Money;
  readonly placedAt: Date;
  readonly cashierId: string;
}

/** What those need who look after tables, within their own transaction. */
export abstract class SeatedOrders {
  /** Open and held orders of the outlets at these tables, oldest first; at most 50 of each table. One question. */
  abstract openAtTables(
    tx: Tx,
    outletIds: readonly OutletId[],
    tableIds: readonly string[],
  ): Promise<readonly SeatedOrder[]>;
}
