import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { CountedPieces } from '../../domain/cash-count.js';
import type { Entry, EntryKind } from '../../domain/drawer-ledger.js';
import type {
  DrawerSession,
  ForcedBecause,
  ForcedCount,
  SessionId,
  VarianceDecision,
} from '../../domain/drawer-session.js';
import type { DrawerId, TrayId } from '../../domain/drawer.js';
import type { CashCount, CountKind } from '../../domain/session-decision.js';

export interface SessionRow {
  id: string;
  outlet_id: string;
  drawer_id: string;
  tray_id: string | null;
  device_id: string | null;
  cashier_id: string;
  number: number;
  currency: string;
  business_date: string;
  blind: boolean;
  opened_at: Date;
  opened_by: string;
  status: DrawerSession['status'];
  no_sales: number;
  counted_last_at: Date;
  count_forced_at: Date | null;
  count_forced_for: ForcedBecause | null;
  count_started_at: Date | null;
  count_started_by: string | null;
  closed_at: Date | null;
  closed_by: string | null;
  counted: number | null;
  expected_at_close: number | null;
  variance: number | null;
  kept_float: number | null;
  variance_state: VarianceDecision['state'];
  variance_by: string | null;
  variance_at: Date | null;
  variance_reason: string | null;
  variance_approval: string | null;
  version: number;
  event_sequence: number;
}

export interface EntryRow {
  id: string;
  session_id: string | null;
  outlet_id: string;
  kind: EntryKind;
  amount: number;
  currency: string;
  debit_account: string;
  credit_account: string;
  order_id: string | null;
  payment_id: string | null;
  refund_id: string | null;
  reason: string | null;
  category: string | null;
  receipt_reference: string | null;
  person: string | null;
  approved_by: string | null;
  actor: string;
  at: Date;
  business_date: string;
  late: boolean;
}

export interface CountRow {
  id: string;
  session_id: string;
  kind: CountKind;
  denominations: readonly CountedPieces[] | null;
  total: number;
  expected: number;
  variance: number;
  blind: boolean;
  counted_by: string;
  at: Date;
}

// prettier-ignore
export const SESSION_COLUMNS = [
  'id', 'outlet_id', 'drawer_id', 'tray_id', 'device_id', 'cashier_id', 'number', 'currency', 'business_date', 'blind', 'opened_at',
  'opened_by', 'status', 'no_sales', 'counted_last_at', 'count_forced_at', 'count_forced_for', 'count_started_at',
  'count_started_by', 'closed_at', 'closed_by', 'counted', 'expected_at_close', 'variance', 'kept_float', 'variance_state',
  'variance_by', 'variance_at', 'variance_reason', 'variance_approval', 'version', 'event_sequence',
] as const;
// prettier-ignore
export const ENTRY_COLUMNS = [
  'id', 'session_id', 'outlet_id', 'kind', 'amount', 'currency', 'debit_account', 'credit_account', 'order_id', 'payment_id',
  'refund_id', 'reason', 'category', 'receipt_reference', 'person', 'approved_by', 'actor', 'at', 'business_date', 'late',
] as const;
// prettier-ignore
export const COUNT_COLUMNS = [
  'id', 'session_id', 'kind', 'denominations', 'total', 'expected', 'variance', 'blind', 'counted_by', 'at',
] as const;

/** The session that a row tells of. A row that contradicts its status is a defect. */
export function toSession(row: SessionRow): DrawerSession {
  const { status, currency } = row;
  const base = {
    ...{ id: row.id as SessionId, outletId: row.outlet_id as OutletId, drawerId: row.drawer_id as DrawerId },
    ...{ trayId: row.tray_id as TrayId | null, deviceId: row.device_id, cashierId: row.cashier_id, number: row.number },
    ...{ currency, businessDate: row.business_date, blind: row.blind, openedAt: row.opened_at },
    ...{ openedBy: row.opened_by, noSales: row.no_sales, countedLastAt: row.counted_last_at },
    ...{ version: row.version, eventSequence: row.event_sequence },
  };
  if (status === 'open') return { ...base, status, forced: forcedOf(row) };
  const { count_started_at: countStartedAt, count_started_by: countStartedBy } = row;
  if (status === 'counting' && countStartedAt !== null && countStartedBy !== null)
    return { ...base, status, forced: forcedOf(row), countStartedAt, countStartedBy };
  const { closed_at: closedAt, closed_by: closedBy } = row;
  const { counted, expected_at_close: expected, variance, kept_float: kept } = row;
  if (status === 'closed' && closedAt !== null && closedBy !== null) {
    if (counted !== null && expected !== null && variance !== null && kept !== null) {
      const sums = { counted: money(counted, currency), expected: money(expected, currency) };
      const rest = { variance: money(variance, currency), keptFloat: money(kept, currency) };
      return { ...base, status, closedAt, closedBy, ...sums, ...rest, decision: decisionOf(row) };
    }
  }
  throw new Error(`the row of the drawer session ${row.id} contradicts itself`);
}

