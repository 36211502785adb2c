import { addDecimals, DECIMAL_ZERO, subtractDecimals, type Decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Order, OrderLine } from '../domain/order-state.js';
import type { Menu } from '../ports/menu.js';
import type { Selling } from './selling.js';

type Lines = readonly OrderLine[];

/** Keeps the counts of counted-down items in step with what open orders hold. */
export class ItemCounts {
  constructor(private readonly menu: Menu) {}

  /**
   * Takes what a change of quantities wants more of, and puts back what it frees. Before promotions are counted: locks are taken
   * in one order everywhere.
   * @throws Refusal `item_not_available`, `item_sold_out`, with pointer `/quantity`.
   */
  async follow(tx: Tx, { outlet, channel, clock }: Selling, before: Lines, after: Lines): Promise<void> {
    const [held, wanted] = [portionsOf(before), portionsOf(after)];
    const more = difference(wanted, held).map((portion) => ({ ...portion, pointer: '/quantity' }));
    if (more.length > 0) await this.menu.offer(tx, { outletId: outlet.id, channel, clock }, more, true);
    await this.putBack(tx, outlet.id, difference(held, wanted));
  }

  /** Puts back all that an order held that is given up. */
  release(tx: Tx, order: Order): Promise<void> {
    return this.putBack(tx, order.outletId, difference(portionsOf(order.lines), new Map()));
  }

  private async putBack(tx: Tx, outletId: OutletId, portions: ReturnType<typeof difference>): Promise<void> {
    if (portions.length > 0) await this.menu.putBack(tx, outletId, portions);
  }
}

/** Lines by their SKUs, and combos by theirs, each combo once. */
export function portionsOf(lines: Lines): Map<string, Decimal> {
  const portions = new Map<string, Decimal>();
  const combos = new Set<string>();
  const add = (sku: string, quantity: Decimal): void => {
    portions.set(sku, addDecimals(portions.get(sku) ?? DECIMAL_ZERO, quantity));
  };
  for (const { sku, quantity, combo } of lines) {
    add(sku, quantity);
    if (combo === null || combos.has(combo.id)) continue;
    combos.add(combo.id);
    add(combo.sku, combo.quantity);
  }
  return portions;
}

function difference(of: ReadonlyMap<string, Decimal>, less: ReadonlyMap<string, Decimal>) {
  return [...of].flatMap(([sku, quantity]) => {
    const left = subtractDecimals(quantity, less.get(sku) ?? DECIMAL_ZERO);
    return left > DECIMAL_ZERO ? [{ sku, quantity: left }] : [];
  });
}
