import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Outlet, OutletRefusal } from '../../domain/outlet.js';
import type { OutletRepository } from '../../ports/outlet-repository.js';
import {
  fromOutlet,
  fromTaxGroup,
  OUTLET_COLUMNS,
  toOutlet,
  type OutletRow,
  type OutletTables,
} from './outlet-rows.js';
import { raiseOutletsRevision } from './outlets-revision.js';

const GET = `select ${OUTLET_COLUMNS} from outlets o where o.id = $1 for update of o`;

/** Outlets in PostgreSQL, locked row by row. */
export class PostgresOutletRepository implements OutletRepository {
  async find(tx: Tx, id: OutletId): Promise<Outlet | undefined> {
    const [row] = await runPrepared<OutletRow>(tx, 'outlet_for_update', GET, [id]);
    return row && toOutlet(row);
  }

  async get(tx: Tx, id: OutletId): Promise<Outlet> {
    const outlet = await this.find(tx, id);
    if (outlet === undefined) throw new Refusal<OutletRefusal>('outlet_not_found', { outletId: id });
    return outlet;
  }

  async add(tx: Tx, outlet: Outlet): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await explained(outlet, () =>
      transactionOf<OutletTables>(tx)
        .insertInto('outlets')
        .values({ ...fromOutlet(outlet), tenant_id: tenantOf(tx), id: outlet.id, updated_at: new Date() })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
        .executeTakeFirst(),
    );
    if (numInsertedOrUpdatedRows !== 1n) return false;
    await addTaxGroups(tx, outlet);
    await raiseOutletsRevision(tx);
    return true;
  }

  async save(tx: Tx, outlet: Outlet): Promise<void> {
    const database = transactionOf<OutletTables>(tx);
    const { numUpdatedRows } = await explained(outlet, () =>
      database
        .updateTable('outlets')
        .set({ ...fromOutlet(outlet), updated_at: new Date() })
        .where('id', '=', outlet.id)
        .executeTakeFirst(),
    );
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} outlets instead of one`);
    await database.deleteFrom('tax_groups').where('outlet_id', '=', outlet.id).execute();
    await addTaxGroups(tx, outlet);
    await raiseOutletsRevision(tx);
  }
}

async function addTaxGroups(tx: Tx, { id, taxGroups }: Outlet): Promise<void> {
  if (taxGroups.size === 0) return;
  const rows = [...taxGroups.values()].map((group) => ({
    ...fromTaxGroup(group),
    tenant_id: tenantOf(tx),
    outlet_id: id,
  }));
  await transactionOf<OutletTables>(tx).insertInto('tax_groups').values(rows).execute();
}

async function explained<Result>(outlet: Outlet, statement: () => Promise<Result>): Promise<Result> {
  try {
    return await statement();
  } catch (error) {
    if (violatedConstraint(error) !== 'outlets_receipt_prefix_key') throw error;
    throw new Refusal<OutletRefusal>('receipt_prefix_taken', { receiptPrefix: outlet.receiptPrefix }, [
      { pointer: '/receiptPrefix', message: 'is used by another outlet' },
    ]);
  }
}
