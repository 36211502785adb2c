import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { raiseRevision } from '../../../../platform/postgres/revisions.js';
import { revisionsOf, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { OutletsFacade } from '../../application/outlets-facade.js';
import type { Outlet } from '../../domain/outlet.js';
import type { Tenant } from '../../domain/tenant.js';
import { OUTLET_COLUMNS, TENANT_COLUMNS, toOutlet, toTenant, type OutletRow, type TenantRow } from './outlet-rows.js';

/** What is known of one tenant at one revision. */
interface Known {
  readonly revision: number;
  readonly outlets: Map<OutletId, Outlet>;
  list?: readonly Outlet[];
  tenant?: Tenant;
}

const OUTLETS_MAX = 2000;
const TENANTS_MAX = 2000;
const ONE = `select ${OUTLET_COLUMNS} from outlets o where o.id = $1`;
const ALL = `select ${OUTLET_COLUMNS} from outlets o order by o.name, o.id`;
const CLOSE_THROUGH = `update outlets set closed_through = greatest(closed_through, $2::date),
  closure_due = case when closure_due > $2::date then closure_due end where id = $1 returning 1`;
const CLOSURE_DUE = 'update outlets set closure_due = $2::date where id = $1 returning 1';
const TENANT = `select ${TENANT_COLUMNS} from tenants`;

/**
 * Outlets in memory, by tenant. Every transaction learns the current revision as it begins; what is known at another one is
 * dropped, so that no sale is computed by settings that were changed before it began.
 */
export class CachedOutlets extends OutletsFacade {
  private readonly tenants = new Map<TenantId, Known>();
  private size = 0;

  constructor(private readonly maxOutlets: number = OUTLETS_MAX) {
    super();
  }

  async outlet(tx: Tx, id: OutletId): Promise<Outlet | undefined> {
    const known = this.knownTo(tx);
    const cached = known.outlets.get(id);
    if (cached !== undefined) return cached;
    const [row] = await runPrepared<OutletRow>(tx, 'outlet', ONE, [id]);
    if (row === undefined) return undefined;
    const outlet = toOutlet(row);
    this.remember(tenantOf(tx), known, [outlet]);
    return outlet;
  }

  async list(tx: Tx): Promise<readonly Outlet[]> {
    const known = this.knownTo(tx);
    if (known.list !== undefined) return known.list;
    const outlets = (await runPrepared<OutletRow>(tx, 'outlets', ALL, [])).map(toOutlet);
    known.list = Object.freeze(outlets);
    this.remember(tenantOf(tx), known, outlets);
    return outlets;
  }

  async tenant(tx: Tx): Promise<Tenant> {
    const known = this.knownTo(tx);
    if (known.tenant !== undefined) return known.tenant;
    const [row] = await runPrepared<TenantRow>(tx, 'tenant', TENANT, []);
    if (row === undefined) throw new Error('the tenant of the transaction does not exist');
    known.tenant = toTenant(row);
    return known.tenant;
  }

  closeThrough(tx: Tx, id: OutletId, businessDate: string): Promise<void> {
    return this.write(tx, 'outlet_close_through', CLOSE_THROUGH, [id, businessDate]);
  }

  setClosureDue(tx: Tx, id: OutletId, businessDate: string | null): Promise<void> {
    return this.write(tx, 'outlet_closure_due', CLOSURE_DUE, [id, businessDate]);
  }

  private async write(tx: Tx, name: string, text: string, values: readonly unknown[]): Promise<void> {
    const changed = await runPrepared(tx, name, text, values);
    if (changed.length !== 1) throw new Error(`changed ${changed.length} outlets instead of one`);
    await raiseRevision(tx, 'outlets');
  }

  private knownTo(tx: Tx): Known {
    const tenantId = tenantOf(tx);
    const { outlets: revision } = revisionsOf(tx);
    const known = this.tenants.get(tenantId);
    // A transaction that began before a change must neither use what came after it nor throw it away.
    if (known !== undefined && known.revision > revision) return { revision, outlets: new Map() };
    if (known !== undefined) this.forget(tenantId, known);
    const current = known?.revision === revision ? known : { revision, outlets: new Map<OutletId, Outlet>() };
    this.tenants.set(tenantId, current); // last in order: the most recently used
    this.size += current.outlets.size;
    this.evict();
    return current;
  }

  private remember(tenantId: TenantId, known: Known, outlets: readonly Outlet[]): void {
    const before = known.outlets.size;
    for (const outlet of outlets) known.outlets.set(outlet.id, outlet);
    if (this.tenants.get(tenantId) === known) this.size += known.outlets.size - before;
    this.evict();
  }

  private evict(): void {
    for (const [oldest, entry] of this.tenants) {
      if (this.size <= this.maxOutlets && this.tenants.size <= TENANTS_MAX) break;
      this.forget(oldest, entry);
    }
  }

  private forget(tenantId: TenantId, known: Known): void {
    this.tenants.delete(tenantId);
    this.size -= known.outlets.size;
  }
}
