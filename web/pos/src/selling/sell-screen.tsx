import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { AddingBar } from '../paying/adding-bar.js';
import type { ScreenProps } from '../till.js';
import { BasketPanel } from './basket-panel.js';
import { oneFewer, oneMore, selectNeighbour } from './basket-lines.js';
import { Categories } from './categories.js';
import { SearchField } from './search-field.js';
import { SellSheets } from './sell-sheets.js';
import './selling.css';
import './selling-basket.css';
import { sellingOf, type Selling } from './selling.js';
import { TablesStrip } from './tables-strip.js';
import { Tiles } from './tiles.js';
import { UnknownCodePanel } from './unknown-code-panel.js';
import { useKeys } from './use-keys.js';

/** Whether the basket covers the tiles, where the screen is too small for both. */
const basketOpen = signal(false);

/** The selling screen: what can be sold on the left, what is being sold on the right. */
export function SellScreen({ till }: ScreenProps): JSX.Element {
  const selling = sellingOf(till);
  const search = useRef<HTMLInputElement>(null);
  const strip = useRef<HTMLElement>(null);
  useKeys(till, { actions: actionsOf(selling, search, strip), amount: (key) => selling.type(key) });
  useEffect(() => () => void (basketOpen.value = false), []);
  return (
    <main class={selling.basket.value.lines.length === 0 ? 'sell' : 'sell with-lines'}>
      <h1 class="unseen">{till.t('head.sell')}</h1>
      <section class="sell-offer" aria-label={till.t('sell.offer')}>
        <AddingBar till={till} />
        <SearchField selling={selling} inputRef={search} />
        <UnknownCodePanel selling={selling} />
        <TablesStrip selling={selling} stripRef={strip} />
        <Categories selling={selling} />
        <Tiles selling={selling} />
      </section>
      <BasketPanel selling={selling} open={basketOpen} />
      <SellSheets selling={selling} />
    </main>
  );
}

type Actions = NonNullable<Parameters<typeof useKeys>[1]['actions']>;

interface Place<Kind extends HTMLElement> {
  readonly current: Kind | null;
}

function actionsOf(selling: Selling, search: Place<HTMLInputElement>, strip: Place<HTMLElement>): Actions {
  const { till } = selling;
  const onSelected = (run: (lineId: string) => unknown) => () => {
    const { selected } = selling.basket.value;
    return selected === null ? false : run(selected);
  };
  return {
    search: () => search.current?.focus(),
    modify: onSelected((lineId) => (selling.sheet.value = { kind: 'line', lineId })),
    customer: () => (selling.sheet.value = { kind: 'customer' }),
    discount: () => selling.askDiscount(),
    hold: () => void selling.held.hold(),
    held: () => till.go('held'),
    pay: () => void selling.pay(),
    lastReceipt: () => till.go('receipts'),
    tables: () => selling.tables.openTyped() || strip.current?.querySelector('button')?.focus(),
    fire: () => void selling.tables.send(),
    more: onSelected((lineId) => selling.change((basket) => oneMore(basket, lineId))),
    fewer: onSelected((lineId) => selling.change((basket) => oneFewer(basket, lineId))),
    remove: onSelected((lineId) => selling.remove(lineId)),
    up: () => selling.select((basket) => selectNeighbour(basket, -1)),
    down: () => selling.select((basket) => selectNeighbour(basket, 1)),
    times: () => selling.multiply(),
    confirm: () => selling.enterTyped(),
    back: () => backFrom(selling, search.current),
  };
}

/** Escape goes back one step and never touches the basket. */
function backFrom(selling: Selling, search: HTMLInputElement | null): boolean {
  const { unknown, typed, count, search: words, category } = selling;
  if (unknown.value !== null) unknown.value = null;
  else if (typed.value !== '' || count.value !== null) selling.clearTyped();
  else if (words.value !== '') words.value = '';
  else if (basketOpen.value) basketOpen.value = false;
  else if (document.activeElement === search) search?.blur();
  else if (category.value !== null) category.value = null;
  else return false;
  return true;
}
