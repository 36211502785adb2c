import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Field } from '../../../design/kit.js';
import type { Till } from '../till.js';
import { amountOf, emptyEntry, typedText } from './amount-entry.js';
import { piecesToCount } from './book-facts.js';
import { count, emptySheet, totalOf, type CountSheet } from './count-sheet.js';
import type { DrawerDesk } from './drawer-desk.js';
import type { OpenDrawer } from './drawer-memory.js';

/** The blind count: one number for each coin and note, the total as one types. What is expected is not shown before it is handed in. */
export function CountForm({ desk, drawer }: { readonly desk: DrawerDesk; readonly drawer: OpenDrawer }): JSX.Element {
  const { till } = desk;
  const { currency } = drawer;
  const sheet = useSignal(emptySheet(currency, piecesToCount(till, currency)));
  const keep = useSignal(emptyEntry(currency));
  const close = (): unknown => desk.close(sheet.value, amountOf(keep.value));
  return (
    <section class="drawer-part" aria-label={till.t('drawer.count')}>
      <h2>{till.t('drawer.count')}</h2>
      <p class="muted">{till.t('drawer.countHow')}</p>
      <Pieces till={till} sheet={sheet} />
      <p role="status" class="count-total">
        {till.t('drawer.countedTotal')} <span class="total">{till.money(totalOf(sheet.value))}</span>
      </p>
      <Field
        {...{ label: till.t('drawer.keep', { currency }), value: keep.value.typed, inputMode: 'decimal' }}
        onValue={(text) => (keep.value = typedText(currency, text))}
      />
      <div class="actions">
        <Button onPress={() => desk.breakOffCount()}>{till.t('drawer.breakOff')}</Button>
        <Button variant="primary" big onPress={close}>
          {till.t('drawer.handIn')}
        </Button>
      </div>
    </section>
  );
}

function Pieces({ till, sheet }: { readonly till: Till; readonly sheet: Signal<CountSheet> }): JSX.Element {
  const { currency, pieces, typed } = sheet.value;
  return (
    <div class="count-sheet">
      {pieces.map((piece, index) => (
        <label key={piece} class="count-row">
          <span class="amount">{till.money({ amount: piece, currency })}</span>
          <input
            inputMode="numeric"
            autocomplete="off"
            autofocus={index === 0}
            value={typed.get(piece) ?? ''}
            onInput={(event) => (sheet.value = count(sheet.value, piece, event.currentTarget.value))}
            onKeyDown={(event) => {
              if (event.key === 'Enter') nextField(event.currentTarget);
            }}
          />
        </label>
      ))}
    </div>
  );
}

/** Enter goes to the next number, as in a column of figures. */
function nextField(field: HTMLInputElement): void {
  const all = [...(field.closest('.drawer-part')?.querySelectorAll('input') ?? [])];
  all[all.indexOf(field) + 1]?.focus();
}
