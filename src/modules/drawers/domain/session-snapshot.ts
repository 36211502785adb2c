import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { CountedPieces } from './cash-count.js';
import type { Entry } from './drawer-ledger.js';
import type { DrawerSession } from './drawer-session.js';

/** A drawer session as events show it. What the drawer should hold is told when it is closed, not before. */
export interface DrawerSessionSnapshot {
  readonly id: Id<'drawer-session'>;
  readonly outletId: OutletId;
  readonly drawerId: Id<'drawer'>;
  readonly trayId: Id<'drawer-tray'> | null;
  readonly deviceId: string | null;
  readonly cashierId: string;
  /**
   * Of this drawer, from 1 without gaps.
   * @asType integer
   */
  readonly number: number;
  readonly currency: string;
  /** @format date */
  readonly businessDate: string;
  readonly status: string;
  /** @format date-time */
  readonly openedAt: string;
  readonly openedBy: string;
  /**
   * How often it was opened without a sale.
   * @asType integer
   */
  readonly noSales: number;
  /**
   * Since when it takes no money until it is counted or cash is taken out.
   * @format date-time
   */
  readonly countForcedAt: string | null;
  /** @format date-time */
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly counted: Money | null;
  readonly expected: Money | null;
  /** Counted less expected. */
  readonly variance: Money | null;
  /** What of the counted cash was left for the next session. */
  readonly keptFloat: Money | null;
  readonly varianceState: string;
  /** @asType integer */
  readonly version: number;
}

/** Cash that went into the drawer or out of it. */
export interface DrawerCashMovement {
  readonly kind: string;
  readonly amount: Money;
  readonly reason: string | null;
  readonly category: string | null;
  readonly receiptReference: string | null;
  readonly person: string | null;
}

/** A count as events show it: of a blind one that does not end the session, not what was expected. */
export interface CashCountSnapshot {
  readonly kind: string;
  readonly total: Money;
  readonly denominations: readonly CountedPieces[] | null;
  readonly blind: boolean;
  readonly expected: Money | null;
  readonly variance: Money | null;
  readonly countedBy: string;
}

/** Shows a session. */
export function snapshotOf(session: DrawerSession): DrawerSessionSnapshot {
  const { id, outletId, drawerId, trayId, deviceId, cashierId, number, currency, businessDate, status } = session;
  const closed = session.status === 'closed' ? session : undefined;
  const forced = session.status === 'closed' ? null : session.forced;
  return {
    ...{ id, outletId, drawerId, trayId, deviceId, cashierId, number, currency, businessDate, status },
    ...{ openedAt: session.openedAt.toISOString(), openedBy: session.openedBy, noSales: session.noSales },
    countForcedAt: forced?.at.toISOString() ?? null,
    ...{ closedAt: closed?.closedAt.toISOString() ?? null, closedBy: closed?.closedBy ?? null },
    ...{ counted: closed?.counted ?? null, expected: closed?.expected ?? null, variance: closed?.variance ?? null },
    ...{ keptFloat: closed?.keptFloat ?? null, varianceState: closed?.decision.state ?? 'none' },
    version: session.version,
  };
}

/** Shows what moved. */
export function movementOf({ kind, amount, reason, category, receiptReference, person }: Entry): DrawerCashMovement {
  return { kind, amount, reason, category, receiptReference, person };
}
