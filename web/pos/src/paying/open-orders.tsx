import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Order, OrderSummary } from '../../../../sdk/src/contract/models.js';
import { Button, List, ListRow } from '../../../design/kit.js';
import { standFor } from '../shell/standing.js';
import type { Till } from '../till.js';
import { payingOf } from './paying.js';
import { ReasonChoice } from './reason-choice.js';
import { refusalSentence } from './refusal-sentence.js';
import { placedFrom, SaleBooking } from './sale-booking.js';

const SHOWN = 50;

/** Orders of the outlet that nobody has settled: to be paid here, or given up. */
export function OpenOrders({ till }: { readonly till: Till }): JSX.Element {
  const orders = useSignal<readonly OrderSummary[]>([]);
  const problem = useSignal<string | null>(null);
  const online = till.online.value;
  const trying = async (work: () => Promise<void>): Promise<void> => {
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = refusalSentence(till, error);
    }
  };
  useEffect(() => {
    if (online) void trying(async () => void (orders.value = await openOrders(till)));
  }, [till, online]);
  const gone = (id: string): void => void (orders.value = orders.value.filter((order) => order.id !== id));
  return (
    <section class="open-orders" aria-label={till.t('receipts.open')}>
      <h2>{till.t('receipts.open')}</h2>
      {!online && <p>{till.t('receipts.openOffline')}</p>}
      {problem.value !== null && <p role="alert">{problem.value}</p>}
      {online && orders.value.length === 0 && <p>{till.t('receipts.openNone')}</p>}
      <List label={till.t('receipts.open')}>
        {orders.value.map((order) => (
          <OpenOrder key={order.id} {...{ till, order, trying }} gone={() => gone(order.id)} />
        ))}
      </List>
    </section>
  );
}

interface OpenOrderProps {
  readonly till: Till;
  readonly order: OrderSummary;
  readonly trying: (work: () => Promise<void>) => Promise<void>;
  readonly gone: () => void;
}

function OpenOrder({ till, order, trying, gone }: OpenOrderProps): JSX.Element {
  const voiding = useSignal(false);
  const pay = (): Promise<void> =>
    trying(async () => payingOf(till).beginOrder(await till.client().request<Order>('GET', `/pos/orders/${order.id}`)));
  const give = (reason: string): Promise<void> =>
    trying(async () => {
      if (await voided(till, order, reason)) gone();
    });
  const actions = (
    <span class="row-actions">
      <Button onPress={pay}>{till.t('receipts.pay')}</Button>
      <Button onPress={() => (voiding.value = !voiding.value)}>{till.t('receipts.void')}</Button>
    </span>
  );
  return (
    <ListRow end={actions}>
      <strong>{order.number}</strong> <span class="amount">{till.money(order.totals.due)}</span>
      {voiding.value && <VoidForm till={till} submit={give} />}
    </ListRow>
  );
}

function VoidForm({
  till,
  submit,
}: {
  readonly till: Till;
  readonly submit: (reason: string) => Promise<void>;
}): JSX.Element {
  const reason = useSignal('');
  const send = (): unknown => (reason.value.trim() === '' ? undefined : submit(reason.value.trim()));
  return (
    <div class="move-form">
      <ReasonChoice
        {...{ till, action: 'order.void', label: till.t('receipts.voidReason'), value: reason.value, autoFocus: true }}
        onValue={(value) => (reason.value = value)}
        onEnter={() => void send()}
      />
      <Button variant="danger" onPress={send}>
        {till.t('receipts.voidNow')}
      </Button>
    </div>
  );
}

async function openOrders(till: Till): Promise<readonly OrderSummary[]> {
  const query = { outletId: till.book.value?.outlet.id, status: 'open', limit: SHOWN };
  return (await till.client().request<{ data: OrderSummary[] }>('GET', '/pos/orders', { query, attempts: 2 })).data;
}

async function voided(till: Till, order: OrderSummary, reason: string): Promise<boolean> {
  const about = { what: till.t('pay.voidWhat'), amount: order.totals.total, reason };
  const standing = await standFor(till, {
    ...{ permission: 'orders:void', action: 'order.void', targetId: order.id },
    ...about,
  });
  if (standing === undefined) return false;
  await new SaleBooking(till).void(placedFrom(order), reason, standing.approver);
  return true;
}
