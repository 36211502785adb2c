import type { Attachment } from './modifier-attachment.js';
import type { Modifier, ModifierGroup } from './modifier-group.js';

/** A modifier with the groups that it brings along. */
export interface OfferedModifier extends Omit<Modifier, 'groups'> {
  readonly groups: readonly OfferedGroup[];
}

/** A group as it is offered with an item: with all that is nested in it, and the item's own minimum and maximum. */
export interface OfferedGroup extends Omit<ModifierGroup, 'modifiers' | 'version'> {
  readonly modifiers: readonly OfferedModifier[];
}

/** The tree below a group; `undefined` when there is no such group. */
export type FindTree = (code: string) => OfferedGroup | undefined;

/** The tree below a group, made of the trees of what is nested in it. A group that is gone is left out. */
export function treeOf({ version: _, ...group }: ModifierGroup, find: FindTree): OfferedGroup {
  const modifiers = group.modifiers.map((modifier) => ({
    ...modifier,
    groups: modifier.groups.map(find).filter((nested) => nested !== undefined),
  }));
  return { ...group, modifiers };
}

/** An attached group and what is nested in it. */
export interface AttachedTree extends Attachment {
  readonly tree: OfferedGroup;
}

/**
 * The groups of an item, in order.
 * @param lists what is attached to its category, to the item that it is a variant of, and to itself: of a group that comes
 * more than once the last, which is the narrowest, holds.
 */
export function offeredGroups(lists: readonly (readonly AttachedTree[])[]): readonly OfferedGroup[] {
  const attached = new Map<string, AttachedTree>();
  for (const attachment of lists.flat()) attached.set(attachment.group, attachment);
  return [...attached.values()]
    .filter(({ max }) => max !== 0)
    .sort((a, b) => a.position - b.position)
    .map(({ tree, min, max }) =>
      min === null && max === null ? tree : { ...tree, min: min ?? tree.min, max: max ?? tree.max },
    );
}
