import { SourceFailed } from '../domain/source-failed.js';
import type { CatalogueSource, SourcePage, SourceQuestion } from '../ports/catalogue-source.js';

const PAGES_MAX = 20_000;

/**
 * The pages of a listing, one after the other.
 * @param first the first one, where it was fetched already
 * @throws SourceForgot, SourceFailed.
 */
export async function* pagesOf(
  source: CatalogueSource,
  question: Omit<SourceQuestion, 'cursor'>,
  first?: SourcePage,
): AsyncGenerator<SourcePage> {
  let cursor: string | null = null;
  for (let count = 0; count < PAGES_MAX; count += 1) {
    const page: SourcePage = count === 0 && first !== undefined ? first : await source.page({ ...question, cursor });
    yield page;
    if (page.nextCursor === null) return;
    if (page.nextCursor === cursor) throw new SourceFailed('the source sent the same cursor twice', false);
    cursor = page.nextCursor;
  }
  throw new SourceFailed(`the source sent more than ${PAGES_MAX} pages`, false);
}
