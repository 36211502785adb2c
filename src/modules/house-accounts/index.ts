export { HouseAccountsFacade, type AccountCharge } from './application/house-accounts-facade.js';
export type { HouseAccountEvent, HouseAccountEvents } from './domain/house-account-events.js';
export type { HouseAccount, HouseAccountId, HouseAccountRefusal } from './domain/house-account.js';
