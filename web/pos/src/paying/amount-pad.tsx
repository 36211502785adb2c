import type { JSX } from 'preact';
import { Button, Field, NumberPad } from '../../../design/kit.js';
import { amountOf } from './amount-entry.js';
import { flowOf } from './pay-tender.js';
import type { Paying } from './paying.js';
import { chargedBy, surchargeOn } from './surcharge.js';

interface PadProps {
  readonly paying: Paying;
}

/** Quick cash, what is typed, the number pad, and the one button that takes the money. */
export function AmountPad({ paying }: PadProps): JSX.Element {
  const { till, tender, state } = paying;
  const flow = tender === undefined ? 'cash' : flowOf(tender);
  return (
    <div class="amount-pad">
      {flow === 'cash' && <QuickCash paying={paying} />}
      {flow === 'hand' && (
        <Field
          label={till.t(tender?.referenceRequired === true ? 'pay.reference' : 'pay.referenceOptional')}
          value={state.reference.value}
          maxLength={64}
          onValue={(value) => (state.reference.value = value)}
          onEnter={() => void paying.confirm()}
        />
      )}
      <Typed paying={paying} phone={flow === 'phone'} />
      <Surcharge paying={paying} />
      <NumberPad
        label={till.t(flow === 'phone' ? 'pay.phone' : 'pay.amount')}
        backspaceLabel={till.t('common.backspace')}
        onDigit={(digit) => paying.type(digit)}
        onBackspace={() => paying.type('Backspace')}
        extra={flow === 'phone' ? undefined : <PointKey paying={paying} />}
      />
      <Button variant="primary" big wide hint="Enter" onPress={() => paying.confirm()}>
        {confirmText(paying)}
      </Button>
    </div>
  );
}

/** What the tender adds, before it is charged; nothing where it adds nothing. */
export function Surcharge({ paying }: PadProps): JSX.Element | null {
  const { till, state, tender } = paying;
  const amount = amountOf(state.entry.value) ?? state.asked.value;
  const added = tender === undefined || amount === null ? null : surchargeOn(tender, amount);
  if (tender === undefined || amount === null || added === null) return null;
  const text = { tender: tender.name, added: till.money(added), amount: till.money(chargedBy(tender, amount)) };
  return <p role="status">{till.t('pay.surcharge', text)}</p>;
}

function QuickCash({ paying }: PadProps): JSX.Element | null {
  const { till, state, tender } = paying;
  const { value: due } = state.asked;
  if (due === null || tender === undefined) return null;
  return (
    <div class="quick-cash" role="group" aria-label={till.t('pay.quickCash')}>
      {till.register.quickCash({ ...due }).map((amount, index) => (
        <Button key={amount.amount} big onPress={() => paying.take(tender, amount)}>
          {index === 0 ? till.t('pay.exact', { amount: till.money(amount) }) : till.money(amount)}
        </Button>
      ))}
    </div>
  );
}

function Typed({ paying, phone }: PadProps & { readonly phone: boolean }): JSX.Element {
  const { till, state } = paying;
  const { typed, currency } = state.entry.value;
  const empty = phone ? state.phone.value === '' : typed === '';
  const shown = phone ? state.phone.value : `${typed} ${currency}`;
  return (
    <p class="typed amount" aria-live="polite">
      <span class="unseen">{till.t(phone ? 'pay.phone' : 'pay.amount')}</span>
      {empty ? <span class="muted">{till.t(phone ? 'pay.phoneHint' : 'pay.amountHint')}</span> : shown}
    </p>
  );
}

function PointKey({ paying }: PadProps): JSX.Element {
  const { state, till } = paying;
  const point = new Intl.NumberFormat(document.documentElement.lang || 'en').format(1.5).charAt(1);
  return (
    <Button
      disabled={state.entry.value.typed.includes('.')}
      label={till.t('pay.point')}
      onPress={() => paying.type('.')}
    >
      {point}
    </Button>
  );
}

function confirmText(paying: Paying): string {
  const { till, state, tender } = paying;
  const amount = amountOf(state.entry.value) ?? state.asked.value;
  const charged = amount === null || tender === undefined ? amount : chargedBy(tender, amount);
  const text = { amount: charged === null ? '' : till.money(charged), tender: tender?.name ?? '' };
  switch (tender === undefined ? 'cash' : flowOf(tender)) {
    case 'cash':
      return till.t('pay.takeCash', text);
    case 'hand':
      return till.t('pay.takeByHand', text);
    default:
      return till.t('pay.askFor', text);
  }
}
