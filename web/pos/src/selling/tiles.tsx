import { useComputed, useSignal } from '@preact/signals';
import type { JSX, VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { hueOf } from './category-hue.js';
import { FOUND_MAX } from './search-field.js';
import type { BookItem } from './sdk-types.js';
import type { Selling } from './selling.js';

/** Tiles that are drawn at once; more come when the end of them is near. */
const STEP = 60;

/** What can be sold: the items of the category, or what the search finds. */
export function Tiles({ selling }: { readonly selling: Selling }): JSX.Element {
  const { till, search, category } = selling;
  const shown = useSignal(STEP);
  const items = useComputed(() => {
    const words = search.value.trim();
    const book = till.book.value;
    return words === '' ? (book?.tiles(category.value) ?? []) : (book?.search(words, FOUND_MAX) ?? []);
  });
  const list = useRef<HTMLUListElement>(null);
  const draw = useMemo(() => tileDrawer(selling), [selling]);
  const asked = `${category.value ?? ''}|${search.value}`;
  useEffect(() => {
    shown.value = STEP;
    list.current?.parentElement?.scrollTo(0, 0);
  }, [asked, shown]);
  const all = items.value;
  const categories = till.book.value?.categories() ?? [];
  return (
    <div class="sell-tiles">
      <ul ref={list} aria-label={till.t('sell.tiles')}>
        {all.slice(0, shown.value).map((item) => draw(item, hueOf(item.category, categories)))}
      </ul>
      {all.length === 0 && <NothingFound selling={selling} />}
      {all.length > shown.value && <Further onNear={() => (shown.value += STEP)} at={shown.value} />}
    </div>
  );
}

/** Draws tiles, and gives out the same drawing again for an item that is shown already: most are, from letter to letter. */
function tileDrawer(selling: Selling): (item: BookItem, hue: number) => VNode {
  const drawn = new WeakMap<BookItem, { readonly hue: number; readonly node: VNode }>();
  return (item, hue) => {
    const before = drawn.get(item);
    if (before?.hue === hue) return before.node;
    const node = <Tile key={item.sku} selling={selling} item={item} hue={hue} />;
    drawn.set(item, { hue, node });
    return node;
  };
}

function NothingFound({ selling: { till, search } }: { readonly selling: Selling }): JSX.Element {
  const words = search.value.trim();
  const text = words === '' ? till.t('sell.noItems') : till.t('sell.noneFound', { words });
  return (
    <p class="sell-empty" role="status">
      {text}
    </p>
  );
}

/** Asks for more when it comes near the visible part. */
function Further({ onNear, at }: { readonly onNear: () => void; readonly at: number }): JSX.Element {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  latest.current = onNear;
  useEffect(() => {
    const { current } = end;
    if (current === null) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) latest.current();
      },
      { rootMargin: '400px' },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, [at]);
  return <div ref={end} class="sell-further" />;
}

interface TileProps {
  readonly selling: Selling;
  readonly item: BookItem;
  readonly hue: number;
}

function Tile({ selling, item, hue }: TileProps): JSX.Element {
  const { till } = selling;
  const soldOut = till.book.value?.isSoldOut(item.sku) === true;
  const [picture] = item.images;
  const press = (): void => {
    if (soldOut) till.say(till.t('sell.soldOutSaid', { name: item.name }));
    else selling.want({ item, quantity: null, unitPrice: null });
  };
  return (
    <li>
      <button
        type="button"
        class={`sell-tile sell-hue sell-hue-${hue}`}
        aria-disabled={soldOut ? true : undefined}
        onClick={press}
      >
        {picture !== undefined && <img src={picture} alt="" loading="lazy" decoding="async" width="96" height="64" />}
        <span class="sell-tile-name">{soldOut ? <s>{item.name}</s> : item.name}</span>
        <span class="sell-tile-more">
          <span class="sell-tile-category">{soldOut ? till.t('sell.soldOut') : item.category}</span>
          <span class="amount">{item.openPrice ? till.t('sell.openPrice') : till.money(item.price)}</span>
        </span>
      </button>
    </li>
  );
}
