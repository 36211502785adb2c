import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { minorDigitsOf } from '../../../../sdk/src/money.js';
import { Button, Field } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { readAmount, typedAmount } from './amounts.js';
import type { Basket } from './basket.js';
import { standFor } from './rights.js';
import type { Selling } from './selling.js';
import { Sheet } from './sheet.js';

/** What a sale may have besides rows: a note, a tip, promotion codes, an exemption from tax, no service charge. */
export function MoreSheet({ selling }: { readonly selling: Selling }): JSX.Element {
  const { currency, digits } = currencyOf(selling);
  const { note, tip, taxExemption } = selling.basket.value;
  const texts = { note: useSignal(note ?? ''), tip: useSignal(tip === null ? '' : typedAmount(tip, digits)) };
  const exemption = useSignal(taxExemption ?? '');
  const keep = (): Promise<void> => {
    return keepMore(selling, {
      note: texts.note.value.trim(),
      tip: texts.tip.value.trim(),
      exemption: exemption.value.trim(),
    });
  };
  return (
    <Sheet selling={selling} title={t('sell.more')} confirm={{ label: t('sell.keep'), run: keep }}>
      <Field
        label={t('sell.saleNote')}
        value={texts.note.value}
        maxLength={500}
        onValue={(value) => (texts.note.value = value)}
      />
      <Field
        label={t('sell.tip', { currency })}
        value={texts.tip.value}
        inputMode="decimal"
        onValue={(value) => (texts.tip.value = value)}
      />
      <PromoCodes selling={selling} />
      <Field
        label={t('sell.exemption')}
        hint={t('sell.exemptionHint')}
        value={exemption.value}
        maxLength={100}
        onValue={(value) => (exemption.value = value)}
      />
      <ServiceCharge selling={selling} />
    </Sheet>
  );
}

interface Typed {
  readonly note: string;
  readonly tip: string;
  readonly exemption: string;
}

async function keepMore(selling: Selling, { note, tip, exemption }: Typed): Promise<void> {
  const { till, basket } = selling;
  const { currency, digits } = currencyOf(selling);
  const amount = readAmount(tip, currency, digits);
  if (tip !== '' && amount === undefined) {
    till.say(t('sell.tipWrong'));
    return;
  }
  const isNew = exemption !== '' && exemption !== basket.value.taxExemption;
  if (isNew && !(await stands(selling, 'exempt', exemption))) return;
  const next: Partial<Basket> = {
    note: note === '' ? null : note,
    tip: amount === undefined || amount.amount === 0 ? null : amount,
    taxExemption: exemption === '' ? null : exemption,
  };
  if (selling.change((now) => ({ ...now, ...next }))) selling.sheet.value = null;
}

function currencyOf({ till }: Selling): { readonly currency: string; readonly digits: number } {
  const book = till.book.value;
  const currency = book?.outlet.currency ?? '';
  return { currency, digits: minorDigitsOf(currency, book?.business.minorDigits) ?? 0 };
}

/** Codes that bring a promotion. Those that the price list does not know are looked at by the service when the sale arrives. */
function PromoCodes({ selling }: { readonly selling: Selling }): JSX.Element {
  const { till, basket } = selling;
  const code = useSignal('');
  const add = (): void => {
    const text = code.value.trim();
    if (text === '') return;
    if (till.book.value?.promotions.isCode(text) !== true) {
      till.say(t('sell.codeUnknown', { code: text }));
      return;
    }
    const once = basket.value.promoCodes.filter((one) => one !== text);
    if (selling.change((now) => ({ ...now, promoCodes: [...once, text] }))) code.value = '';
  };
  const drop = (gone: string): void => {
    selling.change((now) => ({ ...now, promoCodes: now.promoCodes.filter((one) => one !== gone) }));
  };
  return (
    <div class="sell-codes">
      <Field
        label={t('sell.promoCode')}
        value={code.value}
        autoCapitalize="characters"
        onValue={(value) => (code.value = value)}
        onEnter={add}
      />
      <Button onPress={add}>{t('sell.add')}</Button>
      {basket.value.promoCodes.map((one) => (
        <Button key={one} icon="close" label={t('sell.dropCode', { code: one })} onPress={() => drop(one)}>
          {one}
        </Button>
      ))}
    </div>
  );
}

function ServiceCharge({ selling }: { readonly selling: Selling }): JSX.Element {
  const { till, basket } = selling;
  const waived = basket.value.waiveServiceCharge;
  const toggle = async (): Promise<void> => {
    if (!waived && !(await stands(selling, 'waive', till.t('sell.waive')))) return;
    selling.change((now) => ({ ...now, waiveServiceCharge: !waived }));
  };
  return (
    <Button pressed={waived} onPress={toggle}>
      {till.t('sell.waive')}
    </Button>
  );
}

/** Whether it may be done, by oneself or by somebody who stands for it. */
async function stands(selling: Selling, act: 'exempt' | 'waive', reason: string): Promise<boolean> {
  const { till, basket } = selling;
  const what = till.t(act === 'exempt' ? 'sell.exemption' : 'sell.waive');
  const standing = await standFor(till, act, { what, amount: null, reason, targetId: basket.value.id });
  if (standing === undefined) return false;
  selling.stoodBy(standing.approver);
  return true;
}
