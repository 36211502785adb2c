export {
  PricebooksFacade,
  type PricebookStep,
  type PricedItem,
  type PriceQuestion,
} from './application/pricebooks-facade.js';
export type { PricebookEvent, PricebookEvents } from './domain/pricebook-events.js';
