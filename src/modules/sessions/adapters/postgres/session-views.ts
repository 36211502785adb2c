import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { SessionRefusal } from '../../domain/session-refusal.js';
import type { Session, SessionId, SessionStatus } from '../../domain/session.js';
import type { SessionQuery, SessionViews } from '../../ports/session-views.js';
import { SHOWN, toSession, type SessionTables } from './session-rows.js';

/** Reads about sessions; row security confines them to the tenant, these queries to the caller's outlets. */
export class PostgresSessionViews implements SessionViews {
  constructor(private readonly transactor: Transactor) {}

  sessions(context: RequestContext, query: SessionQuery): Promise<readonly Session[]> {
    return this.transactor.read(context, async (tx) => {
      const { outletId, deviceId, personId, status, method, from, to, limit, after } = query;
      let select = visible(tx, context)
        .orderBy('begun_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
      if (deviceId !== undefined) select = select.where('device_id', '=', deviceId);
      if (personId !== undefined) select = select.where('person_id', '=', personId);
      if (status !== undefined) select = select.where(inStatus(status, context.at));
      if (method !== undefined) select = select.where('method', '=', method);
      if (from !== undefined) select = select.where('begun_at', '>=', from);
      if (to !== undefined) select = select.where('begun_at', '<', to);
      if (after !== undefined)
        select = select.where(sql<boolean>`(begun_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await select.execute()).map(toSession);
    });
  }

  session(context: RequestContext, id: SessionId): Promise<Session> {
    return this.transactor.read(context, async (tx) => {
      const row = await visible(tx, context).where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw new Refusal<SessionRefusal>('session_not_found', { sessionId: id });
      return toSession(row);
    });
  }
}

function visible(tx: Tx, { principal }: RequestContext) {
  const select = transactionOf<SessionTables>(tx).selectFrom('staff_sessions').select(SHOWN);
  // No list of outlets is empty in SQL: the nil id is nobody's.
  return principal.outlets === undefined ? select : select.where('outlet_id', 'in', [...principal.outlets, NOWHERE]);
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** As `statusAt` of the domain has it, whether or not it was booked. */
function inStatus(status: SessionStatus, at: Date): RawBuilder<boolean> {
  const idle = sql`(idle_minutes is not null and touched_at + make_interval(mins => idle_minutes) <= ${at})`;
  const runs = sql`(ended_at is null and expires_at > ${at} and not (device_id is null and ${idle}))`;
  const locked = sql`(locked_at is not null or ${idle})`;
  if (status === 'ended') return sql<boolean>`(ended_at is not null and ended_why <> 'expired')`;
  if (status === 'locked') return sql<boolean>`(${runs} and ${locked})`;
  if (status === 'active') return sql<boolean>`(${runs} and not ${locked})`;
  return sql<boolean>`(ended_why = 'expired' or (ended_at is null and not ${runs}))`;
}
