import type { RequestContext } from '../../../../kernel/context.js';
import type { TenantId } from '../../../../kernel/ids.js';
import type { Chore } from '../../../../platform/postgres/housekeeping.js';
import type { ReconcileSettlement } from '../../application/reconcile-settlement.js';
import type { SettlementId } from '../../domain/settlement.js';

const BATCH = 100;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 20;

// Row security shows the worker's role only batches that are still to be looked at, and of them nothing but whose they are.
const DUE = `select tenant_id, id from settlement_batches where missing_due_at <= $2 order by missing_due_at limit $1`;

interface DueRow {
  readonly tenant_id: TenantId;
  readonly id: SettlementId;
}

/** Looks for payments that should have been settled by now. Which batches are due, of all tenants, is the worker's to find. */
export function missingPaymentsChore(reconcile: Pick<ReconcileSettlement, 'execute'>, now: () => Date): Chore {
  return {
    name: 'settlements whose missing payments are due',
    run: async (pool) => {
      let done = 0;
      const failures: unknown[] = [];
      for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
        const at = now();
        const { rows } = await pool.query<DueRow>(DUE, [BATCH, at]);
        const before = done;
        for (const { tenant_id: tenantId, id } of rows) {
          try {
            await reconcile.execute(contextFor(tenantId, at), id);
            done += 1;
          } catch (error) {
            failures.push(error); // one tenant's failure keeps no other's batch waiting; it is told in the end
          }
        }
        if (rows.length < BATCH || done === before) break;
      }
      if (failures.length > 0) throw new AggregateError(failures, 'settlements could not be looked at');
      return done;
    },
  };
}

function contextFor(tenantId: TenantId, at: Date): RequestContext {
  const principal = { kind: 'system', id: 'settlements', permissions: new Set<string>(), test: false } as const;
  return { tenantId, tenantSlug: '', principal, requestId: 'settlements', at };
}
