export {
  LoyaltyFacade,
  type LoyaltyMember,
  type PointsPayment,
  type PointsRefund,
} from './application/loyalty-facade.js';
export type { LoyaltyEvent, LoyaltyEvents } from './domain/loyalty-events.js';
