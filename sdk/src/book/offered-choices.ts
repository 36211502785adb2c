import { comboForItem, modifiersForItem } from '../../../src/modules/catalog/application/choose-for-item.js';
import type { ChosenComponent, SelectedCombo } from '../../../src/modules/catalog/domain/combo-choice.js';
import { canBePart } from '../../../src/modules/catalog/domain/combo-problems.js';
import type { ComboDefinition } from '../../../src/modules/catalog/domain/combo.js';
import type { ModifierChoice, SelectedModifier } from '../../../src/modules/catalog/domain/modifier-choice.js';
import type { ModifierGroup } from '../../../src/modules/catalog/domain/modifier-group.js';
import {
  offeredGroups,
  treeOf,
  type AttachedTree,
  type OfferedGroup,
} from '../../../src/modules/catalog/domain/modifier-tree.js';
import type { Money } from '../../../src/kernel/money.js';
import { attachmentKey, type ItemRecord } from '../../../src/modules/offline-sync/domain/snapshot.js';
import type { BookRecords } from './book-records.js';
import type { ItemShelf } from './item-shelf.js';

/** A slot of a combo with the items that may fill it. */
export interface OfferedSlot {
  readonly code: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly {
    readonly item: ItemRecord;
    readonly upcharge: Money;
    readonly default: boolean;
  }[];
}

/** A combo as guests choose it. */
export interface OfferedCombo {
  readonly item: ItemRecord;
  readonly pricing: ComboDefinition['pricing'];
  readonly slots: readonly OfferedSlot[];
}

/** What is offered with the items of a book and within its combos; trees of groups are made when first asked for. */
export class OfferedChoices {
  private readonly byCode: ReadonlyMap<string, ModifierGroup>;
  private readonly trees = new Map<string, OfferedGroup | undefined>();
  private readonly offered = new WeakMap<ItemRecord, readonly OfferedGroup[]>();

  constructor(
    private readonly records: BookRecords,
    private readonly shelf: ItemShelf,
  ) {
    const groups = [...records.of('modifierGroups').values()];
    this.byCode = new Map(groups.map((group) => [group.code, { ...group, version: 0 } as ModifierGroup]));
  }

  /** The groups of an item, in order: by its category, by the item that it is a variant of, by itself. */
  groupsOf(item: ItemRecord): readonly OfferedGroup[] {
    const known = this.offered.get(item);
    if (known !== undefined) return known;
    const parent = item.variantOf === null ? undefined : this.shelf.bySku(item.variantOf.sku);
    const parentList = parent === undefined ? [] : this.attached(parent.id, null);
    const lists = [this.attached(null, item.category), parentList, this.attached(item.id, null)];
    const groups = lists.every((list) => list.length === 0) ? [] : offeredGroups(lists);
    this.offered.set(item, groups);
    return groups;
  }

  /** @throws Refusal, as the catalogue does. */
  modifiers(sku: string, currency: string, choice: Omit<ModifierChoice, 'sku'>): readonly SelectedModifier[] {
    const item = this.shelf.bySku(sku);
    return modifiersForItem(item, item === undefined ? [] : this.groupsOf(item), currency, choice);
  }

  /** @throws Refusal, as the catalogue does. */
  combo(sku: string, chosen: readonly ChosenComponent[], pointer: string): SelectedCombo {
    const definition = this.definitionOf(this.shelf.bySku(sku)) ?? null;
    return comboForItem(definition, sku, chosen, (part) => this.shelf.bySku(part), pointer);
  }

  /** A combo with the items that its slots take; `undefined` where the item is none. */
  offeredCombo(item: ItemRecord): OfferedCombo | undefined {
    const definition = this.definitionOf(item);
    if (definition === undefined) return undefined;
    const slots = definition.slots.map(({ choices, ...slot }): OfferedSlot => {
      const taken = new Set<string>();
      // A choice by SKU goes before one by category.
      const sorted = [...choices].sort((a, b) => Number(a.sku === null) - Number(b.sku === null));
      const items = sorted.flatMap(({ sku, category, upcharge, default: byDefault }) =>
        this.itemsFor(sku, category).flatMap((one) => {
          if (taken.has(one.sku)) return [];
          taken.add(one.sku);
          return [{ item: one, upcharge, default: byDefault && sku !== null }];
        }),
      );
      return { ...slot, choices: items };
    });
    return { item, pricing: definition.pricing, slots };
  }

  private itemsFor(sku: string | null, category: string | null): readonly ItemRecord[] {
    if (category !== null) return this.shelf.onSale(category).filter(canBePart);
    const item = sku === null ? undefined : this.shelf.bySku(sku);
    return item?.active === true && canBePart(item) ? [item] : [];
  }

  private definitionOf(item: ItemRecord | undefined): ComboDefinition | undefined {
    return item === undefined ? undefined : this.records.of('combos').get(item.id);
  }

  private attached(itemId: string | null, category: string | null): readonly AttachedTree[] {
    const list = this.records.of('modifierAttachments').get(attachmentKey(itemId, category));
    return (list?.groups ?? []).flatMap((attachment) => {
      const tree = this.tree(attachment.group);
      return tree === undefined ? [] : [{ ...attachment, tree }];
    });
  }

  private tree(code: string): OfferedGroup | undefined {
    if (this.trees.has(code)) return this.trees.get(code);
    const group = this.byCode.get(code);
    const tree = group === undefined ? undefined : treeOf(group, (nested) => this.tree(nested));
    this.trees.set(code, tree);
    return tree;
  }
}
