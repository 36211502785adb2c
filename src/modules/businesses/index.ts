/** The front door of businesses: the vendor's list of them, and how they get onto it. */
export type { BusinessEvent, BusinessEvents } from './domain/business-events.js';
export type { RegistrationEvent, RegistrationEvents } from './domain/registration-events.js';