function forcedOf({ count_forced_at: at, count_forced_for: because }: SessionRow): ForcedCount | null {
  return at !== null && because !== null ? { at, because } : null;
}

function decisionOf(row: SessionRow): VarianceDecision {
  const { variance_state: state, variance_by: by, variance_at: at, variance_reason: reason } = row;
  if (state === 'none' || state === 'pending') return { state };
  if (by === null || at === null || reason === null)
    throw new Error(`the variance of the drawer session ${row.id} contradicts itself`);
  return { state, by, at, reason, approvedBy: row.variance_approval };
}

/** The row of a session. */
export function fromSession(session: DrawerSession): SessionRow {
  const closed = session.status === 'closed' ? session : undefined;
  const counting = session.status === 'counting' ? session : undefined;
  const forced = session.status === 'closed' ? null : session.forced;
  const decision = closed?.decision;
  const decided = decision?.state === 'approved' || decision?.state === 'rejected' ? decision : undefined;
  return {
    ...{ id: session.id, outlet_id: session.outletId, drawer_id: session.drawerId, tray_id: session.trayId },
    ...{ device_id: session.deviceId, cashier_id: session.cashierId, number: session.number, blind: session.blind },
    ...{ currency: session.currency, business_date: session.businessDate, opened_at: session.openedAt },
    ...{ opened_by: session.openedBy, status: session.status, no_sales: session.noSales },
    ...{ counted_last_at: session.countedLastAt, version: session.version, event_sequence: session.eventSequence },
    ...{ count_forced_at: forced?.at ?? null, count_forced_for: forced?.because ?? null },
    ...{ count_started_at: counting?.countStartedAt ?? null, count_started_by: counting?.countStartedBy ?? null },
    ...{ closed_at: closed?.closedAt ?? null, closed_by: closed?.closedBy ?? null },
    ...{ counted: closed?.counted.amount ?? null, expected_at_close: closed?.expected.amount ?? null },
    ...{ variance: closed?.variance.amount ?? null, kept_float: closed?.keptFloat.amount ?? null },
    ...{ variance_state: decision?.state ?? 'none', variance_by: decided?.by ?? null },
    ...{ variance_at: decided?.at ?? null, variance_reason: decided?.reason ?? null },
    variance_approval: decided?.approvedBy ?? null,
  };
}

/** The row of an entry that no order has made. */
export function fromEntry(id: string, entry: Entry): EntryRow {
  const { sessionId, outletId, kind, amount, debit, credit, reason, category, receiptReference, person } = entry;
  return {
    ...{ id, session_id: sessionId, outlet_id: outletId, kind, amount: amount.amount, currency: amount.currency },
    ...{ debit_account: debit, credit_account: credit, order_id: null, payment_id: null, refund_id: null },
    ...{ reason, category, receipt_reference: receiptReference, person, approved_by: entry.approvedBy },
    ...{ actor: entry.actor, at: entry.at, business_date: entry.businessDate, late: entry.late },
  };
}

/** The row of a count. */
export function fromCount(id: string, sessionId: string, count: CashCount): CountRow {
  const { kind, denominations, total, expected, variance, blind, countedBy, at } = count;
  return {
    ...{ id, session_id: sessionId, kind, denominations, total: total.amount, expected: expected.amount },
    ...{ variance: variance.amount, blind, counted_by: countedBy, at },
  };
}

/** The count that a row tells of. */
export function toCount(row: CountRow, currency: string): CashCount {
  return {
    ...{ kind: row.kind, denominations: row.denominations, blind: row.blind, countedBy: row.counted_by, at: row.at },
    ...{ total: money(row.total, currency), expected: money(row.expected, currency) },
    variance: money(row.variance, currency),
  };
}
