import type { TenantId } from '../../../../kernel/ids.js';
import type { Chore } from '../../../../platform/postgres/housekeeping.js';
import type { ExpireDueApprovals } from '../../application/expire-due-approvals.js';
import type { ApprovalId } from '../../domain/approval.js';

const BATCH = 200;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 50;

// Row security shows the worker's role only approvals whose time has passed, and of them nothing but whose they are.
const DUE = `select tenant_id, id from approvals where status in ('asked', 'granted') and expires_at <= now()
  order by expires_at limit $1`;

interface DueRow {
  readonly tenant_id: TenantId;
  readonly id: ApprovalId;
}

/** Books the expiry of approvals, each tenant's under that tenant: the worker's role can write neither them nor events. */
export function expiryChore(expire: Pick<ExpireDueApprovals, 'execute'>, now: () => Date): Chore {
  return {
    name: 'approvals past their time',
    run: async (pool) => {
      let done = 0;
      for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
        const { rows } = await pool.query<DueRow>(DUE, [BATCH]);
        const expired = await expireAll(expire, rows, now());
        done += expired;
        if (rows.length < BATCH || expired === 0) break;
      }
      return done;
    },
  };
}

/** One tenant's failure keeps no other's from expiring; it is told when all have had their turn. */
async function expireAll(expire: Pick<ExpireDueApprovals, 'execute'>, rows: DueRow[], at: Date): Promise<number> {
  const idsOf = new Map<TenantId, ApprovalId[]>();
  for (const { tenant_id: tenantId, id } of rows) idsOf.set(tenantId, [...(idsOf.get(tenantId) ?? []), id]);
  let done = 0;
  const failures: unknown[] = [];
  for (const [tenantId, ids] of idsOf) {
    try {
      done += await expire.execute(tenantId, ids, at);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'approvals could not be expired');
  return done;
}
