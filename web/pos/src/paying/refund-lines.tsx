import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { OrderLine } from '../../../../sdk/src/contract/models.js';
import { Button, IconButton } from '../../../design/kit.js';
import { ONE_PIECE, writeQuantity } from './decimal-text.js';
import { leftOfLine, stepLine, takeAll, toggleLine, type RefundDraft } from './refund-draft.js';
import type { Refunding } from './refunding.js';

interface LinesProps {
  readonly refunding: Refunding;
  readonly draft: RefundDraft;
  /** The line that keys act on. */
  readonly at: Signal<number>;
}

/** What was sold, and how much of it comes back. */
export function RefundLines({ refunding, draft, at }: LinesProps): JSX.Element {
  const { till } = refunding;
  const { order } = draft;
  return (
    <section aria-label={till.t('refund.lines')}>
      <p>
        {till.t('refund.of', { number: order.number, amount: till.money(order.totals.total) })}{' '}
        <Button onPress={() => refunding.change(takeAll)}>{till.t('refund.all')}</Button>
      </p>
      <ul class="list refund-lines">
        {order.lines.map((line, index) => (
          <Line key={line.id} {...{ refunding, draft, at, line, index }} />
        ))}
      </ul>
    </section>
  );
}

function Line({
  refunding,
  draft,
  at,
  line,
  index,
}: LinesProps & { readonly line: OrderLine; readonly index: number }): JSX.Element {
  const { till } = refunding;
  const left = leftOfLine(line);
  const back = draft.taken.get(line.id) ?? 0n;
  const amounts = { back: writeQuantity(back), left: writeQuantity(left) };
  const toggle = (): void => {
    at.value = index;
    refunding.change((one) => toggleLine(one, line.id));
  };
  return (
    <li>
      <Button wide pressed={back > 0n} current={index === at.value} disabled={left <= 0n} onPress={toggle}>
        {line.name} <span class="amount">{till.money(line.total)}</span>
        <br />
        <span>{left <= 0n ? till.t('refund.cameBack') : till.t('refund.quantity', amounts)}</span>
      </Button>
      {left > ONE_PIECE && left % ONE_PIECE === 0n && <Steps refunding={refunding} line={line} />}
    </li>
  );
}

function Steps({ refunding, line }: Pick<LinesProps, 'refunding'> & { readonly line: OrderLine }): JSX.Element {
  const { till } = refunding;
  const step = (by: 1 | -1): void => refunding.change((draft) => stepLine(draft, line.id, by));
  return (
    <>
      <IconButton icon="minus" label={till.t('refund.fewer', { name: line.name })} onPress={() => step(-1)} />
      <IconButton icon="plus" label={till.t('refund.more', { name: line.name })} onPress={() => step(1)} />
    </>
  );
}
