import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Bar, Button, Field } from '../../../design/kit.js';
import { useKeys } from '../selling/use-keys.js';
import type { ScreenProps } from '../till.js';
import { RefundLines } from './refund-lines.js';
import { RefundWhy, reasonsOf } from './refund-why.js';
import { stepLine, takeAll, toggleLine, worthOfRefund } from './refund-draft.js';
import { refundingOf, type Refunding } from './refunding.js';
import { useSpace } from './use-space.js';
import './paying.css';

/** Money back for goods of a sale. After the scan of the receipt: a line, a reason, Enter. */
export function RefundScreen({ till }: ScreenProps): JSX.Element {
  const refunding = refundingOf(till);
  const at = useSignal(0);
  useEffect(
    () => till.onScan((code) => void (till.sound('good'), (at.value = 0), refunding.find(code))),
    [till, refunding],
  );
  useRefundKeys(refunding, at);
  const { value: draft } = refunding.draft;
  return (
    <main class="refund-screen">
      <h1>{till.t('refund.title')}</h1>
      {refunding.problem.value !== null && (
        <div role="alert">
          <Bar kind="amber" icon="warning">
            {refunding.problem.value}
          </Bar>
        </div>
      )}
      <GivenBack refunding={refunding} />
      {draft === null ? (
        <Finder refunding={refunding} />
      ) : (
        <>
          <RefundLines refunding={refunding} draft={draft} at={at} />
          <RefundWhy refunding={refunding} draft={draft} />
        </>
      )}
    </main>
  );
}

function Finder({ refunding }: { readonly refunding: Refunding }): JSX.Element {
  const { till } = refunding;
  const code = useSignal('');
  const find = (): Promise<void> => refunding.find(code.value);
  return (
    <div class="refund-find">
      <Field
        {...{
          label: till.t('refund.code'),
          hint: till.t('refund.codeHint'),
          value: code.value,
          autoFocus: true,
          maxLength: 100,
        }}
        onValue={(value) => (code.value = value)}
        onEnter={() => void find()}
      />
      <Button variant="primary" big onPress={find}>
        {till.t('refund.find')}
      </Button>
      <Button big onPress={() => till.go('receipts')}>
        {till.t('refund.last')}
      </Button>
    </div>
  );
}

function GivenBack({ refunding }: { readonly refunding: Refunding }): JSX.Element | null {
  const { till } = refunding;
  const { value: done } = refunding.done;
  if (done === null) return null;
  return (
    <div role="status" class="done-words">
      <p>{till.t('refund.giveBack')}</p>
      <p class="change amount">{till.money(worthOfRefund(done))}</p>
    </div>
  );
}

function useRefundKeys(refunding: Refunding, at: { value: number }): void {
  const { till } = refunding;
  const lines = refunding.draft.value?.order.lines ?? [];
  const act = (change: Parameters<Refunding['change']>[0]): boolean | undefined => {
    if (refunding.draft.value === null) return false;
    refunding.change(change);
    return undefined;
  };
  const lineId = (): string => lines[at.value]?.id ?? '';
  const move = (step: number): void => void (at.value = Math.max(0, Math.min(lines.length - 1, at.value + step)));
  useKeys(till, {
    actions: {
      up: () => move(-1),
      down: () => move(1),
      more: () => act((draft) => stepLine(draft, lineId(), 1)),
      fewer: () => act((draft) => stepLine(draft, lineId(), -1)),
      times: () => act(takeAll),
      confirm: () => (refunding.draft.value === null ? false : void refunding.confirm()),
      back: () => leave(refunding),
    },
    amount: (key) => {
      const reason = reasonsOf(till)[Number(key) - 1];
      return reason === undefined ? false : act((draft) => ({ ...draft, reason }));
    },
  });
  useSpace(() => refunding.change((draft) => toggleLine(draft, lineId())));
}

function leave(refunding: Refunding): void {
  if (refunding.draft.value === null) refunding.till.go('sell');
  refunding.draft.value = null;
  refunding.problem.value = null;
}
