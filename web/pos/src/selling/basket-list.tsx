import { useComputed } from '@preact/signals';
import type { JSX, VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button, IconButton } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { oneFewer, oneMore, selectLine } from './basket-lines.js';
import { basketRows, type BasketRow } from './basket-rows.js';
import { isSameValue } from './same-value.js';
import type { Selling } from './selling.js';

/** The rows of the basket. The selected one shows what can be done with it and is kept in view. */
export function BasketList({ selling }: { readonly selling: Selling }): JSX.Element {
  const { till, basket, pricing } = selling;
  const list = useRef<HTMLOListElement>(null);
  const rows = useComputed(() => basketRows(basket.value, pricing.priced.value?.order ?? null));
  const currency = pricing.priced.value?.order.totals.total.currency ?? '';
  const draw = useMemo(() => rowDrawer(selling), [selling]);
  const { selected } = basket.value;
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selected, rows.value.length]);
  if (rows.value.length === 0) {
    return (
      <p class="sell-rows sell-empty" role="status">
        {till.t('sell.emptyBasket')}
      </p>
    );
  }
  return (
    <ol ref={list} class="sell-rows" aria-label={till.t('sell.lines')}>
      {rows.value.map((row) => draw(row, row.id === selected, currency))}
    </ol>
  );
}

type DrawRow = (row: BasketRow, selected: boolean, currency: string) => VNode;

/**
 * Draws rows, and gives out the same drawing again for a row in which nothing changed: of a hundred rows one scan then costs two.
 */
function rowDrawer(selling: Selling): DrawRow {
  let drawn = new Map<string, { readonly props: RowProps; readonly node: VNode }>();
  return (row, selected, currency) => {
    const before = drawn.get(row.id);
    const props = { selling, row, selected, currency };
    if (before !== undefined && isSameRow(before.props, props)) return before.node;
    const node = <Row key={row.id} {...props} />;
    // Rows of sales long gone are forgotten.
    if (drawn.size > 2 * selling.basket.peek().lines.length + 50) drawn = new Map();
    drawn.set(row.id, { props, node });
    return node;
  };
}

function isSameRow(one: RowProps, other: RowProps): boolean {
  return one.selected === other.selected && one.currency === other.currency && isSameValue(one.row, other.row);
}

interface RowProps {
  readonly selling: Selling;
  readonly row: BasketRow;
  readonly selected: boolean;
  readonly currency: string;
}

function Row({ selling, row, selected, currency }: RowProps): JSX.Element {
  const { till } = selling;
  const { id, name, quantity, details, note, gross, off, sent } = row;
  const amount = (minor: number): string => till.money({ amount: minor, currency });
  return (
    <li class={selected ? 'sell-row selected' : 'sell-row'} aria-current={selected ? 'true' : undefined}>
      <button type="button" class="sell-row-main" onClick={() => selling.select((basket) => selectLine(basket, id))}>
        <span class="sell-row-quantity amount">{quantity}</span>
        <span class="sell-row-name">
          {name}
          {details.length > 0 && <span class="muted">{details.join(', ')}</span>}
          {sent && <span class="sell-row-sent">{t('table.rowSent')}</span>}
          {note !== null && <span class="sell-row-note">{note}</span>}
          {off !== 0 && <span class="sell-row-off">{till.t('sell.rowDiscount', { amount: amount(-off) })}</span>}
        </span>
        <span class="amount">{gross === null ? '…' : amount(gross)}</span>
      </button>
      {selected && <RowTools selling={selling} row={row} />}
    </li>
  );
}

function RowTools({
  selling,
  row: { id, name, quantity },
}: {
  readonly selling: Selling;
  readonly row: BasketRow;
}): JSX.Element {
  const ask = (kind: 'line' | 'lineQuantity'): void => {
    selling.sheet.value = { kind, lineId: id };
  };
  return (
    <div class="sell-row-tools">
      <IconButton
        icon="minus"
        label={t('sell.oneFewer', { name })}
        onPress={() => selling.change((basket) => oneFewer(basket, id))}
      />
      <Button
        class="sell-row-count"
        label={t('sell.setQuantity', { name, quantity })}
        onPress={() => ask('lineQuantity')}
      >
        {quantity}
      </Button>
      <IconButton
        icon="plus"
        label={t('sell.oneMore', { name })}
        onPress={() => selling.change((basket) => oneMore(basket, id))}
      />
      <IconButton icon="note" label={t('sell.modify', { name })} onPress={() => ask('line')} />
      <IconButton icon="discount" label={t('sell.discountOf', { name })} onPress={() => selling.askDiscount(id)} />
      <IconButton icon="remove" label={t('sell.remove', { name })} onPress={() => selling.remove(id)} />
    </div>
  );
}
