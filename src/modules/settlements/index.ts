export type { ChargebackEvent, ChargebackEvents } from './domain/chargeback-events.js';
export type { SettlementEvent, SettlementEvents } from './domain/settlement-events.js';
