import type { TenantId } from '../../../../kernel/ids.js';
import type { Chore } from '../../../../platform/postgres/housekeeping.js';
import type { RemindOfEndingKeys } from '../../application/remind-of-ending-keys.js';
import type { ApiKeyId } from '../../domain/api-key.js';

const BATCH = 200;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 50;

// Row security shows the worker's role only keys that have an end to come, and of them nothing but whose they are. The times are
// those of domain/reminders.ts.
const DUE = `select tenant_id, id from api_keys
  where revoked_at is null and expires_at > $1::timestamptz
    and expires_at <= $1::timestamptz + interval '30 days'
    and (reminded_days is null
    or (reminded_days > 7 and expires_at <= $1::timestamptz + interval '7 days')
    or (reminded_days > 1 and expires_at <= $1::timestamptz + interval '1 day'))
  order by expires_at limit $2`;

interface DueRow {
  readonly tenant_id: TenantId;
  readonly id: ApiKeyId;
}

/** Tells of keys that end soon, each tenant's under that tenant: the worker's role can write neither them nor events. */
export function reminderChore(remind: Pick<RemindOfEndingKeys, 'execute'>, now: () => Date): Chore {
  return {
    name: 'reminders of API keys that end',
    run: async (pool) => {
      const at = now();
      let done = 0;
      for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
        const { rows } = await pool.query<DueRow>(DUE, [at, BATCH]);
        const told = await remindAll(remind, rows, at);
        done += told;
        if (rows.length < BATCH || told === 0) break;
      }
      return done;
    },
  };
}

/** One tenant's failure keeps no other's from being told; it is told when all have had their turn. */
async function remindAll(
  remind: Pick<RemindOfEndingKeys, 'execute'>,
  rows: readonly DueRow[],
  at: Date,
): Promise<number> {
  const idsOf = new Map<TenantId, ApiKeyId[]>();
  for (const { tenant_id: tenantId, id } of rows) idsOf.set(tenantId, [...(idsOf.get(tenantId) ?? []), id]);
  let done = 0;
  const failures: unknown[] = [];
  for (const [tenantId, ids] of idsOf) {
    try {
      done += await remind.execute(tenantId, ids, at);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'API keys could not be reminded of');
  return done;
}
