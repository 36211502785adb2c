import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DrawerRefusal } from './drawer-refusal.js';
import type { DrawerId, TrayId } from './drawer.js';

export type SessionId = Id<'drawer-session'>;

/** A drawer in use, from float to count. What it should hold is the sum of its entries and is no part of its state. */
export type DrawerSession = OpenSession | CountingSession | ClosedSession;

interface SessionBase {
  readonly id: SessionId;
  readonly outletId: OutletId;
  readonly drawerId: DrawerId;
  readonly trayId: TrayId | null;
  readonly deviceId: string | null;
  readonly cashierId: string;
  /** Of this drawer, from 1 without gaps. */
  readonly number: number;
  readonly currency: string;
  /** The outlet's business day of the opening. */
  readonly businessDate: string;
  /** Nobody without the right to approve is told what the drawer should hold before it is closed. */
  readonly blind: boolean;
  readonly openedAt: Date;
  readonly openedBy: string;
  /** How often it was opened without a sale. */
  readonly noSales: number;
  /** The latest count, or the opening. */
  readonly countedLastAt: Date;
  readonly version: number;
  readonly eventSequence: number;
}

export type ForcedBecause = 'cash_limit' | 'sales' | 'minutes';

/** It takes no money until it is counted, or until cash is taken out of it. */
export interface ForcedCount {
  readonly at: Date;
  readonly because: ForcedBecause;
}

export interface OpenSession extends SessionBase {
  readonly status: 'open';
  readonly forced: ForcedCount | null;
}

/** The closing count goes on; nothing is booked any more. */
export interface CountingSession extends SessionBase {
  readonly status: 'counting';
  readonly forced: ForcedCount | null;
  readonly countStartedAt: Date;
  readonly countStartedBy: string;
}

export interface ClosedSession extends SessionBase {
  readonly status: 'closed';
  readonly closedAt: Date;
  readonly closedBy: string;
  readonly counted: Money;
  readonly expected: Money;
  /** Counted less expected. */
  readonly variance: Money;
  readonly keptFloat: Money;
  readonly decision: VarianceDecision;
}

/** Whether somebody has to decide on the variance, and has. */
export type VarianceDecision =
  | { readonly state: 'none' | 'pending' }
  | {
      readonly state: 'approved' | 'rejected';
      readonly by: string;
      readonly at: Date;
      readonly reason: string;
      readonly approvedBy: string | null;
    };

/** Who does something, when, and in which business day that counts. */
export interface Doing {
  readonly actor: string;
  readonly at: Date;
  readonly businessDate: string;
  /** That day was closed already. */
  readonly late: boolean;
  /** The second person, where one was needed. */
  readonly approvedBy: string | null;
}

/** The session, if it can be worked with. @throws Refusal `drawer_session_not_open`. */
export function asOpen(session: DrawerSession): OpenSession {
  if (session.status !== 'open') throw refusalOf('drawer_session_not_open', session);
  return session;
}

/** The same, if it takes money in. @throws Refusal `drawer_session_not_open`, `drawer_count_forced`. */
export function asTaking(session: DrawerSession): OpenSession {
  const open = asOpen(session);
  if (open.forced !== null) throw refusalOf('drawer_count_forced', session);
  return open;
}

/** A refusal about a session. */
export function refusalOf(code: DrawerRefusal, { id, status }: DrawerSession): Refusal<DrawerRefusal> {
  return new Refusal(code, { drawerSessionId: id, status });
}
