import { emptyBasket, type Basket, type BasketLine } from '../basket.js';

/** A row of a basket for tests. */
export function line(id: string, changes: Partial<BasketLine> = {}): BasketLine {
  return {
    ...{ id, sku: `sku-${id}`, name: `Item ${id}`, quantity: '1', modifiers: [], components: [], note: null },
    ...{ unitPrice: null, setPrice: null, measured: false, bookRevision: 'r1', agreed: null },
    ...changes,
  };
}

/** A basket with rows, the last one selected. */
export function basket(...lines: readonly BasketLine[]): Basket {
  return { ...emptyBasket('basket', 'counter'), lines, selected: lines.at(-1)?.id ?? null };
}
