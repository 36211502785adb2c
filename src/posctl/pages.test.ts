import type { ApiClient, ApiRequest } from './api-client.js';
import { postPages } from './pages.js';

/** A service whose list has three pages. */
function threePages(): { client: ApiClient; asked: unknown[] } {
  const asked: unknown[] = [];
  const next: Record<string, string | null> = { '': 'b', b: 'c', c: null };
  const json = (request: ApiRequest): Promise<unknown> => {
    const body = JSON.parse(request.body ?? '') as { cursor?: string };
    asked.push(body);
    const { cursor = '' } = body;
    return Promise.resolve({ data: [cursor], nextCursor: next[cursor] });
  };
  return { client: { json } as unknown as ApiClient, asked };
}

test.each([
  ['from the beginning', undefined, ['', 'b', 'c']],
  ['from where an earlier run stopped', 'b', ['b', 'c']],
])('a list that is asked for by POST is read to its end %s', async (_, cursor, expected) => {
  const { client, asked } = threePages();
  const seen: unknown[] = [];
  for await (const { data } of postPages<{ data: unknown[]; nextCursor: string | null }>(
    client,
    '/x',
    { limit: 1 },
    cursor,
  ))
    seen.push(...data);
  expect(seen).toEqual(expected);
  expect(asked).toEqual(expected.map((at) => ({ limit: 1, ...(at === '' ? {} : { cursor: at }) })));
});
