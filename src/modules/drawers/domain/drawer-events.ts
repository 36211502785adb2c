import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type {
  BankDepositSnapshot,
  DrawerPolicySnapshot,
  DrawerSnapshot,
  DrawerTraySnapshot,
} from './master-snapshots.js';
import type { CashCountSnapshot, DrawerCashMovement, DrawerSessionSnapshot } from './session-snapshot.js';

/** A session and what moved. */
export interface DrawerCashMoved {
  readonly session: DrawerSessionSnapshot;
  readonly movement: DrawerCashMovement;
  readonly reason: string | null;
  /** The second person, where one was needed. */
  readonly approvedBy: string | null;
}

/** The data of what happens within a drawer session, by type. */
export interface DrawerSessionEvents {
  /** A drawer was opened with a float. */
  'pos.cashdrawer.opened': { readonly session: DrawerSessionSnapshot; readonly float: Money };
  /** Cash was moved from the drawer to the safe. */
  'pos.cashdrawer.skimmed': DrawerCashMoved;
  /** Cash that is no sale was put in. */
  'pos.cashdrawer.paid_in': DrawerCashMoved;
  /** Something was paid for out of the drawer. */
  'pos.cashdrawer.paid_out': DrawerCashMoved;
  /** Tips that are owed to somebody were paid out of the drawer. */
  'pos.cashdrawer.tipped_out': DrawerCashMoved;
  /** The drawer was opened without a sale. */
  'pos.cashdrawer.no_sale': {
    readonly session: DrawerSessionSnapshot;
    readonly reason: string;
    readonly approvedBy: string | null;
  };
  /** Cash went to another drawer, or came from one; each of both tells of its side. */
  'pos.cashdrawer.transferred': DrawerCashMoved & { readonly otherSessionId: Id<'drawer-session'> };
  /** The drawer was counted while it is in use. */
  'pos.cashdrawer.counted': { readonly session: DrawerSessionSnapshot; readonly count: CashCountSnapshot };
  /** The closing count has begun; nothing is booked any more. */
  'pos.cashdrawer.count_started': { readonly session: DrawerSessionSnapshot };
  /** The closing count was broken off; the drawer is in use again. */
  'pos.cashdrawer.count_reopened': { readonly session: DrawerSessionSnapshot };
  /** Another cashier has the drawer from now on. */
  'pos.cashdrawer.handed_over': {
    readonly session: DrawerSessionSnapshot;
    readonly before: { readonly cashierId: string };
    /** Where it was counted. */
    readonly count: CashCountSnapshot | null;
  };
  /** Another tray is in the drawer, or none. */
  'pos.cashdrawer.tray_swapped': {
    readonly session: DrawerSessionSnapshot;
    readonly before: { readonly trayId: Id<'drawer-tray'> | null };
    readonly count: CashCountSnapshot;
  };
  /** The count was handed in and the session is over. */
  'pos.cashdrawer.closed': { readonly session: DrawerSessionSnapshot; readonly count: CashCountSnapshot };
  /** Somebody decided on a variance that was above the limit. */
  'pos.cashdrawer.variance_decided': {
    readonly session: DrawerSessionSnapshot;
    readonly before: { readonly varianceState: string };
    readonly reason: string;
    readonly approvedBy: string | null;
  };
  /** The drawer takes no money until it is counted, or until cash is taken out of it. */
  'pos.cashdrawer.count_forced': { readonly session: DrawerSessionSnapshot; readonly because: string };
  /** A drawer was closed with a variance above the outlet's limit. */
  'pos.cash_exception': {
    readonly session: DrawerSessionSnapshot;
    readonly variance: Money;
    readonly limit: Money;
  };
}

/** The data of what happens to drawers, trays, policies, the safe and deposits, by type. */
export interface DrawerMasterEvents {
  /** There is a new drawer. */
  'pos.drawer.defined': { readonly drawer: DrawerSnapshot };
  /** A drawer was changed or put away. */
  'pos.drawer.changed': { readonly drawer: DrawerSnapshot; readonly before: DrawerSnapshot };
  /** There is a new tray. */
  'pos.drawer_tray.defined': { readonly tray: DrawerTraySnapshot };
  /** A tray was changed or put away. */
  'pos.drawer_tray.changed': { readonly tray: DrawerTraySnapshot; readonly before: DrawerTraySnapshot };
  /** How an outlet's drawers are run was set. */
  'pos.drawer_policy.changed': { readonly policy: DrawerPolicySnapshot; readonly before: DrawerPolicySnapshot };
  /** What the books say is in the safe was corrected; less than zero when it is less. */
  'pos.safe.adjusted': {
    readonly outletId: OutletId;
    readonly amount: Money;
    readonly reason: string;
  };
  /** Money was put into a bag for the bank; it is in the safe no more. */
  'pos.bank_deposit.prepared': { readonly deposit: BankDepositSnapshot; readonly reason: string | null };
  /** The bag was handed to the bank. */
  'pos.bank_deposit.deposited': { readonly deposit: BankDepositSnapshot };
  /** The bank has said how much it was. */
  'pos.bank_deposit.confirmed': { readonly deposit: BankDepositSnapshot; readonly difference: Money };
  /** The money is back in the safe. */
  'pos.bank_deposit.cancelled': { readonly deposit: BankDepositSnapshot; readonly reason: string };
}

/** All of them. */
export interface DrawerEvents extends DrawerSessionEvents, DrawerMasterEvents {}

export type DrawerEvent = { [Type in keyof DrawerEvents]: DomainEvent<Type, DrawerEvents[Type]> }[keyof DrawerEvents];

type Details<Type extends keyof DrawerSessionEvents> = Omit<DrawerSessionEvents[Type], 'session'>;

/** Something that a command did within a session, before it is numbered. */
export type SessionHappening = {
  [Type in keyof DrawerSessionEvents]: { readonly type: Type; readonly details: Details<Type> };
}[keyof DrawerSessionEvents];
