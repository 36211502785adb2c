/** The front door of licensing: what a business may make more of. */
export { LicensingFacade, UsageMeter, type LicenceForClients } from './application/licensing-facade.js';
export { BusinessRegions } from './application/business-regions.js';
export { LicenceTexts } from './application/licence-texts.js';
export { ManageLicence } from './application/manage-licence.js';
export { PlanBook } from './application/plan-book.js';
export { assertInPlan, FEATURE_OF_PERMISSION, FEATURES, type Feature } from './domain/feature.js';
export type { LicenceInvoiceEvent, LicenceInvoiceEvents } from './domain/invoice.js';
export type { LicenceEvent, LicenceEvents } from './domain/licence-events.js';
export { LIMITED_THINGS, type LimitedThing } from './domain/limited-thing.js';
export type { PlanEvent, PlanEvents } from './domain/plan-events.js';
export type { PlanRequestEvent, PlanRequestEvents } from './domain/plan-request.js';
