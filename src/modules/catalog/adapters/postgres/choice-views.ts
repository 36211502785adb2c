import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { SellableItem } from '../../application/catalog-facade.js';
import type { Combo, ComboRefusal } from '../../domain/combo.js';
import type { Item, ItemId, ItemRefusal } from '../../domain/item.js';
import type { AttachmentList, AttachmentTarget } from '../../domain/modifier-attachment.js';
import type { ModifierGroup, ModifierGroupId, ModifierGroupRefusal } from '../../domain/modifier-group.js';
import type { ChoiceViews, ItemOffer, ModifierGroupQuery } from '../../ports/choice-views.js';
import type { ItemRepository } from '../../ports/item-repository.js';
import type { ModifierGroupRepository } from '../../ports/modifier-group-repository.js';
import { sizeOf } from '../../application/choose-for-item.js';
import type { CachedChoices } from './cached-choices.js';
import { findCombo } from './combo-repository.js';
import { findAttachments } from './modifier-attachment-repository.js';
import { GROUP_COLUMNS, toGroup, type ModifierGroupRow } from './modifier-group-rows.js';

/** Where what is shown is read. */
export interface ChoiceSources {
  readonly groups: Pick<ModifierGroupRepository, 'find'>;
  readonly items: Pick<ItemRepository, 'find'>;
  readonly choices: Pick<CachedChoices, 'offeredWith'>;
}

/** Answers questions about modifiers and combos. */
export class PostgresChoiceViews implements ChoiceViews {
  constructor(
    private readonly transactor: Transactor,
    private readonly sources: ChoiceSources,
  ) {}

  group(context: RequestContext, id: ModifierGroupId): Promise<ModifierGroup> {
    return this.transactor.read(context, async (tx) => {
      const stored = await this.sources.groups.find(tx, id);
      if (stored?.deleted !== false)
        throw new Refusal<ModifierGroupRefusal>('modifier_group_not_found', { groupId: id });
      return stored.group;
    });
  }

  async groups(
    context: RequestContext,
    { q, code, limit, after }: ModifierGroupQuery,
  ): Promise<readonly ModifierGroup[]> {
    const conditions = [sql`deleted_at is null`];
    if (q !== undefined) {
      const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      conditions.push(sql`(name ilike ${pattern} or code ilike ${pattern})`);
    }
    if (code !== undefined) conditions.push(sql`code = ${code}`);
    if (after !== undefined) conditions.push(sql`(name, id) > (${after[0]}, ${after[1]}::uuid)`);
    const select = sql<ModifierGroupRow>`select ${sql.raw(GROUP_COLUMNS)} from modifier_groups
      where ${sql.join(conditions, sql` and `)} order by name, id limit ${limit + 1}`;
    const ask = async (tx: Tx): Promise<ModifierGroupRow[]> => (await select.execute(transactionOf(tx))).rows;
    return (await this.transactor.read(context, ask)).map(toGroup);
  }

  attachedToItem(context: RequestContext, itemId: ItemId): Promise<Omit<AttachmentList, 'id'>> {
    return this.transactor.read(context, async (tx) => {
      await this.item(tx, itemId);
      return attachedTo(tx, { itemId, category: null });
    });
  }

  attachedToCategory(context: RequestContext, category: string): Promise<Omit<AttachmentList, 'id'>> {
    return this.transactor.read(context, (tx) => attachedTo(tx, { itemId: null, category }));
  }

  offered(context: RequestContext, itemId: ItemId): Promise<ItemOffer> {
    return this.transactor.read(context, async (tx) => {
      const item: SellableItem = await this.item(tx, itemId);
      const groups = (await this.sources.choices.offeredWith(tx, [item])).get(item) ?? [];
      return { item, size: sizeOf(item), groups };
    });
  }

  combo(context: RequestContext, itemId: ItemId): Promise<Combo> {
    return this.transactor.read(context, async (tx) => {
      const { sku } = await this.item(tx, itemId);
      const combo = await findCombo(tx, itemId);
      if (combo.definition === null) throw new Refusal<ComboRefusal>('combo_not_found', { sku });
      return combo;
    });
  }

  private async item(tx: Tx, itemId: ItemId): Promise<Item> {
    const item = await this.sources.items.find(tx, itemId);
    if (item?.deletedAt !== null) throw new Refusal<ItemRefusal>('item_not_found', { itemId });
    return item;
  }
}

async function attachedTo(tx: Tx, target: AttachmentTarget): Promise<Omit<AttachmentList, 'id'>> {
  return (await findAttachments(tx, target)) ?? { ...target, groups: [], version: 0 };
}
