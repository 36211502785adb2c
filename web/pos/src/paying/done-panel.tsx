import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../design/kit.js';
import type { Till } from '../till.js';
import { KeptValue } from './kept-value.js';
import type { Paying } from './paying.js';

/** The change in large digits, until the next scan begins the next sale. */
export function DonePanel({ paying }: { readonly paying: Paying }): JSX.Element | null {
  const { till, state } = paying;
  const { value: paid } = state.done;
  useEffect(() => {
    if (paid?.receipt != null && printsEach().read() === true) till.print(paid.receipt);
  }, [till, paid]);
  if (paid === null) return null;
  const { receipt, receiptNumber } = paid;
  return (
    <main class="pay-screen done">
      <div role="status" class="done-words">
        <h1>{till.t('pay.done')}</h1>
        <p>{till.t('pay.change')}</p>
        <p class="change amount">{till.money(paid.change)}</p>
        <p class="total">{till.t('pay.doneTotal', { amount: till.money(paid.total) })}</p>
        {receiptNumber !== null && <p class="muted">{till.t('pay.receiptNumber', { number: receiptNumber })}</p>}
      </div>
      <div class="done-work">
        <Button variant="primary" big hint="Enter" autoFocus onPress={() => paying.next()}>
          {till.t('pay.next')}
        </Button>
        <Button
          big
          icon="printer"
          blocked={receipt === null ? till.t('pay.noReceipt') : undefined}
          onPress={() => receipt !== null && till.print(receipt)}
        >
          {till.t('pay.print')}
        </Button>
        <PrintEach till={till} />
      </div>
    </main>
  );
}

function PrintEach({ till }: { readonly till: Till }): JSX.Element {
  const kept = printsEach();
  return (
    <label class="check">
      <input
        type="checkbox"
        defaultChecked={kept.read() === true}
        onChange={(event) => kept.write(event.currentTarget.checked ? true : null)}
      />
      {till.t('pay.printEach')}
    </label>
  );
}

function printsEach(): KeptValue<boolean> {
  return new KeptValue<boolean>('pos.print-each');
}
