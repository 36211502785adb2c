import type { ApiClient } from '../api-client.js';
import { CommandError, EXIT } from '../exit-codes.js';

/** What an import has to know of an outlet. */
export interface ImportOutlet {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
}

interface OutletList {
  readonly data: readonly ImportOutlet[];
  readonly nextCursor: string | null;
}

const PAGES_MAX = 100;

/** All outlets that the key may see. */
export async function listOutlets(client: ApiClient): Promise<ImportOutlet[]> {
  const outlets: ImportOutlet[] = [];
  let cursor = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { data, nextCursor } = await client.json<OutletList>({ method: 'GET', path: `/outlets?limit=200${query}` });
    outlets.push(...data);
    if (nextCursor === null) return outlets;
    cursor = nextCursor;
  }
  return outlets;
}

/** The outlet of rows that name none. @throws CommandError when it is not there, or could be any of several. */
export function defaultOutlet(outlets: readonly ImportOutlet[], wanted: string | undefined): ImportOutlet | undefined {
  if (wanted === undefined) return outlets.length === 1 ? outlets[0] : undefined;
  const found = outletNamed(outlets, wanted);
  if (found !== undefined) return found;
  const names = outlets.map(({ name }) => `"${name}"`).join(', ');
  throw new CommandError(
    EXIT.notFound,
    `There is no outlet "${wanted}".`,
    names === '' ? 'The tenant has none.' : `There is: ${names}.`,
  );
}

/** An outlet by its id or its exact name. */
export function outletNamed(outlets: readonly ImportOutlet[], text: string): ImportOutlet | undefined {
  return outlets.find(({ id, name }) => id === text || name === text);
}
