export {
  DrawersFacade,
  type CashBooked,
  type NamedCash,
  type OrderCash,
  type SessionBooking,
} from './application/drawers-facade.js';
export { DrawerCopies } from './application/drawer-copies.js';
export {
  OfflineDrawers,
  type BrokenDrawerRule,
  type OfflineDrawerAct,
  type StoodBy,
} from './application/offline-drawers.js';
export type { CashMoveCommand, NoSaleCommand } from './application/move-session-cash.js';
export type { CountDraft } from './domain/cash-count.js';
export type { SessionId } from './domain/drawer-session.js';
export type { DrawerId, TrayId } from './domain/drawer.js';
export type { DrawerEvent, DrawerEvents } from './domain/drawer-events.js';
