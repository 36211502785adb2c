import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { BankDeposit, DepositId } from '../domain/bank-deposit.js';
import type { EntryKind } from '../domain/drawer-ledger.js';
import type { DrawerSession, SessionId } from '../domain/drawer-session.js';
import type { Drawer, DrawerId, Tray, TrayId } from '../domain/drawer.js';
import type { CashCount } from '../domain/session-decision.js';

/** A page: where it begins, by the position of the last row of the page before. */
export interface Page<Position> {
  readonly limit: number;
  readonly after?: Position;
}
type ByName = readonly [name: string, id: string];
type ByTime = readonly [at: string, id: string];

export interface MasterQuery extends Page<ByName> {
  readonly outletId?: OutletId;
  readonly active?: boolean;
}

export interface SessionQuery extends Page<ByTime> {
  readonly outletId?: OutletId;
  readonly drawerId?: DrawerId;
  readonly status?: DrawerSession['status'];
  readonly cashierId?: string;
  readonly varianceState?: string;
  /** Opened then or later, and before then. */
  readonly from?: Date;
  readonly to?: Date;
}

/** A session and what its drawer should hold now, or should have held at its close. */
export interface SessionFact {
  readonly session: DrawerSession;
  readonly expected: Money;
}

/** An entry as it is read. */
export interface RecordedEntry {
  readonly id: string;
  readonly sessionId: string | null;
  readonly kind: EntryKind;
  /** Less than zero when it went off the account that was asked for. */
  readonly amount: Money;
  /** What was on that account after it. */
  readonly balance: Money;
  readonly debit: string;
  readonly credit: string;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly refundId: string | null;
  readonly reason: string | null;
  readonly category: string | null;
  readonly receiptReference: string | null;
  readonly person: string | null;
  readonly approvedBy: string | null;
  readonly actor: string;
  readonly at: Date;
  readonly businessDate: string;
  readonly late: boolean;
}

export type RecordedCount = CashCount & { readonly id: string };

export interface DepositQuery extends Page<ByTime> {
  readonly outletId: OutletId;
  readonly status?: BankDeposit['status'];
}

/**
 * What callers ask about drawers. Row security confines it to the tenant, the caller's outlets and rights confine it further. Pages
 * have one row more than the limit when there are more.
 */
export interface DrawerViews {
  /** @throws Refusal `drawer_not_found`. */
  drawer(context: RequestContext, id: DrawerId): Promise<Drawer>;
  /** @throws Refusal `drawer_tray_not_found`. */
  tray(context: RequestContext, id: TrayId): Promise<Tray>;
  /** By name. */
  drawers(context: RequestContext, query: MasterQuery): Promise<readonly Drawer[]>;
  trays(context: RequestContext, query: MasterQuery): Promise<readonly Tray[]>;
  /** @throws Refusal `drawer_session_not_found`. */
  session(context: RequestContext, id: SessionId): Promise<SessionFact>;
  /** Newest first; only the caller's own without `drawers:read`. */
  sessions(context: RequestContext, query: SessionQuery): Promise<readonly SessionFact[]>;
  /** Newest first. @throws Refusal `drawer_session_not_found`. */
  entries(
    context: RequestContext,
    id: SessionId,
    page: Page<ByTime>,
  ): Promise<{ readonly session: DrawerSession; readonly entries: readonly RecordedEntry[] }>;
  /** Newest first. @throws Refusal `drawer_session_not_found`. */
  counts(
    context: RequestContext,
    id: SessionId,
    page: Page<ByTime>,
  ): Promise<{ readonly session: DrawerSession; readonly counts: readonly RecordedCount[] }>;
  /** What the books say is in the safe, and its entries, newest first. The caller may act for the outlet. */
  safe(
    context: RequestContext,
    outletId: OutletId,
    currency: string,
    page: Page<ByTime>,
  ): Promise<{ readonly balance: Money; readonly entries: readonly RecordedEntry[] }>;
  /** @throws Refusal `bank_deposit_not_found`. */
  deposit(context: RequestContext, outletId: OutletId, id: DepositId): Promise<BankDeposit>;
  /** Newest first. */
  deposits(context: RequestContext, query: DepositQuery): Promise<readonly BankDeposit[]>;
}
