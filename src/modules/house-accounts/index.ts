export { HouseAccountsFacade, type AccountCharge } from './application/house-accounts-facade.js';
