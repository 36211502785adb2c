import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import { Button } from '../../../design/kit.js';
import type { Wanted } from './adding.js';
import { componentsOf, inSlot, missingInSlot, pressSlot, startingSlots, type SlotChoice } from './combo-choice.js';
import type { OfferedSlot } from './sdk-types.js';
import type { Selling } from './selling.js';
import { Sheet } from './sheet.js';

/** Asks what fills the slots of a combo. */
export function ComboSheet({ selling, wanted }: { readonly selling: Selling; readonly wanted: Wanted }): JSX.Element {
  const { till } = selling;
  const slots = till.book.value?.comboOf(wanted.item.sku)?.slots ?? [];
  const choice = useSignal<SlotChoice>(startingSlots({ slots }));
  const lacking = slots.find((slot) => missingInSlot(choice.value, slot) > 0);
  const blocked =
    lacking === undefined
      ? undefined
      : till.t('sell.chooseMore', { n: missingInSlot(choice.value, lacking), group: lacking.name });
  const add = (): void => selling.choose(wanted, { components: componentsOf(choice.value, newId) });
  return (
    <Sheet selling={selling} title={wanted.item.name} broad confirm={{ label: till.t('sell.add'), run: add, blocked }}>
      {slots.map((slot) => (
        <Slot key={slot.code} selling={selling} slot={slot} choice={choice} />
      ))}
    </Sheet>
  );
}

interface SlotProps {
  readonly selling: Selling;
  readonly slot: OfferedSlot;
  readonly choice: Signal<SlotChoice>;
}

function Slot({ selling, slot, choice }: SlotProps): JSX.Element {
  const { till } = selling;
  return (
    <fieldset class="sell-group">
      <legend>{slot.name}</legend>
      <div class="sell-choices">
        {slot.choices.map(({ item, upcharge }) => {
          const count = inSlot(choice.value, slot, item.sku);
          const soldOut = till.book.value?.isSoldOut(item.sku) === true;
          return (
            <Button
              key={item.sku}
              pressed={count > 0}
              blocked={soldOut ? till.t('sell.soldOut') : undefined}
              onPress={() => (choice.value = pressSlot(choice.value, slot, item.sku))}
            >
              {count > 1 ? `${count} × ` : ''}
              {item.name} {upcharge.amount !== 0 && <span class="amount">{till.money(upcharge)}</span>}
            </Button>
          );
        })}
      </div>
    </fieldset>
  );
}
