import {
  moneyDto,
  type CurrencyCode,
  type MoneyDto,
  type Timestamp,
  type Uuid,
} from '../../../../platform/http/values.js';
import type { CountShown, SessionShown } from '../../application/session-desk.js';
import type { DrawerSession } from '../../domain/drawer-session.js';
import { seesExpected } from '../../domain/session-access.js';
import type { CashCount } from '../../domain/session-decision.js';
import type { Principal } from '../../../../kernel/context.js';
import type { RecordedCount, RecordedEntry, SessionFact } from '../../ports/drawer-views.js';
import type { CountedPiecesDto } from './session-requests.js';

export type DrawerSessionStatus = 'open' | 'counting' | 'closed';
export type DrawerVarianceState = 'none' | 'pending' | 'approved' | 'rejected';

/** A drawer in use, from float to count. */
export interface DrawerSessionResponse {
  id: Uuid;
  outletId: Uuid;
  drawerId: Uuid;
  trayId: Uuid | null;
  deviceId: string | null;
  cashierId: string;
  /**
   * Of this drawer, from 1 without gaps.
   * @isInt
   */
  number: number;
  currency: CurrencyCode;
  /**
   * The outlet's business day of the opening.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  businessDate: string;
  status: DrawerSessionStatus;
  /** Before the close nobody without `drawers:approve` is told what the drawer should hold. */
  blind: boolean;
  openedAt: Timestamp;
  openedBy: string;
  /**
   * How often it was opened without a sale.
   * @isInt
   */
  noSales: number;
  /** Since when it takes no money until it is counted, or until cash is taken out; and why. */
  countForcedAt: Timestamp | null;
  countForcedBecause: string | null;
  countStartedAt: Timestamp | null;
  countStartedBy: string | null;
  closedAt: Timestamp | null;
  closedBy: string | null;
  /** What the drawer should hold now, or should have held at its close; null where the caller may not know. */
  expected: MoneyDto | null;
  counted: MoneyDto | null;
  /** Counted less expected. */
  variance: MoneyDto | null;
  /** What of the counted cash was left for the next session. */
  keptFloat: MoneyDto | null;
  varianceState: DrawerVarianceState;
  varianceDecidedBy: string | null;
  varianceDecidedAt: Timestamp | null;
  varianceReason: string | null;
  /** The second person, where one was needed. */
  varianceApprovedBy: string | null;
  /** @isInt */
  version: number;
}

/** A count. */
export interface DrawerCountResponse {
  kind: string;
  total: MoneyDto;
  denominations: CountedPiecesDto[] | null;
  blind: boolean;
  /** Null where the caller may not know. */
  expected: MoneyDto | null;
  variance: MoneyDto | null;
  countedBy: string;
  at: Timestamp;
}

/** A count of the list. */
export interface ListedDrawerCountResponse extends DrawerCountResponse {
  id: Uuid;
}

/** The session after a count, and the count. */
export interface CountedDrawerResponse {
  session: DrawerSessionResponse;
  count: DrawerCountResponse | null;
}

/** An entry of the ledger, as the account that was asked for sees it. */
export interface DrawerEntryResponse {
  id: Uuid;
  /** Null where only the safe and the bank are concerned. */
  sessionId: Uuid | null;
  kind: string;
  /** Less than zero when it went out. Null, for what orders have moved, where the caller may not know the sum. */
  amount: MoneyDto | null;
  /** What was there after it; null where the caller may not know. */
  balance: MoneyDto | null;
  debitAccount: string;
  creditAccount: string;
  orderId: Uuid | null;
  paymentId: Uuid | null;
  refundId: Uuid | null;
  reason: string | null;
  category: string | null;
  receiptReference: string | null;
  person: string | null;
  approvedBy: string | null;
  actor: string;
  at: Timestamp;
  /**
   * The outlet's business day of `at`.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  businessDate: string;
  /** That day was closed already. */
  late: boolean;
}

/** Shows a session after a command. */
export function toSessionResponse({ session, expected }: SessionShown): DrawerSessionResponse {
  const { id, outletId, drawerId, trayId, deviceId, cashierId, number, currency, businessDate, status } = session;
  return {
    ...{ id, outletId, drawerId, trayId, deviceId, cashierId, number, currency, businessDate, status },
    ...{ blind: session.blind, openedAt: session.openedAt.toISOString(), openedBy: session.openedBy },
    ...{ noSales: session.noSales, ...countingOf(session), ...closeOf(session) },
    ...{ expected: expected && moneyDto(expected), version: session.version },
  };
}

/** Shows a session that was read. */
export function toSeenSession(principal: Principal, { session, expected }: SessionFact): DrawerSessionResponse {
  return toSessionResponse({ session, expected: seesExpected(principal, session) ? expected : null });
}

/** Shows a session after a count. */
export function toCounted({ session, expected, count }: CountShown): CountedDrawerResponse {
  return { session: toSessionResponse({ session, expected }), count: count && toCount(count, expected !== null) };
}

/** Shows a count of the list. @param isTold whether the caller may know what was expected. */
export function toListedCount(count: RecordedCount, isTold: boolean): ListedDrawerCountResponse {
  return { id: count.id, ...toCount(count, isTold) };
}

/** Shows an entry. @param isTold whether the caller may know the sum: where not, what orders have moved is left out. */
export function toEntryResponse(entry: RecordedEntry, isTold: boolean): DrawerEntryResponse {
  const { amount, balance, debit, credit, at, ...rest } = entry;
  const isShown = isTold || entry.orderId === null;
  return {
    ...rest,
    ...{ amount: isShown ? moneyDto(amount) : null, balance: isTold ? moneyDto(balance) : null },
    ...{ debitAccount: debit, creditAccount: credit, at: at.toISOString() },
  };
}

function toCount(count: CashCount, isTold: boolean): DrawerCountResponse {
  const { kind, total, denominations, blind, expected, variance, countedBy, at } = count;
  return {
    ...{ kind, total: moneyDto(total), denominations: denominations && [...denominations], blind, countedBy },
    ...{ expected: isTold ? moneyDto(expected) : null, variance: isTold ? moneyDto(variance) : null },
    at: at.toISOString(),
  };
}

function countingOf(
  session: DrawerSession,
): Pick<DrawerSessionResponse, 'countForcedAt' | 'countForcedBecause' | 'countStartedAt' | 'countStartedBy'> {
  const forced = session.status === 'closed' ? null : session.forced;
  const counting = session.status === 'counting' ? session : undefined;
  return {
    ...{ countForcedAt: forced?.at.toISOString() ?? null, countForcedBecause: forced?.because ?? null },
    countStartedAt: counting?.countStartedAt.toISOString() ?? null,
    countStartedBy: counting?.countStartedBy ?? null,
  };
}

function closeOf(session: DrawerSession) {
  const closed = session.status === 'closed' ? session : undefined;
  const decision = closed?.decision;
  const decided = decision?.state === 'approved' || decision?.state === 'rejected' ? decision : undefined;
  return {
    ...{ closedAt: closed?.closedAt.toISOString() ?? null, closedBy: closed?.closedBy ?? null },
    ...{ counted: closed ? moneyDto(closed.counted) : null, variance: closed ? moneyDto(closed.variance) : null },
    ...{ keptFloat: closed ? moneyDto(closed.keptFloat) : null, varianceState: decision?.state ?? ('none' as const) },
    ...{ varianceDecidedBy: decided?.by ?? null, varianceDecidedAt: decided?.at.toISOString() ?? null },
    ...{ varianceReason: decided?.reason ?? null, varianceApprovedBy: decided?.approvedBy ?? null },
  };
}
