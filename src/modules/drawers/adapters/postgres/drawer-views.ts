import { sql } from 'kysely';
import { mayActFor, type RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { money, type Money } from '../../../../kernel/money.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { BankDeposit, DepositId } from '../../domain/bank-deposit.js';
import { ACCOUNTS } from '../../domain/drawer-ledger.js';
import type { DrawerRefusal } from '../../domain/drawer-refusal.js';
import type { DrawerSession, SessionId } from '../../domain/drawer-session.js';
import type { Drawer, DrawerId, Tray, TrayId } from '../../domain/drawer.js';
import { visibleTo } from '../../domain/session-access.js';
import type {
  DepositQuery,
  DrawerViews,
  MasterQuery,
  Page,
  RecordedCount,
  RecordedEntry,
  SessionFact,
  SessionQuery,
} from '../../ports/drawer-views.js';
import { toDeposit, toDrawer, toTray, type DrawerRow, type DrawerTables, type TrayRow } from './drawer-rows.js';
import { entriesOfAccount } from './entry-query.js';
import { COUNT_COLUMNS, SESSION_COLUMNS, toCount, toSession, type SessionRow } from './session-rows.js';

type ByTime = readonly [string, string];

/** Reads about drawers; row security confines them to the tenant. */
export class PostgresDrawerViews implements DrawerViews {
  constructor(private readonly transactor: Transactor) {}

  drawer(context: RequestContext, drawerId: DrawerId): Promise<Drawer> {
    return this.transactor.read(context, async (tx) => {
      const row = await transactionOf<DrawerTables>(tx)
        .selectFrom('drawers')
        .selectAll()
        .where('id', '=', drawerId)
        .executeTakeFirst();
      if (row === undefined || !mayActFor(context.principal, row.outlet_id))
        throw new Refusal<DrawerRefusal>('drawer_not_found', { drawerId });
      return toDrawer(row);
    });
  }

  tray(context: RequestContext, trayId: TrayId): Promise<Tray> {
    return this.transactor.read(context, async (tx) => {
      const row = await transactionOf<DrawerTables>(tx)
        .selectFrom('drawer_trays')
        .selectAll()
        .where('id', '=', trayId)
        .executeTakeFirst();
      if (row === undefined || !mayActFor(context.principal, row.outlet_id))
        throw new Refusal<DrawerRefusal>('drawer_tray_not_found', { trayId });
      return toTray(row);
    });
  }

  drawers(context: RequestContext, query: MasterQuery): Promise<readonly Drawer[]> {
    return this.transactor.read(context, async (tx) =>
      ((await masters(tx, 'drawers', context, query)) as DrawerRow[]).map(toDrawer),
    );
  }

  trays(context: RequestContext, query: MasterQuery): Promise<readonly Tray[]> {
    return this.transactor.read(context, async (tx) =>
      ((await masters(tx, 'drawer_trays', context, query)) as TrayRow[]).map(toTray),
    );
  }

  session(context: RequestContext, id: SessionId): Promise<SessionFact> {
    return this.transactor.read(context, async (tx) => {
      const row = await sessions(tx).where('id', '=', id).executeTakeFirst();
      visibleTo(context.principal, row && toSession(row), id);
      return factOf(row as SessionFactRow);
    });
  }

  sessions({ principal, ...context }: RequestContext, query: SessionQuery): Promise<readonly SessionFact[]> {
    const { outletId, drawerId, status, cashierId, varianceState, from, to, limit, after } = query;
    return this.transactor.read(context, async (tx) => {
      let select = sessions(tx)
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (principal.outlets !== undefined)
        select = select.where(sql<boolean>`outlet_id = any(${[...principal.outlets]})`);
      if (!principal.permissions.has('drawers:read')) select = select.where('cashier_id', '=', principal.id);
      if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
      if (drawerId !== undefined) select = select.where('drawer_id', '=', drawerId);
      if (status !== undefined) select = select.where('status', '=', status);
      if (cashierId !== undefined) select = select.where('cashier_id', '=', cashierId);
      if (varianceState !== undefined) select = select.where(sql<boolean>`variance_state = ${varianceState}`);
      if (from !== undefined) select = select.where('opened_at', '>=', from);
      if (to !== undefined) select = select.where('opened_at', '<', to);
      if (after !== undefined) select = select.where(before('opened_at', after));
      return (await select.execute()).map(factOf);
    });
  }

  entries(
    context: RequestContext,
    id: SessionId,
    page: Page<ByTime>,
  ): Promise<{ session: DrawerSession; entries: readonly RecordedEntry[] }> {
    return this.transactor.read(context, async (tx) => {
      const session = await this.seen(tx, context, id);
      const scope = { account: ACCOUNTS.drawer(id), currency: session.currency, sessionId: id };
      return { session, entries: await entriesOfAccount(tx, scope, page) };
    });
  }

  counts(
    context: RequestContext,
    id: SessionId,
    { limit, after }: Page<ByTime>,
  ): Promise<{ session: DrawerSession; counts: readonly RecordedCount[] }> {
    return this.transactor.read(context, async (tx) => {
      const session = await this.seen(tx, context, id);
      let select = transactionOf<DrawerTables>(tx)
        .selectFrom('drawer_counts')
        .select(COUNT_COLUMNS)
        .where('session_id', '=', id)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (after !== undefined) select = select.where(before('at', after));
      const rows = await select.execute();
      return { session, counts: rows.map((row) => ({ id: row.id, ...toCount(row, session.currency) })) };
    });
  }

  safe(
    context: RequestContext,
    outletId: OutletId,
    currency: string,
    page: Page<ByTime>,
  ): Promise<{ balance: Money; entries: readonly RecordedEntry[] }> {
    return this.transactor.read(context, async (tx) => {
      const account = ACCOUNTS.safe(outletId);
      const entries = await entriesOfAccount(tx, { account, currency, outletId }, page);
      const { rows } = await sql<{
        balance: number;
      }>`select coalesce(sum(case when debit_account = ${account} then amount
        else -amount end), 0)::bigint as balance from drawer_entries
        where outlet_id = ${outletId} and ${account} in (debit_account, credit_account)`.execute(transactionOf(tx));
      return { balance: money(rows[0]?.balance ?? 0, currency), entries };
    });
  }

  deposit(context: RequestContext, outletId: OutletId, depositId: DepositId): Promise<BankDeposit> {
    return this.transactor.read(context, async (tx) => {
      const row = await transactionOf<DrawerTables>(tx)
        .selectFrom('bank_deposits')
        .selectAll()
        .where('id', '=', depositId)
        .where('outlet_id', '=', outletId)
        .executeTakeFirst();
      if (row === undefined || !mayActFor(context.principal, outletId))
        throw new Refusal<DrawerRefusal>('bank_deposit_not_found', { depositId });
      return toDeposit(row);
    });
  }

  deposits(context: RequestContext, { outletId, status, limit, after }: DepositQuery): Promise<readonly BankDeposit[]> {
    return this.transactor.read(context, async (tx) => {
      let select = transactionOf<DrawerTables>(tx)
        .selectFrom('bank_deposits')
        .selectAll()
        .where('outlet_id', '=', outletId)
        .orderBy('prepared_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (status !== undefined) select = select.where('status', '=', status);
      if (after !== undefined) select = select.where(before('prepared_at', after));
      return (await select.execute()).map(toDeposit);
    });
  }

  private async seen(tx: Tx, { principal }: RequestContext, id: SessionId): Promise<DrawerSession> {
    const row = await transactionOf<DrawerTables>(tx)
      .selectFrom('drawer_sessions')
      .select(SESSION_COLUMNS)
      .where('id', '=', id)
      .executeTakeFirst();
    return visibleTo(principal, row && toSession(row), id);
  }
}

type SessionFactRow = SessionRow & { expected: number };

function sessions(tx: Tx) {
  return transactionOf<DrawerTables>(tx)
    .selectFrom('drawer_sessions')
    .select(SESSION_COLUMNS)
    .select(sql<number>`coalesce(expected_at_close, drawer_expected(id))`.as('expected'));
}

function factOf({ expected, ...row }: SessionFactRow): SessionFact {
  const session = toSession(row);
  return { session, expected: money(expected, session.currency) };
}

async function masters(
  tx: Tx,
  table: 'drawers' | 'drawer_trays',
  { principal }: RequestContext,
  { outletId, active, limit, after }: MasterQuery,
): Promise<unknown[]> {
  let select = transactionOf<DrawerTables>(tx)
    .selectFrom(table)
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1);
  if (principal.outlets !== undefined) select = select.where(sql<boolean>`outlet_id = any(${[...principal.outlets]})`);
  if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
  if (active !== undefined) select = select.where('active', '=', active);
  if (after !== undefined) select = select.where(sql<boolean>`(name, id) > (${after[0]}, ${after[1]}::uuid)`);
  return select.execute();
}

function before(column: 'opened_at' | 'at' | 'prepared_at', [at, id]: ByTime) {
  return sql<boolean>`(${sql.ref(column)}, id) < (${at}::timestamptz, ${id}::uuid)`;
}
