import type { Tx } from '../../../../kernel/transaction.js';
import { RevisionCache } from '../../../../platform/postgres/revisions.js';
import type { SellableItem } from '../../application/catalog-facade.js';
import { comboForItem, modifiersForItem } from '../../application/choose-for-item.js';
import type { ChosenComponent, SelectedCombo } from '../../domain/combo-choice.js';
import type { ComboDefinition } from '../../domain/combo.js';
import type { ModifierChoice, SelectedModifier } from '../../domain/modifier-choice.js';
import { offeredGroups, treeOf, type AttachedTree, type OfferedGroup } from '../../domain/modifier-tree.js';
import type { ItemChoices } from '../../ports/item-choices.js';
import { findCombo } from './combo-repository.js';
import type { CachedItems } from './cached-items.js';
import { readAttached, targetKey, type AttachmentKey } from './attached-rows.js';

// Most items have nothing of their own: an entry is then a key and an empty list.
const LISTS_MAX = 100_000;
const GROUPS_MAX = 10_000;
const PARENTS_MAX = 10_000;
const COMBOS_MAX = 10_000;
const NOTHING: readonly AttachedTree[] = [];

/**
 * What is offered with items and within combos, in memory over all tenants together. Entries are by item and by category, so
 * that a change of an item needs no look here; the trees of groups are kept once, whatever number of items shares them. One
 * question reads all that is not known of a basket, items without groups included: the next time they cost nothing.
 */
export class CachedChoices implements ItemChoices {
  private readonly lists = new RevisionCache<readonly AttachedTree[]>('pricing', LISTS_MAX);
  private readonly groups = new RevisionCache<OfferedGroup>('pricing', GROUPS_MAX);
  private readonly parents = new RevisionCache<{ readonly id: string | null }>('catalog', PARENTS_MAX);
  private readonly combos = new RevisionCache<{ readonly definition: ComboDefinition | null }>('pricing', COMBOS_MAX);

  constructor(private readonly items: Pick<CachedItems, 'sellables'>) {}

  async modifiers(
    tx: Tx,
    currency: string,
    choices: readonly ModifierChoice[],
  ): Promise<readonly (readonly SelectedModifier[])[]> {
    if (choices.length === 0) return [];
    const items = await this.items.sellables(tx, [...new Set(choices.map(({ sku }) => sku))]);
    const offers = await this.offeredWith(tx, [...items.values()]);
    return choices.map(({ sku, chosen, pointer }) => {
      const item = items.get(sku);
      const groups = item === undefined ? [] : (offers.get(item) ?? []);
      return modifiersForItem(item, groups, currency, { chosen, pointer });
    });
  }

  async combo(tx: Tx, sku: string, chosen: readonly ChosenComponent[], pointer: string): Promise<SelectedCombo> {
    const items = await this.items.sellables(tx, [...new Set([sku, ...chosen.map((component) => component.sku)])]);
    const item = items.get(sku);
    const definition = item === undefined ? null : await this.definitionOf(tx, item.id);
    return comboForItem(definition, sku, chosen, (component) => items.get(component), pointer);
  }

  /** The groups that are offered with items, in order: by category, by the item that one is a variant of, by itself. */
  async offeredWith(
    tx: Tx,
    items: readonly SellableItem[],
  ): Promise<ReadonlyMap<SellableItem, readonly OfferedGroup[]>> {
    const parents = await this.parentsOf(tx, items);
    const keysOf = ({ id, category, variantOf }: SellableItem): AttachmentKey[] => {
      const parentId = variantOf === null ? undefined : parents.get(variantOf.sku);
      return [{ category }, ...(parentId == null ? [] : [{ itemId: parentId }]), { itemId: id }];
    };
    const keys = items.map(keysOf);
    const lists = await this.listsOf(tx, keys.flat());
    return new Map(
      items.map((item, index) => {
        const own = (keys[index] ?? []).map((key) => lists.get(targetKey(key)) ?? NOTHING);
        return [item, own.every((list) => list.length === 0) ? [] : offeredGroups(own)] as const;
      }),
    );
  }

  /** The ids of the items that some are variants of, by SKU; `null` where there is no such item, which is remembered, too. */
  private async parentsOf(tx: Tx, items: readonly SellableItem[]): Promise<ReadonlyMap<string, string | null>> {
    const parents = new Map<string, string | null>();
    for (const { variantOf } of items) {
      if (variantOf !== null) parents.set(variantOf.sku, this.parents.recall(tx, variantOf.sku)?.id ?? null);
    }
    const unknown = [...parents.keys()].filter((sku) => this.parents.recall(tx, sku) === undefined);
    if (unknown.length === 0) return parents;
    const found = await this.items.sellables(tx, unknown);
    for (const sku of unknown) {
      const { id } = this.parents.remember(tx, sku, { id: found.get(sku)?.id ?? null });
      parents.set(sku, id);
    }
    return parents;
  }

  private async listsOf(tx: Tx, keys: readonly AttachmentKey[]): Promise<ReadonlyMap<string, readonly AttachedTree[]>> {
    const lists = new Map<string, readonly AttachedTree[]>();
    const unknown = new Map<string, AttachmentKey>();
    for (const key of keys) {
      const text = targetKey(key);
      const known = lists.get(text) ?? this.lists.recall(tx, text);
      if (known === undefined) unknown.set(text, key);
      else lists.set(text, known);
    }
    if (unknown.size === 0) return lists;
    const { attached, groups } = await readAttached(tx, [...unknown.values()]);
    const find = (code: string): OfferedGroup | undefined => {
      const group = groups.get(code);
      if (group === undefined) return undefined;
      return this.groups.recall(tx, code) ?? this.groups.remember(tx, code, treeOf(group, find));
    };
    for (const text of unknown.keys()) {
      const trees = (attached.get(text) ?? []).flatMap((attachment) => {
        const tree = find(attachment.group);
        return tree === undefined ? [] : [{ ...attachment, tree }];
      });
      lists.set(text, this.lists.remember(tx, text, trees.length === 0 ? NOTHING : trees));
    }
    return lists;
  }

  private async definitionOf(tx: Tx, itemId: string): Promise<ComboDefinition | null> {
    const { definition } = await this.combos.get(tx, itemId, () => findCombo(tx, itemId));
    return definition;
  }
}
