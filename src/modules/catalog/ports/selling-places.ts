import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** An outlet as scanning needs it. */
export interface SellingPlace {
  readonly currency: string;
  /** Minor digits of its currency. */
  readonly digits: number;
  readonly timeZone: string;
}

/** Knows the outlets of the tenant. */
export interface SellingPlaces {
  /** `undefined` when the tenant has none of that id. */
  place(tx: Tx, outletId: OutletId): Promise<SellingPlace | undefined>;
}
