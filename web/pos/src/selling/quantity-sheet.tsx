import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, NumberPad } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import type { Wanted } from './adding.js';
import { withQuantity } from './basket-lines.js';
import type { BasketLine } from './basket.js';
import { isWhole, readQuantity } from './quantity.js';
import type { Selling } from './selling.js';
import { Sheet } from './sheet.js';

/** Asks what the scale says of an item that is weighed or measured. */
export function QuantitySheet({
  selling,
  wanted,
}: {
  readonly selling: Selling;
  readonly wanted: Wanted;
}): JSX.Element {
  const { item } = wanted;
  const title = selling.till.t('sell.quantityOf', { name: item.name, unit: item.unit });
  const take = (quantity: string): void => selling.choose({ ...wanted, quantity });
  return (
    <AskQuantity selling={selling} title={title} unit={item.unit} whole={item.measure === 'each'} onQuantity={take} />
  );
}

/** Asks how many of a row. */
export function LineQuantitySheet({
  selling,
  line,
}: {
  readonly selling: Selling;
  readonly line: BasketLine;
}): JSX.Element {
  const { till } = selling;
  const unit = till.book.value?.bySku(line.sku)?.unit ?? '';
  const take = (quantity: string): void => {
    if (selling.change((basket) => withQuantity(basket, line.id, () => quantity))) selling.sheet.value = null;
  };
  const title = till.t('sell.quantityOf', { name: line.name, unit });
  return <AskQuantity selling={selling} title={title} unit={unit} whole={!line.measured} onQuantity={take} />;
}

interface AskProps {
  readonly selling: Selling;
  readonly title: string;
  readonly unit: string;
  /** Of what is counted there are no parts. */
  readonly whole: boolean;
  readonly onQuantity: (quantity: string) => void;
}

const LONGEST = 10;

function AskQuantity({ selling, title, unit, whole, onQuantity }: AskProps): JSX.Element {
  const typed = useSignal('');
  const quantity = readQuantity(typed.value);
  const fits = quantity !== undefined && (!whole || isWhole(quantity));
  const press = (key: string): void => {
    const isPoint = key === '.' || key === ',';
    if (isPoint && (whole || typed.value.includes('.'))) return;
    const text = isPoint ? `${typed.value === '' ? '0' : typed.value}.` : `${typed.value}${key}`;
    typed.value = key === 'Backspace' ? typed.value.slice(0, -1) : text.slice(0, LONGEST);
  };
  const take = (): void => {
    if (fits) onQuantity(quantity);
  };
  const blocked = fits ? undefined : t('sell.quantityFirst');
  return (
    <Sheet selling={selling} title={title} confirm={{ label: t('sell.take'), run: take, blocked }} onDigit={press}>
      <output class="total sell-entry" aria-live="polite">
        {typed.value === '' ? '0' : typed.value} {unit}
      </output>
      <NumberPad
        label={t('common.digit')}
        backspaceLabel={t('common.backspace')}
        onDigit={press}
        onBackspace={() => press('Backspace')}
        {...(!whole && { extra: <Button onPress={() => press('.')}>.</Button> })}
      />
    </Sheet>
  );
}
