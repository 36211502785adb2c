import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { countOf, missingIn, openGroups, press, type Choice, type OpenGroup } from './modifier-choice.js';
import type { OfferedGroup, OfferedModifier } from './sdk-types.js';
import type { Selling } from './selling.js';

interface GroupsProps {
  readonly selling: Selling;
  readonly groups: readonly OfferedGroup[];
  readonly choice: Signal<Choice>;
  /** The item's size: modifiers may have another price for it. */
  readonly size: string | null;
}

/** The groups of an item, and below what is chosen those that it brings along. */
export function ModifierGroups({ selling, groups, choice, size }: GroupsProps): JSX.Element {
  return (
    <>
      {openGroups(groups, choice.value).map((open) => (
        <Group key={`${open.path}/${open.group.code}`} {...{ selling, open, choice, size }} />
      ))}
    </>
  );
}

/** What a group still needs, in words; `undefined`: nothing. The first group that needs something speaks. */
export function whatIsMissing(selling: Selling, groups: readonly OfferedGroup[], choice: Choice): string | undefined {
  for (const open of openGroups(groups, choice)) {
    const n = missingIn(choice, open);
    if (n > 0) return selling.till.t('sell.chooseMore', { n, group: open.group.name });
  }
  return undefined;
}

function Group({
  selling,
  open,
  choice,
  size,
}: Omit<GroupsProps, 'groups'> & { readonly open: OpenGroup }): JSX.Element {
  const { till } = selling;
  const { group, path, depth } = open;
  const price = (modifier: OfferedModifier): string => {
    const { prices } = modifier;
    const amount = size !== null && Object.hasOwn(prices, size) ? (prices[size] ?? modifier.price) : modifier.price;
    return amount.amount === 0 ? '' : till.money(amount);
  };
  return (
    <fieldset class={depth === 0 ? 'sell-group' : 'sell-group nested'}>
      <legend>
        {group.name} <span class="muted">{ruleText(group)}</span>
      </legend>
      <div class="sell-choices">
        {group.modifiers
          .filter(({ active }) => active)
          .map((modifier) => {
            const count = countOf(choice.value, path, group, modifier);
            return (
              <Button
                key={modifier.code}
                pressed={count > 0}
                onPress={() => (choice.value = press(choice.value, open, modifier))}
              >
                {count > 1 ? `${count} × ` : ''}
                {modifier.name} <span class="amount">{price(modifier)}</span>
              </Button>
            );
          })}
      </div>
    </fieldset>
  );
}

function ruleText({ min, max }: OfferedGroup): string {
  if (max === null) return min === 0 ? t('sell.ruleAny') : t('sell.ruleLeast', { min });
  if (min === max) return t('sell.ruleExactly', { n: min });
  return min === 0 ? t('sell.ruleMost', { max }) : t('sell.ruleBetween', { min, max });
}
