export { DrawersFacade, type OrderCash, type SessionBooking } from './application/drawers-facade.js';
