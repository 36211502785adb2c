export { HearOfPayment } from './application/hear-of-payment.js';
export {
  PaymentBook,
  TenderingFacade,
  type Applied,
  type KnownCharge,
  type NewCharge,
  type NewPayout,
  type NewProviderRefund,
  type PaymentChange,
} from './application/tendering-facade.js';
export type { Payer } from './domain/payer.js';
export type { Surcharge, TenderKind, TenderRules } from './domain/tender.js';
export type { TenderingEvent, TenderingEvents } from './domain/tendering-events.js';
