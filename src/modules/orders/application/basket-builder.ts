import type { Decimal } from '../../../kernel/decimal.js';
import type { IdSource } from '../../../kernel/ids.js';
import { isSameMoney, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { LinePointer, NewLine } from '../domain/order-lines.js';
import type { OrderLineId } from '../domain/order-state.js';
import type { Menu, MenuItem } from '../ports/menu.js';
import type { SalesOutlet } from '../ports/sales-outlets.js';
import type { SaleRefusal } from './sale-refusal.js';

/** An item as the caller asks for it. */
export interface RequestedLine {
  readonly id: OrderLineId | undefined;
  readonly sku: string;
  readonly quantity: Decimal;
  readonly note: string | null;
  readonly modifiers: readonly string[];
  /** What the till showed; prices are the server's (DOMAIN P9). */
  readonly expectedPrice: Money | undefined;
}

/** Turns what the caller asks for into lines with copies of what the catalogue and the outlet say now (DOMAIN P8). */
export class BasketBuilder {
  constructor(
    private readonly menu: Menu,
    private readonly ids: IdSource,
  ) {}

  /**
   * @throws Refusal `item_unknown`, `item_inactive`, `modifier_unknown`, `tax_group_missing`, `price_mismatch`,
   * `line_id_taken` (twice in one request), each with a pointer.
   */
  async build(
    tx: Tx,
    outlet: SalesOutlet,
    requested: readonly RequestedLine[],
    pointerTo: LinePointer,
  ): Promise<NewLine[]> {
    if (requested.length === 0) return [];
    const items = await this.menu.items(
      tx,
      requested.map(({ sku }) => sku),
    );
    const seen = new Set<string>();
    return requested.map((line, index) => {
      const pointer = pointerTo(index);
      if (line.id !== undefined && seen.has(line.id))
        refuse('line_id_taken', { lineId: line.id }, `${pointer}/id`, 'is used twice');
      if (line.id !== undefined) seen.add(line.id);
      return this.lineOf(line, items.get(line.sku), outlet, pointer);
    });
  }

  private lineOf(line: RequestedLine, item: MenuItem | undefined, outlet: SalesOutlet, pointer: string): NewLine {
    const { sku, quantity, note } = line;
    if (item === undefined) return refuse('item_unknown', { sku }, `${pointer}/sku`, 'no item has this SKU');
    if (!item.active) refuse('item_inactive', { sku }, `${pointer}/sku`, 'the item is not for sale');
    if (line.modifiers.length > 0)
      refuse('modifier_unknown', { sku }, `${pointer}/modifiers/0`, 'the item has no such modifier');
    const taxGroup = outlet.taxGroups.get(item.taxCategory);
    if (taxGroup === undefined) {
      const facts = { sku, taxCategory: item.taxCategory };
      return refuse('tax_group_missing', facts, `${pointer}/sku`, `the outlet has no tax group ${item.taxCategory}`);
    }
    if (line.expectedPrice !== undefined && !isSameMoney(line.expectedPrice, item.price)) {
      refuse('price_mismatch', { sku, price: item.price }, `${pointer}/unitPrice`, 'is not the present price');
    }
    const { id: itemId, name, category, unit, price: unitPrice } = item;
    return { id: line.id ?? this.ids.next(), sku, itemId, name, category, unit, quantity, unitPrice, taxGroup, note };
  }
}

function refuse(code: SaleRefusal, facts: object, pointer: string, message: string): never {
  throw new Refusal<SaleRefusal>(code, { ...facts }, [{ pointer, message }]);
}
