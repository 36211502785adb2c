import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Combo } from '../domain/combo.js';
import { removeCombo } from '../domain/combo-lifecycle.js';
import type { ItemId, ItemRefusal } from '../domain/item.js';
import type { ComboRepositories } from './define-combo.js';

/** Takes away what is in a combo; its item cannot be sold until it has another definition. */
export class RemoveCombo {
  constructor(
    private readonly transactor: Transactor,
    private readonly repositories: ComboRepositories,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the combo as it was last. @throws Refusal `item_not_found`, `combo_not_found`, `version_mismatch`. */
  execute(
    context: RequestContext,
    { itemId, expectedVersion }: { readonly itemId: ItemId; readonly expectedVersion?: number },
  ): Promise<Combo> {
    const { master, combos, items } = this.repositories;
    return this.transactor.run(context, async (tx) => {
      await master.lock(tx);
      const item = await items.find(tx, itemId);
      if (item === undefined) throw new Refusal<ItemRefusal>('item_not_found', { itemId });
      const combo = await combos.find(tx, itemId);
      const { state, events } = removeCombo(combo, item.sku, expectedVersion);
      await combos.save(tx, state);
      this.outbox.append(tx, events);
      return combo;
    });
  }
}
