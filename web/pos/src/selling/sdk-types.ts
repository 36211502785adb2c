/** What selling knows of the SDK, in one place. */
export type { Order, ListedTable } from '../../../../sdk/src/contract/models.js';
export type { Money } from '../../../../sdk/src/money.js';
export type {
  BookItem,
  BookTable,
  OfferedCombo,
  OfferedGroup,
  OfferedModifier,
  OfferedSlot,
  PriceBook,
} from '../../../../sdk/src/book/price-book.js';
export type { AgreedPrice } from '../../../../sdk/src/register/agreed-price.js';
export type { SaleDraft } from '../../../../sdk/src/register/sale-draft.js';
export type { TillPerson as EntryPerson } from '../till.js';
import type { PricedDraft } from '../../../../sdk/src/register/register.js';

/** What the register makes of a draft: an order as the API shows it, open and without a number. */
export type PricedOrder = PricedDraft['order'];
