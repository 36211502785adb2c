import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Session, SessionId } from '../../domain/session.js';
import type { LiveSessions, SessionRepository } from '../../ports/session-repository.js';
import { fromSession, SHOWN, toSession, type SessionRow, type SessionTables } from './session-rows.js';

const LIVE_MAX = 1_000;
const BY_TOKEN = `select ${SHOWN.join(', ')} from staff_sessions where token_hash = $1`;
// Idle ones stay as they are: else a touch would open what has locked.
const TOUCH = `update staff_sessions set touched_at = case
    when locked_at is null and (idle_minutes is null or touched_at + make_interval(mins => idle_minutes) > $3)
      then greatest(touched_at, $2) else touched_at end
  where id = $1 returning ${SHOWN.join(', ')}`;
// A session by a PIN that has yet to be changed waits for that, whatever else its person has done meanwhile.
const RELEASE = `update staff_sessions set must_first = null
  where person_id = $1 and ended_at is null and must_first = 'enrol_totp' returning id`;
const PIN_CHOSEN = `update staff_sessions set must_first = null where id = $1 and must_first = 'change_pin'`;

/** Sessions in PostgreSQL. */
export class PostgresSessionRepository implements SessionRepository {
  /** At once: whoever breaks the rule of one open session on a device fails here and not with the commit. */
  async add(tx: Tx, session: Session, tokenHash: string): Promise<void> {
    const row = { tenant_id: tenantOf(tx), ...fromSession(session), token_hash: tokenHash };
    await transactionOf<SessionTables>(tx).insertInto('staff_sessions').values(row).execute();
  }

  async find(tx: Tx, id: SessionId): Promise<Session | undefined> {
    const row = await sessionsIn(tx).where('id', '=', id).executeTakeFirst();
    return row && toSession(row);
  }

  async byTokenHash(tx: Tx, tokenHash: string): Promise<Session | undefined> {
    const [row] = await runPrepared<SessionRow>(tx, 'session_by_token', BY_TOKEN, [tokenHash]);
    return row && toSession(row);
  }

  async lock(tx: Tx, ids: readonly SessionId[]): Promise<readonly Session[]> {
    if (ids.length === 0) return [];
    const rows = await sessionsIn(tx).where('id', 'in', ids).orderBy('id').forUpdate().execute();
    return rows.map(toSession);
  }

  async lockLive(tx: Tx, { personId, deviceId, outletId }: LiveSessions): Promise<readonly Session[]> {
    let select = sessionsIn(tx).where('ended_at', 'is', null);
    if (personId !== undefined) select = select.where('person_id', '=', personId);
    if (deviceId !== undefined) select = select.where('device_id', '=', deviceId);
    if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
    return (await select.orderBy('id').limit(LIVE_MAX).forUpdate().execute()).map(toSession);
  }

  async save(tx: Tx, session: Session): Promise<void> {
    const { id, ...changes } = fromSession(session);
    const { numUpdatedRows } = await transactionOf<SessionTables>(tx)
      .updateTable('staff_sessions')
      .set(changes)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} sessions instead of one`);
  }

  async touch(tx: Tx, id: SessionId, touchedAt: Date, at: Date): Promise<Session | undefined> {
    const [row] = await runPrepared<SessionRow>(tx, 'session_touch', TOUCH, [id, touchedAt, at]);
    return row && toSession(row);
  }

  async release(tx: Tx, personId: string): Promise<readonly SessionId[]> {
    const rows = await runPrepared<{ id: SessionId }>(tx, 'session_release', RELEASE, [personId]);
    return rows.map(({ id }) => id);
  }

  async pinChosen(tx: Tx, id: SessionId): Promise<void> {
    await runPrepared(tx, 'session_pin_chosen', PIN_CHOSEN, [id]);
  }
}

function sessionsIn(tx: Tx) {
  return transactionOf<SessionTables>(tx).selectFrom('staff_sessions').select(SHOWN);
}
