/** The front door of the hub: a copy of the business in the shop, and a relay to the cloud. */
export { CloudPins, type TypedPin } from './application/cloud-pins.js';
export { HubHealth } from './application/hub-health.js';
export { HubRound, type RoundReport } from './application/hub-round.js';
export { ReadHubStatus } from './application/read-hub-status.js';
export type { HubRefusal } from './domain/hub-refusal.js';
export type { HubStatus } from './domain/hub-status.js';
export { isTakenAtHub } from './domain/taken-at-hub.js';
