import { sql } from 'kysely';
import { mayActFor, type RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { OutletsFacade } from '../../application/outlets-facade.js';
import type { Outlet, OutletRefusal } from '../../domain/outlet.js';
import type { Tenant } from '../../domain/tenant.js';
import type { OutletQuery, OutletViews } from '../../ports/outlet-views.js';
import { OUTLET_COLUMNS, toOutlet, type OutletRow, type OutletTables } from './outlet-rows.js';

/** Answers from the cache where it can; pages come from the index. */
export class PostgresOutletViews implements OutletViews {
  constructor(
    private readonly transactor: Transactor,
    private readonly facade: OutletsFacade,
  ) {}

  tenant(context: RequestContext): Promise<Tenant> {
    return this.transactor.read(context, (tx) => this.facade.tenant(tx));
  }

  async outlet(context: RequestContext, id: OutletId): Promise<Outlet> {
    const outlet = mayActFor(context.principal, id)
      ? await this.transactor.read(context, (tx) => this.facade.outlet(tx, id))
      : undefined;
    if (outlet === undefined) throw new Refusal<OutletRefusal>('outlet_not_found', { outletId: id });
    return outlet;
  }

  outlets(context: RequestContext, { active, limit, after }: OutletQuery): Promise<readonly Outlet[]> {
    const { outlets: allowed } = context.principal;
    const conditions = [
      active === undefined ? undefined : sql`o.active = ${active}`,
      allowed === undefined ? undefined : sql`o.id = any(${[...allowed]}::uuid[])`,
      after === undefined ? undefined : sql`(o.name, o.id) > (${after[0]}, ${after[1]}::uuid)`,
    ].filter((condition) => condition !== undefined);
    const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
    return this.transactor.read(context, async (tx) => {
      const { rows } = await sql<OutletRow>`select ${sql.raw(OUTLET_COLUMNS)} from outlets o where ${where}
        order by o.name, o.id limit ${limit + 1}`.execute(transactionOf<OutletTables>(tx));
      return rows.map(toOutlet);
    });
  }
}
