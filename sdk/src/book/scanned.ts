import type { Money } from '../../../src/kernel/money.js';
import { formatDecimal } from '../../../src/kernel/decimal.js';
import type { CodeSearch } from '../../../src/modules/catalog/domain/code-search.js';
import type { FoundBy, ScannedItem } from '../../../src/modules/catalog/domain/scanned-item.js';
import type { ItemRecord } from '../../../src/modules/offline-sync/domain/snapshot.js';
import type { BookPromotions } from './book-promotions.js';

/** What a scanned or keyed code means. */
export type Scanned =
  | {
      readonly kind: 'item';
      readonly item: ItemRecord;
      readonly foundBy: FoundBy;
      /** In the item's unit, a decimal string; absent where the code says none. */
      readonly quantity?: string;
      /** What is to be paid for it, where a label says so. */
      readonly price?: Money;
      readonly batch?: string;
      readonly serial?: string;
      /** The last day on which it may be sold, `YYYY-MM-DD`. */
      readonly expiresOn?: string;
    }
  /** A code that brings a promotion: for `promoCodes` of the sale. */
  | { readonly kind: 'coupon'; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string }
  /** It was misread, or says what cannot be: `why` is for people. */
  | { readonly kind: 'wrong'; readonly code: string; readonly why: string };

/** Shows what was found for a code, or why nothing was. */
export function shownScan(
  code: string,
  found: ScannedItem<ItemRecord> | CodeSearch['otherwise'],
  promotions: BookPromotions,
): Scanned {
  if ('item' in found) return shownItem(found);
  if (promotions.isCode(code)) return { kind: 'coupon', code };
  if (found.refusal === 'item_not_found') return { kind: 'unknown', code };
  return { kind: 'wrong', code, why: found.why ?? found.refusal };
}

function shownItem({ item, foundBy, quantity, price, batch, serial, expiresOn }: ScannedItem<ItemRecord>): Scanned {
  return {
    ...{ kind: 'item', item, foundBy },
    ...(quantity !== null && { quantity: formatDecimal(quantity) }),
    ...(price !== null && { price }),
    ...(batch !== null && { batch }),
    ...(serial !== null && { serial }),
    ...(expiresOn !== null && { expiresOn }),
  };
}
