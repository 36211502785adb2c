import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { DiningTable, TableId } from '../domain/dining-table.js';
import type { SeatedOrder } from './seated-orders.js';

export interface TableQuery {
  readonly outletId?: OutletId;
  readonly area?: string;
  readonly active?: boolean;
  /** Part of the name or the area, whatever the case. */
  readonly q?: string;
  /** Whether the orders at each table are asked for, too. */
  readonly withOrders: boolean;
  readonly limit: number;
  /** The position of the last table of the page before. */
  readonly after?: readonly [position: number, name: string, id: string];
}

/** A table as a list shows it. */
export interface ListedTable {
  readonly table: DiningTable;
  /** `undefined` where they were not asked for. */
  readonly orders: readonly SeatedOrder[] | undefined;
}

/** What callers ask about tables. Row security confines it to the tenant, the caller's outlets and rights confine it further. */
export interface TableViews {
  /** @throws Refusal `table_not_found`. */
  table(context: RequestContext, id: TableId): Promise<DiningTable>;
  /**
   * By position, then by name; one row more than the limit when there are more.
   * @throws Refusal `permission_missing`: orders are shown to who may read orders.
   */
  tables(context: RequestContext, query: TableQuery): Promise<readonly ListedTable[]>;
}
