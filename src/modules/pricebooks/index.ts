export {
  PricebooksFacade,
  type PricebookStep,
  type PricedItem,
  type PriceQuestion,
} from './application/pricebooks-facade.js';
export { PricebookCopies, type CopiedEntry, type EntryPage } from './application/pricebook-copies.js';
export { describeEffect } from './domain/price-effect.js';
export type { VersionId } from './domain/pricebook.js';
export type { RelevantBook, RelevantVersion } from './domain/relevant-versions.js';
export type { PricebookEvent, PricebookEvents } from './domain/pricebook-events.js';
