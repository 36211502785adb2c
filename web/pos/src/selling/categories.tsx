import type { JSX } from 'preact';
import { Button } from '../../../design/kit.js';
import { hueOf } from './category-hue.js';
import type { Selling } from './selling.js';

/** The categories of the book, each with its colour and always with its name. */
export function Categories({ selling }: { readonly selling: Selling }): JSX.Element | null {
  const { till, category, search } = selling;
  const categories = till.book.value?.categories() ?? [];
  if (categories.length < 2 || search.value !== '') return null;
  const choose = (wanted: string | null): void => {
    category.value = wanted;
  };
  return (
    <nav class="sell-categories" aria-label={till.t('sell.categories')}>
      <Button pressed={category.value === null} onPress={() => choose(null)}>
        {till.t('sell.allCategories')}
      </Button>
      {categories.map((name) => (
        <Button
          key={name}
          class={`sell-hue sell-hue-${hueOf(name, categories)}`}
          pressed={category.value === name}
          onPress={() => choose(name)}
        >
          {name}
        </Button>
      ))}
    </nav>
  );
}
