import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Combo, ComboDraft } from '../domain/combo.js';
import { defineCombo } from '../domain/combo-lifecycle.js';
import type { ItemId, ItemRefusal } from '../domain/item.js';
import type { ComboRepository } from '../ports/combo-repository.js';
import type { ItemRepository } from '../ports/item-repository.js';
import type { ModifierGroupRepository } from '../ports/modifier-group-repository.js';
import type { CatalogFacade } from './catalog-facade.js';

/** What combos are decided on. */
export interface ComboRepositories {
  readonly master: Pick<ModifierGroupRepository, 'lock'>;
  readonly combos: ComboRepository;
  readonly items: Pick<ItemRepository, 'find'>;
}

export interface DefineComboCommand {
  readonly itemId: ItemId;
  readonly draft: ComboDraft;
  readonly expectedVersion?: number;
}

/** Says what is in the combo that an item is, and how it is priced. */
export class DefineCombo {
  constructor(
    private readonly transactor: Transactor,
    private readonly repositories: ComboRepositories,
    private readonly catalog: Pick<CatalogFacade, 'sellables'>,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `item_not_found`, `combo_invalid`, `version_mismatch`. */
  execute(context: RequestContext, { itemId, draft, expectedVersion }: DefineComboCommand): Promise<Combo> {
    const { master, combos, items } = this.repositories;
    return this.transactor.run(context, async (tx) => {
      await master.lock(tx);
      const item = await items.find(tx, itemId);
      if (item?.deletedAt !== null) throw new Refusal<ItemRefusal>('item_not_found', { itemId });
      const skus = draft.slots.flatMap(({ choices }) => choices.map(({ sku }) => sku));
      const parts = await this.catalog.sellables(tx, [...new Set(skus.filter((sku) => sku !== null))]);
      const combo = await combos.find(tx, itemId);
      const { state, events } = defineCombo(combo, item, draft, parts, expectedVersion);
      if (events.length > 0) await combos.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
