import type { Tx } from '../../../kernel/transaction.js';
import type { Combo } from '../domain/combo.js';
import type { ItemId } from '../domain/item.js';

/** Combos as commands need them. The repository of modifier groups locks them, too. */
export interface ComboRepository {
  /** The combo of an item; of version 0 where there never was one. */
  find(tx: Tx, itemId: ItemId): Promise<Combo>;
  /** Writes a combo and makes the revision of prices one higher. */
  save(tx: Tx, combo: Combo): Promise<void>;
}
