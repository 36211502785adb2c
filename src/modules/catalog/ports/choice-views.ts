import type { RequestContext } from '../../../kernel/context.js';
import type { Combo } from '../domain/combo.js';
import type { Item, ItemId } from '../domain/item.js';
import type { AttachmentList } from '../domain/modifier-attachment.js';
import type { ModifierGroup, ModifierGroupId } from '../domain/modifier-group.js';
import type { OfferedGroup } from '../domain/modifier-tree.js';

export interface ModifierGroupQuery {
  /** Part of name or code, whatever the letter case. */
  readonly q?: string;
  readonly code?: string;
  readonly limit: number;
  /** Name and id of the last group of the page before. */
  readonly after?: readonly [name: string, id: string];
}

/** An item and what is offered with it. */
export interface ItemOffer {
  readonly item: Pick<Item, 'id' | 'sku'>;
  /** The variant attribute `size`, by which modifiers may have another price. */
  readonly size: string | null;
  readonly groups: readonly OfferedGroup[];
}

/** What callers ask about modifiers and combos. Pages have one entry more than the limit when there are more. */
export interface ChoiceViews {
  /** @throws Refusal `modifier_group_not_found`. */
  group(context: RequestContext, id: ModifierGroupId): Promise<ModifierGroup>;
  /** By name, then id. */
  groups(context: RequestContext, query: ModifierGroupQuery): Promise<readonly ModifierGroup[]>;
  /** What is attached to an item itself; of version 0 where nothing is. @throws Refusal `item_not_found`. */
  attachedToItem(context: RequestContext, itemId: ItemId): Promise<Omit<AttachmentList, 'id'>>;
  /** What is attached to a category; of version 0 where nothing is. */
  attachedToCategory(context: RequestContext, category: string): Promise<Omit<AttachmentList, 'id'>>;
  /** All that is offered with an item: by its category, the item that it is a variant of, and itself. @throws Refusal `item_not_found`. */
  offered(context: RequestContext, itemId: ItemId): Promise<ItemOffer>;
  /** @throws Refusal `item_not_found`, `combo_not_found`. */
  combo(context: RequestContext, itemId: ItemId): Promise<Combo>;
}
