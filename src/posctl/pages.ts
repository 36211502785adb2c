import type { ApiClient } from './api-client.js';

interface Page<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

const PAGE_MAX = 200;

/**
 * Reads a list page by page, up to a limit.
 * @param filters query parameters; those without a value are left out.
 * @throws CommandError when a page is refused.
 */
export async function readPages<Row>(
  client: ApiClient,
  path: string,
  filters: Readonly<Record<string, string | undefined>>,
  limit: number,
): Promise<Row[]> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.set(name, value);
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null && rows.length < limit;) {
    if (cursor !== '') query.set('cursor', cursor);
    query.set('limit', String(Math.min(PAGE_MAX, limit - rows.length)));
    const page: Page<Row> = await client.json<Page<Row>>({ method: 'GET', path: `${path}?${query.toString()}` });
    rows.push(...page.data);
    cursor = page.data.length === 0 ? null : page.nextCursor;
  }
  return rows;
}

/**
 * Reads a list that is asked for by POST and changes nothing, page by page. A page that fails may be asked for again.
 * @param cursor where an earlier run stopped.
 */
export async function* postPages<Answer extends Page<unknown>>(
  client: ApiClient,
  path: string,
  wish: Readonly<Record<string, unknown>>,
  cursor?: string,
): AsyncGenerator<Answer> {
  for (let next: string | null = cursor ?? ''; next !== null;) {
    const body = JSON.stringify({ ...wish, ...(next === '' ? {} : { cursor: next }) });
    const page: Answer = await client.json<Answer>({ method: 'POST', path, body });
    next = page.nextCursor;
    yield page;
  }
}
