import type { JSX } from 'preact';
import { Icon, IconButton } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import type { Selling } from './selling.js';

/** How many items a search shows. */
export const FOUND_MAX = 30;

/** Finds items by their name, SKU or code; Enter takes the first. What was typed before an item stands beside it. */
export function SearchField({ selling, inputRef }: SearchFieldProps): JSX.Element {
  const { till, search, typed, count } = selling;
  const leave = (): void => {
    search.value = '';
    inputRef.current?.blur();
  };
  return (
    <div class="sell-search">
      <label class="sell-search-field">
        <Icon name="search" />
        <span class="unseen">{t('sell.search')}</span>
        <input
          ref={inputRef}
          type="search"
          inputMode="search"
          enterkeyhint="done"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('sell.searchHint')}
          value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (takeFirst(selling)) leave();
          }}
        />
        <kbd aria-hidden="true">{till.keys.keysOf('search')[0]}</kbd>
      </label>
      {search.value !== '' && <IconButton icon="close" label={t('sell.searchClear')} variant="quiet" onPress={leave} />}
      {(typed.value !== '' || count.value !== null) && (
        <output class="sell-typed" aria-live="polite">
          {count.value === null ? '' : `${count.value} × `}
          {typed.value}
        </output>
      )}
    </div>
  );
}

interface SearchFieldProps {
  readonly selling: Selling;
  readonly inputRef: { current: HTMLInputElement | null };
}

function takeFirst(selling: Selling): boolean {
  const words = selling.search.value.trim();
  const [first] = words === '' ? [] : (selling.till.book.value?.search(words, 1) ?? []);
  if (first === undefined) return false;
  selling.want({ item: first, quantity: null, unitPrice: null });
  return true;
}
