import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Wanted } from './adding.js';
import { chosenModifiers, startingChoice, type Choice } from './modifier-choice.js';
import { ModifierGroups, whatIsMissing } from './modifier-groups.js';
import type { Selling } from './selling.js';
import { Sheet } from './sheet.js';

/** Asks what goes with an item before it is rung up. */
export function ModifierSheet({
  selling,
  wanted,
}: {
  readonly selling: Selling;
  readonly wanted: Wanted;
}): JSX.Element {
  const { till } = selling;
  const { item } = wanted;
  const groups = till.book.value?.groupsOf(item.sku) ?? [];
  const choice = useSignal<Choice>(startingChoice(groups, []));
  const add = (): void => selling.choose(wanted, { modifiers: chosenModifiers(groups, choice.value) });
  const blocked = whatIsMissing(selling, groups, choice.value);
  return (
    <Sheet selling={selling} title={item.name} broad confirm={{ label: till.t('sell.add'), run: add, blocked }}>
      <ModifierGroups {...{ selling, groups, choice, size: item.variantOf?.attributes['size'] ?? null }} />
    </Sheet>
  );
}
