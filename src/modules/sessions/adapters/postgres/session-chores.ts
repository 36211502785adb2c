import type { TenantId } from '../../../../kernel/ids.js';
import type { Chore } from '../../../../platform/postgres/housekeeping.js';
import { retentionChore } from '../../../../platform/postgres/retention-chore.js';
import type { EndSessions } from '../../application/end-sessions.js';
import type { SessionId } from '../../domain/session.js';

const BATCH = 200;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 50;

// Row security shows the worker's role only sessions whose time has passed, and of them nothing but whose they are.
const DUE = `select tenant_id, id from staff_sessions where ended_at is null and expires_at <= now() order by expires_at limit $1`;

interface DueRow {
  readonly tenant_id: TenantId;
  readonly id: SessionId;
}

/** Books the end of sessions that have run out, each tenant's under that tenant: the worker's role can write neither them nor events. */
export function sessionExpiryChore(sessions: Pick<EndSessions, 'expired'>, now: () => number): Chore {
  return {
    name: 'sessions past their time',
    run: async (pool) => {
      let done = 0;
      for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
        const { rows } = await pool.query<DueRow>(DUE, [BATCH]);
        const expired = await endAll(sessions, rows, new Date(now()));
        done += expired;
        if (rows.length < BATCH || expired === 0) break;
      }
      return done;
    },
  };
}

/** One tenant's failure keeps no other's from ending; it is told when all have had their turn. */
async function endAll(sessions: Pick<EndSessions, 'expired'>, rows: DueRow[], at: Date): Promise<number> {
  const idsOf = new Map<TenantId, SessionId[]>();
  for (const { tenant_id: tenantId, id } of rows) idsOf.set(tenantId, [...(idsOf.get(tenantId) ?? []), id]);
  let done = 0;
  const failures: unknown[] = [];
  for (const [tenantId, ids] of idsOf) {
    try {
      done += await sessions.expired(tenantId, ids, at);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'sessions could not be booked as expired');
  return done;
}

/** Sessions are kept for a year and a month after their end; counts of wrong tries until they count no longer. */
export const SESSION_RETENTION = [
  retentionChore({
    name: 'ended sessions',
    table: 'staff_sessions',
    key: ['id'],
    isExpired: "r.ended_at < now() - interval '400 days'",
  }),
  retentionChore({
    name: 'old counts of wrong tries',
    table: 'sign_in_counts',
    key: ['key'],
    isExpired: "r.tried_at < now() - interval '8 days'",
  }),
];
