import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { isSameItem, type ItemDetails } from '../domain/item-details.js';
import { addItem, type Item, type ItemId, type ItemRefusal } from '../domain/item.js';
import type { ItemRepository } from '../ports/item-repository.js';

/** Adds an item. The same id with the same content gives the item that is there, with other content a refusal. */
export class AddItem {
  constructor(
    private readonly transactor: Transactor,
    private readonly items: ItemRepository,
    private readonly outbox: Outbox,
  ) {}

  execute(context: RequestContext, command: { itemId: ItemId; details: ItemDetails }): Promise<Item> {
    const { itemId, details } = command;
    return this.transactor.run(context, async (tx) => {
      const { state, events } = addItem(itemId, details);
      await this.items.lock(tx);
      const present = await this.items.find(tx, itemId);
      if (present !== undefined && isSameItem(present, state)) return present;
      if (present !== undefined || !(await this.items.add(tx, state))) {
        throw new Refusal<ItemRefusal>('item_id_taken', { itemId });
      }
      this.outbox.append(tx, events);
      return state;
    });
  }
}
