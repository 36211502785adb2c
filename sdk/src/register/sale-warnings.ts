import type { Order } from '../../../src/modules/orders/domain/order-state.js';
import type { PlaceOrder as PlaceOrderCommand } from '../../../src/modules/orders/domain/order.js';
import type { PriceBook } from '../book/price-book.js';

/**
 * What a cashier should know. `age_check`: the buyer must be so old. `promotion_not_counted`: a promotion with a limit is in the
 * price, and only the service knows whether it is used up.
 */
export type SaleWarning =
  | { readonly code: 'age_check'; readonly minimumAge: number; readonly lineIds: readonly string[] }
  | { readonly code: 'promotion_not_counted'; readonly names: readonly string[] };

/** The warnings of a sale that was priced. */
export function warningsOf(book: PriceBook, { lines }: PlaceOrderCommand, order: Order): SaleWarning[] {
  const warnings: SaleWarning[] = [];
  const old = lines.filter(({ sku }) => (book.bySku(sku)?.minimumAge ?? 0) > 0);
  if (old.length > 0) {
    const minimumAge = Math.max(...old.map(({ sku }) => book.bySku(sku)?.minimumAge ?? 0));
    warnings.push({ code: 'age_check', minimumAge, lineIds: old.map(({ id }) => id) });
  }
  if (order.countedPromotions.length > 0) warnings.push({ code: 'promotion_not_counted', names: namesOf(order) });
  return warnings;
}

function namesOf({ lines, countedPromotions }: Order): string[] {
  const names = lines.flatMap(({ applications }) =>
    applications
      .filter(({ source, id }) => source === 'promotion' && countedPromotions.some((key) => key.startsWith(id)))
      .map(({ name }) => name),
  );
  return [...new Set(names)];
}
