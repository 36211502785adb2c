import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Bar, Button } from '../../../design/kit.js';
import type { MessageKey } from '../messages/translate.js';
import type { Paying } from './paying.js';
import type { LivePayment } from './sale-to-pay.js';

const WORDS: Readonly<Record<LivePayment['state'], MessageKey>> = {
  asking: 'pay.asking',
  pending: 'pay.pending',
  unknown: 'pay.unknown',
  no_answer: 'pay.noAnswer',
};

/** What the till waits for, and what can be done about it. Until it has ended no other payment is taken. */
export function WaitingPanel({ paying }: { readonly paying: Paying }): JSX.Element {
  const { state, till } = paying;
  const { value: live } = state.live;
  const risk = useSignal(false);
  if (live === null) return <p role="status">{state.doing.value ?? till.t('pay.booking')}</p>;
  const doubtful = live.state !== 'pending';
  return (
    <div class="waiting">
      <div role="status">
        <Bar kind="amber" icon="clock">
          {till.t(WORDS[live.state], { amount: till.money(live.amount) })}
        </Bar>
      </div>
      {live.state !== 'asking' && (
        <Button variant="primary" big onPress={() => paying.collecting.check()}>
          {till.t('pay.checkAgain')}
        </Button>
      )}
      {live.state !== 'asking' && !risk.value && (
        <Button big onPress={() => (doubtful ? (risk.value = true) : paying.collecting.giveUp())}>
          {till.t(doubtful ? 'pay.takeOther' : 'pay.stopAsking')}
        </Button>
      )}
      {risk.value && (
        <div class="risk" role="alert">
          <p>{till.t('pay.risk', { amount: till.money(live.amount) })}</p>
          <Button variant="danger" big onPress={() => paying.collecting.giveUp()}>
            {till.t('pay.takeOtherAnyway')}
          </Button>
          <Button big onPress={() => (risk.value = false)}>
            {till.t('pay.goOnWaiting')}
          </Button>
        </div>
      )}
    </div>
  );
}
