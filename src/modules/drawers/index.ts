export {
  DrawersFacade,
  type CashBooked,
  type NamedCash,
  type OrderCash,
  type SessionBooking,
} from './application/drawers-facade.js';
export type { DrawerEvent, DrawerEvents } from './domain/drawer-events.js';
