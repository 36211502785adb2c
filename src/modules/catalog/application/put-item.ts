import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ItemDetails } from '../domain/item-details.js';
import { addItem, changeItem, type Item, type ItemId } from '../domain/item.js';
import type { ItemRepository } from '../ports/item-repository.js';

export interface PutItemCommand {
  readonly itemId: ItemId;
  readonly details: ItemDetails;
  readonly expectedVersion?: number;
}

/** Makes the item what the caller says, whether it was there or not. */
export class PutItem {
  constructor(
    private readonly transactor: Transactor,
    private readonly items: ItemRepository,
    private readonly outbox: Outbox,
  ) {}

  execute(context: RequestContext, { itemId, details, expectedVersion }: PutItemCommand): Promise<Item> {
    return this.transactor.run(context, async (tx) => {
      await this.items.lock(tx);
      const present = await this.items.find(tx, itemId);
      if (present === undefined && expectedVersion !== undefined)
        throw new Refusal('version_mismatch', { currentVersion: 0 });
      const { state, events } =
        present === undefined ? addItem(itemId, details) : changeItem(present, details, expectedVersion);
      if (present === undefined) await this.items.add(tx, state);
      else if (events.length > 0) await this.items.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
