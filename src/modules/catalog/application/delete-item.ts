import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { deleteItem, restoreItem, type Item, type ItemId, type ItemRefusal } from '../domain/item.js';
import type { ItemRepository } from '../ports/item-repository.js';

export interface DeleteItemCommand {
  readonly itemId: ItemId;
  readonly expectedVersion?: number;
}

/**
 * Deletes items and brings them back. A deleted item keeps its SKU, by which prices, recipes and past sales know it, and gives
 * its barcodes and its PLU up.
 */
export class DeleteItem {
  constructor(
    private readonly transactor: Transactor,
    private readonly items: ItemRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `item_not_found`, `version_mismatch`. */
  delete(context: RequestContext, { itemId, expectedVersion }: DeleteItemCommand): Promise<Item> {
    return this.decide(context, itemId, (item) => deleteItem(item, context.at, expectedVersion));
  }

  /** @throws Refusal `item_not_found`, `version_mismatch`; `barcode_taken`, `plu_taken` where another has them by now. */
  restore(context: RequestContext, { itemId, expectedVersion }: DeleteItemCommand): Promise<Item> {
    return this.decide(context, itemId, (item) => restoreItem(item, expectedVersion));
  }

  private decide(
    context: RequestContext,
    itemId: ItemId,
    decide: (item: Item) => ReturnType<typeof deleteItem>,
  ): Promise<Item> {
    return this.transactor.run(context, async (tx) => {
      await this.items.lock(tx);
      const item = await this.items.find(tx, itemId);
      if (item === undefined) throw new Refusal<ItemRefusal>('item_not_found', { itemId });
      const { state, events } = decide(item);
      if (events.length > 0) await this.items.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
