import type { TenantId } from '../../../../kernel/ids.js';
import type { Chore } from '../../../../platform/postgres/housekeeping.js';
import type { RemindOfShifts } from '../../application/remind-of-shifts.js';
import type { ShiftId } from '../../domain/shift.js';

const BATCH = 500;

// Row security shows the worker's role only shifts that are due, and of them nothing but whose they are.
const DUE = `select tenant_id, id from shifts
  where status <> 'ended' and overdue_told_at is null and overdue_at <= now() order by overdue_at limit $1`;

interface DueRow {
  readonly tenant_id: TenantId;
  readonly id: ShiftId;
}

/**
 * Tells of shifts that last too long. Which they are, of all tenants, is the worker's to find; each is told of under its own
 * tenant, as requests are: the worker's role can write neither shifts nor events. More than a round takes wait for the next.
 */
export function reminderChore(remind: Pick<RemindOfShifts, 'execute'>, now: () => Date): Chore {
  return {
    name: 'shifts that last too long',
    run: async (pool) => {
      const { rows } = await pool.query<DueRow>(DUE, [BATCH]);
      const shiftsOf = new Map<TenantId, ShiftId[]>();
      for (const { tenant_id: tenantId, id } of rows) shiftsOf.set(tenantId, [...(shiftsOf.get(tenantId) ?? []), id]);
      let told = 0;
      const failures: unknown[] = [];
      // One tenant's failure keeps nobody else from being reminded; it is told when all have had their turn.
      for (const [tenantId, ids] of shiftsOf) {
        try {
          told += await remind.execute(tenantId, ids, now());
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'shifts could not be told of');
      return told;
    },
  };
}
