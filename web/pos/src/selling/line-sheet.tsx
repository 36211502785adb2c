import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Field } from '../../../design/kit.js';
import { minorDigitsOf } from '../../../../sdk/src/money.js';
import { t } from '../messages/translate.js';
import { readAmount } from './amounts.js';
import { replaceLine } from './basket-lines.js';
import type { BasketLine } from './basket.js';
import { chosenModifiers, startingChoice, type Choice } from './modifier-choice.js';
import { ModifierGroups, whatIsMissing } from './modifier-groups.js';
import { standFor } from './rights.js';
import type { Money } from './sdk-types.js';
import type { Selling } from './selling.js';
import { Sheet } from './sheet.js';

const NOTE_MAX = 500;

/** What goes with a row: modifiers, a note for the kitchen, and its price where somebody may set it. */
export function LineSheet({ selling, line }: LineProps): JSX.Element {
  const { till } = selling;
  const item = till.book.value?.bySku(line.sku);
  const groups = item?.kind === 'product' ? (till.book.value?.groupsOf(line.sku) ?? []) : [];
  const choice = useSignal<Choice>(startingChoice(groups, line.modifiers));
  const note = useSignal(line.note ?? '');
  const keep = (): void => {
    const modifiers = groups.length === 0 ? line.modifiers : chosenModifiers(groups, choice.value);
    const text = note.value.trim();
    const next = { ...line, modifiers, note: text === '' ? null : text };
    if (selling.change((basket) => replaceLine(basket, next))) selling.sheet.value = null;
  };
  const blocked = whatIsMissing(selling, groups, choice.value);
  return (
    <Sheet
      selling={selling}
      title={line.name}
      broad={groups.length > 0}
      confirm={{ label: t('sell.keep'), run: keep, blocked }}
    >
      <ModifierGroups {...{ selling, groups, choice, size: item?.variantOf?.attributes['size'] ?? null }} />
      <Field
        label={t('sell.note')}
        value={note.value}
        maxLength={NOTE_MAX}
        autoFocus={groups.length === 0}
        onValue={(value) => (note.value = value)}
        onEnter={() => {
          if (blocked === undefined) keep();
        }}
      />
      {item?.kind !== 'gift_card' && item?.openPrice !== true && <SetPrice selling={selling} line={line} />}
    </Sheet>
  );
}

interface LineProps {
  readonly selling: Selling;
  readonly line: BasketLine;
}

/** Another price than the book's, with a reason; who may not set prices asks somebody who may. */
function SetPrice({ selling, line }: LineProps): JSX.Element {
  const { till } = selling;
  const currency = till.book.value?.outlet.currency ?? '';
  const typed = useSignal('');
  const reason = useSignal('');
  const unitPrice = readAmount(
    typed.value,
    currency,
    minorDigitsOf(currency, till.book.value?.business.minorDigits) ?? 0,
  );
  const set = (): Promise<void> => setPrice(selling, line, unitPrice, reason.value.trim());
  const unset = (): void => {
    if (selling.change((now) => replaceLine(now, { ...line, setPrice: null }))) selling.sheet.value = null;
  };
  return (
    <details class="sell-set-price">
      <summary>{t('sell.otherPrice')}</summary>
      {line.setPrice !== null && <Button onPress={unset}>{t('sell.priceBack')}</Button>}
      <Field
        label={t('sell.unitPrice', { currency })}
        value={typed.value}
        inputMode="decimal"
        onValue={(value) => (typed.value = value)}
      />
      <Field
        label={t('sell.reason')}
        value={reason.value}
        maxLength={200}
        onValue={(value) => (reason.value = value)}
      />
      <Button onPress={set}>{t('sell.setPrice')}</Button>
    </details>
  );
}

async function setPrice(
  selling: Selling,
  line: BasketLine,
  unitPrice: Money | undefined,
  reason: string,
): Promise<void> {
  const { till, basket } = selling;
  if (unitPrice === undefined || reason === '') {
    till.say(t('sell.priceNeeds'));
    return;
  }
  const what = t('sell.labelPrice', { name: line.name, price: till.money(unitPrice) });
  const standing = await standFor(till, 'price', { what, amount: unitPrice, reason, targetId: basket.value.id });
  if (standing === undefined) return;
  selling.stoodBy(standing.approver);
  if (selling.change((now) => replaceLine(now, { ...line, setPrice: { unitPrice, reason } })))
    selling.sheet.value = null;
}
