import { sql } from 'kysely';
import { mayActFor, type RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DiningTable, TableId } from '../../domain/dining-table.js';
import type { TableRefusal } from '../../domain/table-refusal.js';
import type { SeatedOrders } from '../../ports/seated-orders.js';
import type { ListedTable, TableQuery, TableViews } from '../../ports/table-views.js';
import { toTable, type TableTables } from './table-rows.js';

/** Reads about tables; row security confines them to the tenant. */
export class PostgresTableViews implements TableViews {
  constructor(
    private readonly transactor: Transactor,
    private readonly seated: SeatedOrders,
  ) {}

  table(context: RequestContext, tableId: TableId): Promise<DiningTable> {
    return this.transactor.read(context, async (tx) => {
      const row = await transactionOf<TableTables>(tx)
        .selectFrom('dining_tables')
        .selectAll()
        .where('id', '=', tableId)
        .executeTakeFirst();
      if (row === undefined || !mayActFor(context.principal, row.outlet_id))
        throw new Refusal<TableRefusal>('table_not_found', { tableId });
      return toTable(row);
    });
  }

  async tables(context: RequestContext, query: TableQuery): Promise<readonly ListedTable[]> {
    if (query.withOrders && !context.principal.permissions.has('orders:read'))
      throw new Refusal('permission_missing', { permission: 'orders:read' });
    return this.transactor.read(context, async (tx) => {
      const tables = await pageOf(tx, context, query);
      if (!query.withOrders || tables.length === 0) return tables.map((table) => ({ table, orders: undefined }));
      const seated = await this.seated.at(tx, tables);
      return tables.map((table) => ({ table, orders: seated.get(table.id) ?? [] }));
    });
  }
}

async function pageOf(tx: Tx, { principal }: RequestContext, query: TableQuery): Promise<DiningTable[]> {
  const { outletId, area, active, q, limit, after } = query;
  let select = transactionOf<TableTables>(tx)
    .selectFrom('dining_tables')
    .selectAll()
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1);
  if (principal.outlets !== undefined) select = select.where(sql<boolean>`outlet_id = any(${[...principal.outlets]})`);
  if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
  if (area !== undefined) select = select.where('area', '=', area);
  if (active !== undefined) select = select.where('active', '=', active);
  if (q !== undefined) {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    select = select.where(sql<boolean>`(name ilike ${part} or area ilike ${part})`);
  }
  if (after !== undefined)
    select = select.where(sql<boolean>`(position, name, id) > (${after[0]}::numeric, ${after[1]}, ${after[2]}::uuid)`);
  return (await select.execute()).map(toTable);
}
