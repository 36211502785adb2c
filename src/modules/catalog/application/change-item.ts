import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ItemDetails } from '../domain/item-details.js';
import { changeItem, type Item, type ItemId, type ItemRefusal } from '../domain/item.js';
import type { ItemRepository } from '../ports/item-repository.js';

export interface ChangeItemCommand {
  readonly itemId: ItemId;
  readonly changes: Partial<ItemDetails>;
  readonly expectedVersion?: number;
}

/** Changes an item, takes it off sale or puts it back. */
export class ChangeItem {
  constructor(
    private readonly transactor: Transactor,
    private readonly items: ItemRepository,
    private readonly outbox: Outbox,
  ) {}

  execute(context: RequestContext, { itemId, changes, expectedVersion }: ChangeItemCommand): Promise<Item> {
    return this.transactor.run(context, async (tx) => {
      await this.items.lock(tx);
      const item = await this.items.find(tx, itemId);
      if (item === undefined) throw new Refusal<ItemRefusal>('item_not_found', { itemId });
      const { state, events } = changeItem(item, changes, expectedVersion);
      if (events.length > 0) await this.items.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
