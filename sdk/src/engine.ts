/** The part that prices: the book of master data, and the register on it. */
export {
  PriceBook,
  type BookItem,
  type OfferedCombo,
  type OfferedGroup,
  type OfferedModifier,
  type OfferedSlot,
  type Scanned,
} from './book/price-book.js';
export { BookSync, type BookSyncOptions, type MasterDataClient } from './book/book-sync.js';
export { MemoryBookStore, type BookStore } from './book/book-store.js';
export { IndexedDbBookStore } from './book/indexeddb-book-store.js';
export { Register, type PricedDraft, type RegisterOptions, type RingOptions } from './register/register.js';
export type { AgreedPrice } from './register/agreed-price.js';
export type { RungSale } from './register/rung-sale.js';
export type {
  DraftComponent,
  DraftDiscount,
  DraftLine,
  DraftModifier,
  DraftPayment,
  SaleDraft,
} from './register/sale-draft.js';
export { SaleRefused } from './register/sale-refused.js';
export type { SaleWarning } from './register/sale-warnings.js';
export type { PersonAtTill, SecondPerson } from './register/till-person.js';
export { quickCash } from './register/quick-cash.js';
