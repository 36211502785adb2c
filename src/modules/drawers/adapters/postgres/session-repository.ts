import type { IdSource } from '../../../../kernel/ids.js';
import { money, type Money } from '../../../../kernel/money.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { CountFacts } from '../../domain/count-cash.js';
import type { Entry } from '../../domain/drawer-ledger.js';
import type { DrawerRefusal } from '../../domain/drawer-refusal.js';
import type { DrawerSession, SessionId } from '../../domain/drawer-session.js';
import type { DrawerId } from '../../domain/drawer.js';
import type { SessionDecision } from '../../domain/session-decision.js';
import type { SessionRepository } from '../../ports/drawer-repository.js';
import type { DrawerTables } from './drawer-rows.js';
import {
  COUNT_COLUMNS,
  ENTRY_COLUMNS,
  fromCount,
  fromEntry,
  fromSession,
  SESSION_COLUMNS,
  toSession,
  type CountRow,
  type EntryRow,
  type SessionRow,
} from './session-rows.js';

const refusal = (code: DrawerRefusal) => (): Refusal<DrawerRefusal> => new Refusal(code);
const SESSIONS: InsertShape<SessionRow & { tenant_id: string }> = {
  table: 'drawer_sessions',
  columns: ['tenant_id', ...SESSION_COLUMNS],
  onDuplicate: {
    drawer_sessions_pkey: refusal('drawer_session_id_taken'),
    drawer_sessions_drawer_open_key: refusal('drawer_already_open'),
    drawer_sessions_device_open_key: refusal('drawer_device_in_use'),
    drawer_sessions_tray_open_key: refusal('drawer_tray_in_use'),
  },
};
const ENTRIES: InsertShape<EntryRow & { tenant_id: string }> = {
  table: 'drawer_entries',
  columns: ['tenant_id', ...ENTRY_COLUMNS],
};
const COUNTS: InsertShape<CountRow & { tenant_id: string }> = {
  table: 'drawer_counts',
  columns: ['tenant_id', ...COUNT_COLUMNS],
};
const EXPECTED = 'select drawer_expected($1) as expected';
const FACTS = `select drawer_expected($1) as expected,
  (select count(*) from drawer_entries where session_id = $1 and kind = 'sale' and at > $2) as sales`;

/** Adds entries to the ledger with the commit. @returns their ids. */
export function appendEntries(tx: Tx, ids: IdSource, entries: readonly Entry[]): readonly string[] {
  const tenantId = tenantOf(tx);
  const rows = entries.map((entry) => ({
    tenant_id: tenantId,
    ...fromEntry(ids.next<'drawer-entry'>(), entry),
  }));
  appendRows(tx, ENTRIES, rows);
  return rows.map(({ id }) => id);
}

/** Sessions and their ledger in PostgreSQL. */
export class PostgresSessionRepository implements SessionRepository {
  constructor(private readonly ids: IdSource) {}

  async lock(tx: Tx, id: SessionId): Promise<DrawerSession | undefined> {
    const row = await find(tx, id).forUpdate().executeTakeFirst();
    return row && toSession(row);
  }

  async peek(tx: Tx, id: SessionId): Promise<DrawerSession | undefined> {
    const row = await find(tx, id).executeTakeFirst();
    return row && toSession(row);
  }

  async expected(tx: Tx, { id, currency }: DrawerSession): Promise<Money> {
    const [row] = await runPrepared<{ expected: number }>(tx, 'drawer_expected', EXPECTED, [id]);
    return money(row?.expected ?? 0, currency);
  }

  async facts(tx: Tx, { id, currency, countedLastAt }: DrawerSession): Promise<CountFacts> {
    const values = [id, countedLastAt];
    const [row] = await runPrepared<{ expected: number; sales: number }>(tx, 'drawer_count_facts', FACTS, values);
    return { expected: money(row?.expected ?? 0, currency), salesSince: row?.sales ?? 0 };
  }

  async keptFloat(tx: Tx, drawerId: DrawerId): Promise<number | undefined> {
    const row = await transactionOf<DrawerTables>(tx)
      .selectFrom('drawer_sessions')
      .select('kept_float')
      .where('drawer_id', '=', drawerId)
      .where('status', '=', 'closed')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    // What somebody left in the drawer is there; of nothing left, the outlet's usual float says what to put in.
    return row?.kept_float || undefined;
  }

  async add(tx: Tx, decision: SessionDecision): Promise<void> {
    appendRows(tx, SESSIONS, [{ tenant_id: tenantOf(tx), ...fromSession(decision.state) }]);
    this.append(tx, decision);
  }

  async save(tx: Tx, decision: SessionDecision): Promise<readonly string[]> {
    const { state } = decision;
    const { id, ...changes } = fromSession(state);
    const { numUpdatedRows } = await inWords(() =>
      transactionOf<DrawerTables>(tx)
        .updateTable('drawer_sessions')
        .set(changes)
        .where('id', '=', id)
        .where('version', '=', state.version - 1)
        .executeTakeFirst(),
    );
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} drawer sessions instead of one`);
    return this.append(tx, decision);
  }

  private append(tx: Tx, { state, entries, counts }: SessionDecision): readonly string[] {
    const tenantId = tenantOf(tx);
    const rows = counts.map((count) => ({
      tenant_id: tenantId,
      ...fromCount(this.ids.next<'drawer-count'>(), state.id, count),
    }));
    appendRows(tx, COUNTS, rows);
    return appendEntries(tx, this.ids, entries);
  }
}

function find(tx: Tx, id: SessionId) {
  return transactionOf<DrawerTables>(tx).selectFrom('drawer_sessions').select(SESSION_COLUMNS).where('id', '=', id);
}

async function inWords<Result>(statement: () => Promise<Result>): Promise<Result> {
  try {
    return await statement();
  } catch (error) {
    const meaning = SESSIONS.onDuplicate?.[violatedConstraint(error) ?? ''];
    if (meaning === undefined) throw error;
    throw meaning({} as SessionRow & { tenant_id: string });
  }
}
