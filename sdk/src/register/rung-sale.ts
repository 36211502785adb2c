import type { Json, JsonObject } from '../../../src/modules/offline-sync/domain/entry.js';
import type { PlaceOrder as PlaceOrderCommand } from '../../../src/modules/orders/domain/order.js';
import type { Order as OrderState } from '../../../src/modules/orders/domain/order-state.js';
import { receiptOf, type Receipt } from '../../../src/modules/orders/domain/receipt.js';
import type { WrittenSale } from '../../../src/modules/orders/application/written-sale.js';
import type { PriceBook } from '../book/price-book.js';
import type { Order } from '../contract/models.js';
import { shownOrder } from './shown-order.js';

/** A sale that was rung up without the network. */
export interface RungSale {
  /** As the API shows orders. Its number is that of the receipt until the service has given one. */
  readonly order: Order;
  /** The body of the entry `order.place`. */
  readonly body: JsonObject;
  /** Without the order's number, which the service has not given yet: it shows the receipt's. */
  readonly receipt: Receipt;
}

/** Puts together what is kept, sent and printed of a sale. */
export function rungSale(
  book: PriceBook,
  written: WrittenSale,
  command: PlaceOrderCommand,
  state: OrderState,
  receiptNumber: string,
): RungSale {
  const order = shownOrder({ ...state, number: receiptNumber });
  const body = {
    order: written,
    receiptNumber,
    pricing: state.pricing?.input ?? null,
    totals: order.totals,
    copies: copiesOf(command),
    cashRounding: state.settings.cashRounding,
    bookRevision: book.revision,
  };
  return { order, body: json(body), receipt: receiptOf({ ...state, number: '' }, book.receiptFacts) };
}

/** What the pricing input does not say of lines: it has the names of combos itself. */
function copiesOf({ lines }: PlaceOrderCommand) {
  return lines.map(({ id, itemId, name, category, unit, taxGroup }) => {
    return { lineId: id, itemId, name, category, unit, taxCategory: taxGroup.code };
  });
}

/** As it travels: without members that are undefined. */
function json(value: unknown): JsonObject {
  return jsonOf(value) as JsonObject;
}

function jsonOf(value: unknown): Json {
  if (value === null || typeof value !== 'object') return value as Json;
  if (Array.isArray(value)) return value.map(jsonOf);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, jsonOf(member)]));
}
