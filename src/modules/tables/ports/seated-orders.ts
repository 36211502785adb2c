import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DiningTable, TableId } from '../domain/dining-table.js';

/** An order that is open or held, as its table shows it. */
export interface SeatedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: 'open' | 'held';
  readonly total: Money;
  readonly due: Money;
  readonly placedAt: Date;
  readonly cashierId: string;
}

/** Knows which orders are at tables. */
export interface SeatedOrders {
  /** Open and held orders, oldest first, of each table that has some. One question, however many tables. */
  at(
    tx: Tx,
    tables: readonly Pick<DiningTable, 'id' | 'outletId'>[],
  ): Promise<ReadonlyMap<TableId, readonly SeatedOrder[]>>;
}
