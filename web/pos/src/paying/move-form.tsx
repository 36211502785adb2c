import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Field } from '../../../design/kit.js';
import type { MessageKey } from '../messages/translate.js';
import { amountOf, emptyEntry, typedText, type AmountEntry } from './amount-entry.js';
import type { CashMove, DrawerDesk } from './drawer-desk.js';
import { ReasonChoice } from './reason-choice.js';

type Kind = CashMove['kind'] | 'drawer.no_sale';
interface MoveProps {
  readonly desk: DrawerDesk;
  readonly kind: Kind;
  readonly done: () => void;
}
interface Typed {
  readonly amount: Signal<AmountEntry>;
  readonly reason: Signal<string>;
  readonly proof: Signal<string>;
}

/** How much goes in or out, and why. */
export function MoveForm({ desk, kind, done }: MoveProps): JSX.Element {
  const { till } = desk;
  const typed = {
    amount: useSignal(emptyEntry(desk.drawer?.currency ?? 'XXX')),
    reason: useSignal(''),
    proof: useSignal(''),
  };
  const problem = useSignal<MessageKey | undefined>(undefined);
  const submit = async (): Promise<void> => {
    problem.value = missing(kind, typed);
    if (problem.value === undefined && (await send(desk, kind, typed))) done();
  };
  return (
    <div class="move-form">
      <Fields desk={desk} kind={kind} typed={typed} submit={submit} />
      {problem.value !== undefined && <p role="alert">{till.t(problem.value)}</p>}
      <div class="actions">
        <Button onPress={done}>{till.t('common.cancel')}</Button>
        <Button variant="primary" big onPress={submit}>
          {till.t(isMove(kind) ? `kind.${kind}` : 'drawer.noSale')}
        </Button>
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly desk: DrawerDesk;
  readonly kind: Kind;
  readonly typed: Typed;
  readonly submit: () => Promise<void>;
}

function Fields({ desk, kind, typed, submit }: FieldsProps): JSX.Element {
  const { till } = desk;
  const { amount, reason, proof } = typed;
  const { currency } = amount.value;
  const onEnter = (): void => void submit();
  const moves = isMove(kind);
  const proves = kind === 'drawer.paid_out' || kind === 'drawer.skim';
  const proofLabel = till.t(kind === 'drawer.skim' ? 'drawer.bag' : 'drawer.proof');
  return (
    <>
      {moves && (
        <Field
          {...{
            label: till.t('drawer.amount', { currency }),
            value: amount.value.typed,
            inputMode: 'decimal',
            autoFocus: true,
          }}
          onValue={(text) => (amount.value = typedText(currency, text))}
        />
      )}
      <ReasonChoice
        {...{ till, action: kind, label: till.t('drawer.reason'), value: reason.value, autoFocus: !moves, onEnter }}
        onValue={(text) => (reason.value = text)}
      />
      {proves && (
        <Field
          {...{ label: proofLabel, value: proof.value, maxLength: 64, onEnter }}
          onValue={(text) => (proof.value = text)}
        />
      )}
    </>
  );
}

function isMove(kind: Kind): kind is CashMove['kind'] {
  return kind !== 'drawer.no_sale';
}

function missing(kind: Kind, { amount, reason, proof }: Typed): MessageKey | undefined {
  if (kind !== 'drawer.no_sale' && (amountOf(amount.value)?.amount ?? 0) === 0) return 'drawer.amountMissing';
  if (reason.value.trim() === '') return 'drawer.reasonMissing';
  return kind === 'drawer.paid_out' && proof.value.trim() === '' ? 'drawer.proofMissing' : undefined;
}

async function send(desk: DrawerDesk, kind: Kind, { amount, reason, proof }: Typed): Promise<boolean> {
  const said = { reason: reason.value.trim(), receiptReference: proof.value.trim() };
  const money = amountOf(amount.value);
  if (kind === 'drawer.no_sale') return desk.noSale(said.reason);
  const category = kind === 'drawer.paid_out' ? 'petty_cash' : '';
  return money !== null && desk.move({ kind, amount: money, category, ...said });
}
