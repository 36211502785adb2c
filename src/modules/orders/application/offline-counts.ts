import { parseDecimal, type Decimal } from '../../../kernel/decimal.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { OrderLine } from '../domain/order-state.js';
import type { Menu, Occasion } from '../ports/menu.js';
import { portionsOf } from './item-counts.js';
import { conflictOf } from './compare-offline.js';
import type { OfflineConflict } from './offline-orders.js';

/** Takes what was sold already from the counts of counted-down items, as far as they go. */
export class OfflineCounts {
  constructor(private readonly menu: Menu) {}

  /** @returns a conflict for each item that was not on offer, or of which too little was left. Nothing is refused. */
  async take(tx: Tx, place: Occasion, lines: readonly OrderLine[]): Promise<OfflineConflict[]> {
    const portions = new Map([...portionsOf(lines)].map(([sku, quantity]) => [sku, quantity]));
    const conflicts: OfflineConflict[] = [];
    while (portions.size > 0) {
      const wanted = [...portions].map(([sku, quantity]) => ({ sku, quantity, pointer: `/${sku}` }));
      try {
        await this.menu.offer(tx, place, wanted, true);
        return conflicts;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const sku = String(error.facts['sku']);
        const asked = portions.get(sku);
        if (asked === undefined) throw error;
        conflicts.push(conflictOf(error, 'item_sold_out'));
        // Less each time, or not at all: it ends.
        const left = leftOf(error);
        if (left !== undefined && left > 0n && left < asked) portions.set(sku, left);
        else portions.delete(sku);
      }
    }
    return conflicts;
  }
}

function leftOf({ facts }: Refusal): Decimal | undefined {
  return parseDecimal(String(facts['left']));
}
