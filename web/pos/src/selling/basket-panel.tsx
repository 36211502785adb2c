import { useComputed, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, IconButton, Segmented } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { payingOf } from '../paying/paying.js';
import { ageToCheck, bornBy } from './basket-rows.js';
import { BasketList } from './basket-list.js';
import { TILL_CHANNELS } from './basket.js';
import { BasketTotals } from './basket-totals.js';
import { refusalText } from './refusal-text.js';
import type { Selling } from './selling.js';
import { dayText, timeText, todayAt } from './shown-times.js';

/** What is being sold, its total, and the way to the money. On a small screen it is a sheet over the tiles. */
export function BasketPanel({
  selling,
  open,
}: {
  readonly selling: Selling;
  readonly open: Signal<boolean>;
}): JSX.Element {
  return (
    <section class={open.value ? 'sell-basket open' : 'sell-basket'} aria-label={t('sell.basket')}>
      <Announcer selling={selling} />
      <div class="sell-basket-inside">
        <BasketHead selling={selling} />
        <Notices selling={selling} />
        <BasketList selling={selling} />
        <BasketTotals selling={selling} />
        <BasketTools selling={selling} />
      </div>
      <BasketFoot selling={selling} open={open} />
    </section>
  );
}

function BasketHead({ selling }: PanelProps): JSX.Element {
  const { basket, sheet } = selling;
  const { customer, channel } = basket.value;
  return (
    <div class="sell-basket-head">
      <Segmented
        label={t('sell.channel')}
        options={TILL_CHANNELS.map((value) => ({ value, text: t(`sell.channel.${value}`) }))}
        value={channel}
        onValue={(value) => void selling.change((now) => ({ ...now, channel: value }))}
      />
      <Button icon="customer" class="sell-customer" onPress={() => (sheet.value = { kind: 'customer' })}>
        {customer?.name ?? t('sell.noCustomer')}
      </Button>
    </div>
  );
}

/** What the cashier has to know before taking money. */
function Notices({ selling }: PanelProps): JSX.Element | null {
  const { till, basket, pricing, pricesUpdatedAt, locked } = selling;
  const age = ageToCheck(basket.value, (sku) => till.book.value?.bySku(sku)?.minimumAge ?? null);
  const trouble = pricing.trouble.value;
  const updated = pricesUpdatedAt.value;
  if (age === null && trouble === null && updated === null && !locked.value) return null;
  const born = age === null ? '' : bornBy(todayAt(till), age);
  return (
    <ul class="sell-notices">
      {locked.value && (
        <li class="amber">
          {t('sell.locked')} <Button onPress={() => till.go('pay')}>{t('sell.toPay')}</Button>
        </li>
      )}
      {trouble !== null && (
        <li class="danger" role="alert">
          {refusalText(trouble, basket.value.lines.find(({ id }) => id === trouble.lineId)?.name)}
        </li>
      )}
      {age !== null && <li class="amber">{t('sell.checkAge', { age, born: dayText(born) })}</li>}
      {updated !== null && <li>{t('prices.updated', { time: timeText(till, updated) })}</li>}
    </ul>
  );
}

function BasketTools({ selling }: PanelProps): JSX.Element {
  const { till, basket, held, sheet } = selling;
  const { keys } = till;
  const empty = basket.value.lines.length === 0;
  const waiting = held.rows.value.length;
  return (
    <div class="sell-tools">
      <Button {...hint(keys.keysOf('hold'))} onPress={() => held.hold()}>
        {t('sell.hold')}
      </Button>
      <Button {...hint(keys.keysOf('held'))} onPress={() => till.go('held')}>
        {waiting === 0 ? t('sell.heldList') : t('sell.heldListCount', { n: waiting })}
      </Button>
      <Button {...hint(keys.keysOf('discount'))} disabled={empty} onPress={() => selling.askDiscount()}>
        {t('sell.discount')}
      </Button>
      <IconButton icon="menu" label={t('sell.more')} onPress={() => (sheet.value = { kind: 'more' })} />
    </div>
  );
}

/** Always on the screen: how many, how much, and Pay where a thumb reaches it. */
function BasketFoot({ selling, open }: PanelProps & { readonly open: Signal<boolean> }): JSX.Element {
  const { till, pieces, pricing, basket } = selling;
  const { keys } = till;
  const total = pricing.priced.value?.order.totals.total;
  const amount = total === undefined || basket.value.lines.length === 0 ? null : till.money(total);
  const toggle = (): void => {
    open.value = !open.value;
  };
  return (
    <div class={selling.tables.canSend ? 'sell-foot with-fire' : 'sell-foot'}>
      <button type="button" class="sell-summary" aria-expanded={open.value} onClick={toggle}>
        <span class="unseen">{open.value ? t('sell.hideBasket') : t('sell.showBasket')}</span>
        <Count selling={selling} />
        <span class="total">{amount ?? '–'}</span>
      </button>
      <div class="sell-sum">
        <Count selling={selling} />
        <span class="total">{amount ?? '–'}</span>
      </div>
      {selling.tables.canSend && (
        <Button big {...hint(keys.keysOf('fire').slice(1))} onPress={() => selling.tables.send()}>
          {t('table.send')}
        </Button>
      )}
      <Button
        variant="primary"
        big
        icon="cash"
        {...hint(keys.keysOf('pay'))}
        disabled={pieces.value === 0 && payingOf(till).adding.order.value === null}
        onPress={() => selling.pay()}
      >
        {t('sell.pay')}
      </Button>
    </div>
  );
}

/** How many there are, and for which table. */
function Count({ selling: { basket, pieces } }: PanelProps): JSX.Element {
  const { table } = basket.value;
  const many = t('sell.pieces', { n: pieces.value });
  if (table === null) return <span>{many}</span>;
  return (
    <span>
      <strong class="sell-table-in-hand">{t('table.named', { name: table.name })}</strong> · {many}
    </span>
  );
}

/** Says to who cannot see it what was added and what it comes to. */
function Announcer({ selling }: PanelProps): JSX.Element {
  const { till, lastAdded, pricing } = selling;
  const text = useComputed(() => {
    const added = lastAdded.value;
    const total = pricing.priced.value?.order.totals.total;
    if (added === null || total === undefined) return '';
    return till.t('sell.announce', { ...added, total: till.money(total) });
  });
  return (
    <p class="unseen" aria-live="polite">
      {text}
    </p>
  );
}

interface PanelProps {
  readonly selling: Selling;
}

function hint(keys: readonly string[]): { readonly hint?: string } {
  const [first] = keys;
  return first === undefined ? {} : { hint: first };
}
