import type { JSX } from 'preact';
import { Button, List, ListRow } from '../../../design/kit.js';
import { tendersOf } from './book-facts.js';
import { leftOf, type PaySession } from './pay-session.js';
import type { Paying } from './paying.js';

/** What was paid so far, what is left, and the way back. */
export function TakenList({ paying }: { readonly paying: Paying }): JSX.Element | null {
  const { state, till } = paying;
  const { value: session } = state.session;
  if (session === null) return null;
  const releasable = state.placed.value !== null && session.taken.length === 0 && state.stage.value === 'paying';
  return (
    <>
      <dl class="pay-sums">
        <dt>{till.t('pay.billTotal')}</dt>
        <dd class="amount">{till.money(session.bill)}</dd>
        {session.taken.length > 0 && (
          <>
            <dt>{till.t('pay.left')}</dt>
            <dd class="amount">{till.money(leftOf(session))}</dd>
          </>
        )}
      </dl>
      {session.taken.length > 0 && <Taken paying={paying} session={session} />}
      {session.taken.length === 0 && !state.splitting.value && <BillLines paying={paying} />}
      {paying.adding.isOpen && (
        <Button icon="plus" onPress={() => paying.adding.begin()}>
          {till.t('pay.addItems')}
        </Button>
      )}
      {releasable && <Button onPress={() => paying.release()}>{till.t('pay.release')}</Button>}
    </>
  );
}

/** What the guest pays for, where there is room. */
function BillLines({ paying }: { readonly paying: Paying }): JSX.Element | null {
  const { state, till } = paying;
  const { value: sale } = state.sale;
  if (sale === null) return null;
  return (
    <ul class="list bill-lines" aria-label={till.t('pay.billLines')}>
      {sale.order.lines.map(({ id, quantity, name, total }) => (
        <li key={id}>
          <span class="grow">
            {quantity} × {name}
          </span>
          <span class="amount">{till.money(total)}</span>
        </li>
      ))}
    </ul>
  );
}

function Taken({ paying, session }: { readonly paying: Paying; readonly session: PaySession }): JSX.Element {
  const { till } = paying;
  const nameOf = (code: string): string => tendersOf(till).find((one) => one.code === code)?.name ?? code;
  const undo = <Button onPress={() => paying.undo()}>{till.t('common.undo')}</Button>;
  const last = session.taken.at(-1);
  return (
    <List label={till.t('pay.taken')}>
      {session.taken.map((payment) => (
        <ListRow key={payment.id} end={payment === last && !payment.booked && undo}>
          {nameOf(payment.tender)} <span class="amount">{till.money(payment.pays)}</span>
        </ListRow>
      ))}
    </List>
  );
}
