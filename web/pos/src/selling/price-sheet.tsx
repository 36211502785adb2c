import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, NumberPad } from '../../../design/kit.js';
import { amountOf, emptyEntry, erase, typeKey } from '../paying/amount-entry.js';
import { t } from '../messages/translate.js';
import type { Wanted } from './adding.js';
import type { Selling } from './selling.js';
import { Sheet } from './sheet.js';

/** Asks the price of an item that has none of its own. */
export function PriceSheet({ selling, wanted }: { readonly selling: Selling; readonly wanted: Wanted }): JSX.Element {
  const { currency } = wanted.item.price;
  const entry = useSignal(emptyEntry(currency));
  const price = amountOf(entry.value);
  const press = (key: string): void => {
    entry.value = key === 'Backspace' ? erase(entry.value) : typeKey(entry.value, key);
  };
  const add = (): void => {
    if (price !== null) selling.choose({ ...wanted, unitPrice: price });
  };
  const blocked = price === null ? t('sell.priceFirst') : undefined;
  return (
    <Sheet
      selling={selling}
      title={t('sell.priceOf', { name: wanted.item.name })}
      confirm={{ label: t('sell.add'), run: add, blocked }}
      onDigit={press}
    >
      <output class="total sell-entry" aria-live="polite">
        {entry.value.typed === '' ? currency : `${currency} ${entry.value.typed}`}
      </output>
      <NumberPad
        label={t('common.digit')}
        backspaceLabel={t('common.backspace')}
        onDigit={press}
        onBackspace={() => press('Backspace')}
        extra={<Button onPress={() => press('.')}>.</Button>}
      />
    </Sheet>
  );
}
