import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { BankDeposit, DepositId } from '../domain/bank-deposit.js';
import type { CountFacts } from '../domain/count-cash.js';
import type { Entry } from '../domain/drawer-ledger.js';
import type { DrawerPolicy } from '../domain/drawer-policy.js';
import type { DrawerSession, SessionId } from '../domain/drawer-session.js';
import type { Drawer, DrawerId, Tray, TrayId } from '../domain/drawer.js';
import type { SessionDecision } from '../domain/session-decision.js';

/** Drawers and trays as commands need them: locked until the transaction ends. */
export interface DrawerRepository {
  /** Locked: who holds it gives its sessions their numbers. @throws Refusal `drawer_not_found`. */
  drawer(tx: Tx, id: DrawerId): Promise<Drawer>;
  /** @throws Refusal `drawer_tray_not_found`. */
  tray(tx: Tx, id: TrayId): Promise<Tray>;
  /** Whether a session that is not closed has this drawer, or this tray. */
  inUse(tx: Tx, what: { readonly drawerId: DrawerId } | { readonly trayId: TrayId }): Promise<boolean>;
  /** @throws Refusal `drawer_id_taken`, `drawer_name_taken`. */
  addDrawer(tx: Tx, drawer: Drawer): Promise<void>;
  /** @throws Refusal `drawer_name_taken`. */
  saveDrawer(tx: Tx, drawer: Drawer): Promise<void>;
  /** @throws Refusal `drawer_tray_id_taken`, `drawer_tray_name_taken`. */
  addTray(tx: Tx, tray: Tray): Promise<void>;
  /** @throws Refusal `drawer_tray_name_taken`. */
  saveTray(tx: Tx, tray: Tray): Promise<void>;
}

/** How drawers of outlets are run. */
export interface PolicyRepository {
  /** From memory: costs no round trip. The defaults where nobody has said. */
  of(tx: Tx, outletId: OutletId): Promise<DrawerPolicy>;
  /** Keeps other writers out until the transaction ends. */
  lock(tx: Tx, outletId: OutletId): Promise<DrawerPolicy>;
  save(tx: Tx, policy: DrawerPolicy): Promise<void>;
}

/** Sessions and the ledger. Whoever changes a session holds its lock, so no sale comes in between. */
export interface SessionRepository {
  /** Locks the session alone. `undefined` when there is none. */
  lock(tx: Tx, id: SessionId): Promise<DrawerSession | undefined>;
  /** The same without a lock. */
  peek(tx: Tx, id: SessionId): Promise<DrawerSession | undefined>;
  /** What the drawer should hold, by the ledger: right for as long as the session is locked. */
  expected(tx: Tx, session: DrawerSession): Promise<Money>;
  facts(tx: Tx, session: DrawerSession): Promise<CountFacts>;
  /** What the last session of a drawer left in it for the next one; `undefined` before the first was closed. */
  keptFloat(tx: Tx, drawerId: DrawerId): Promise<number | undefined>;
  /** @throws Refusal `drawer_session_id_taken`, `drawer_already_open`, `drawer_device_in_use`, `drawer_tray_in_use`. */
  add(tx: Tx, decision: SessionDecision): Promise<void>;
  /** @returns the ids of the entries made. @throws Refusal `drawer_tray_in_use`. */
  save(tx: Tx, decision: SessionDecision): Promise<readonly string[]>;
}

/** The safe and what goes from it to the bank. */
export interface SafeRepository {
  /** Locks the deposit. @throws Refusal `bank_deposit_not_found`. */
  deposit(tx: Tx, id: DepositId): Promise<BankDeposit>;
  /** @throws Refusal `bank_deposit_id_taken`. */
  addDeposit(tx: Tx, deposit: BankDeposit): Promise<void>;
  saveDeposit(tx: Tx, deposit: BankDeposit): Promise<void>;
  book(tx: Tx, entries: readonly Entry[]): void;
}
