import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';
import { InventoryClient } from './inventory-client.js';
import { contractOfItems, InventoryDouble, soldItem } from './inventory-double.examples.js';
import { itemsPageFrom } from './items-page.js';

const ALL = { since: null, cursor: null, limit: 2 };
const tries: string[] = [];
const breakers: boolean[] = [];
let double: InventoryDouble;
let client: InventoryClient;
beforeAll(async () => {
  double = await new InventoryDouble().start();
});
beforeEach(() => {
  double.reset();
  tries.length = 0;
  breakers.length = 0;
  client = clientOf(double.url);
});
afterEach(() => client.close());
afterAll(() => double.close());

function clientOf(baseUrl: string, token = 'secret', resetMs = 10_000): InventoryClient {
  const observer = {
    tried: (_: string, outcome: string) => void tries.push(outcome),
    breaker: (_: string, open: boolean) => void breakers.push(open),
  };
  return new InventoryClient({ baseUrl, token, timeoutMs: 20_000 }, observer, resetMs);
}

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SiblingFailed);
  return (error as SiblingFailed).reason;
}

test('a listing is fetched page by page, and then what has changed since', async () => {
  double.put(soldItem('a'), soldItem('b'), soldItem('c'));
  const first = await client.items('acme', ALL);
  expect(first).toMatchObject({ revision: '1', items: [{ members: { sku: 'a' } }, {}], nextCursor: '2' });
  expect(await client.items('acme', { ...ALL, cursor: '2' })).toMatchObject({ items: [{}], nextCursor: null });
  double.remove('b');
  expect(await client.items('acme', { ...ALL, since: '1' })).toEqual({
    revision: '2',
    items: [{ deleted: true, members: { sku: 'b' } }],
    nextCursor: null,
  });
  expect(double.asked.map(({ since, cursor }) => [since, cursor])).toEqual([
    [null, null],
    [null, '2'],
    ['1', null],
  ]);
});

test('a revision that is not known any more is told by status or by word', async () => {
  double.oldest = 5;
  expect(await client.items('acme', { ...ALL, since: '4' })).toBe('forgotten');
  double.instead.push((response) => response.end('{"reset":true}'));
  expect(await client.items('acme', { ...ALL, since: '6' })).toBe('forgotten');
  expect(client.state).toBe('up');
});

test('what it says no to is told by its status, and is not asked again', async () => {
  const stranger = clientOf(double.url, 'wrong');
  expect(await reasonOf(stranger.items('acme', ALL))).toBe('status_404');
  stranger.close();
  expect(tries).toEqual(['4xx']);
});

test('nobody there: calls are suspended after a row of failures, and tried again later', async () => {
  expect(client.state).toBe('unknown');
  const lonely = clientOf('http://127.0.0.1:1', 'secret', 20);
  expect(['unreachable', 'breaker_open']).toContain(await reasonOf(lonely.items('acme', ALL)));
  while (!breakers.includes(true)) await reasonOf(lonely.items('acme', ALL));
  expect(lonely.state).toBe('down');
  while (lonely.suspended) await new Promise((resolve) => setTimeout(resolve, 5));
  // What suspends has a timer of its own, which a slow machine lets ring later.
  const before = tries.length;
  while (tries.length === before) await reasonOf(lonely.items('acme', ALL));
  lonely.close();
});

const item = soldItem('a');
const page = (changes: object): object => ({ revision: '1', items: [item], nextCursor: null, ...changes });
test.each<[string, unknown, boolean]>([
  ['a page', page({}), true],
  ['a revision that is a number', page({ revision: 7 }), true],
  ['a page without a cursor', { revision: '1', items: [] }, true],
  ['a tombstone', page({ items: [{ sku: 'a', deleted: true }] }), true],
  ['an item with all its members', page({ items: [{ ...item, barcode: null, active: false, plu: '4011' }] }), true],
  ['members that nobody knows', page({ more: 1, items: [{ ...item, colour: 'red' }] }), true],
  ['word that it has forgotten', { reset: true }, true],
  ['no object', [item], false],
  ['no revision', { items: [] }, false],
  ['an empty revision', page({ revision: '' }), false],
  ['a revision that is no number of revisions', page({ revision: 1.5 }), false],
  ['a revision with control characters', page({ revision: 'a\n' }), false],
  ['no items', { revision: '1' }, false],
  ['items that are none', page({ items: [1] }), false],
  ['a mark of deletion that is none', page({ items: [{ ...item, deleted: 'yes' }] }), false],
  ['a cursor that is none', page({ nextCursor: 7 }), false],
])('%s: schema and client agree', (_, body, sound) => {
  expect(contractOfItems()(body)).toBe(sound);
  const read = (): unknown => itemsPageFrom(body);
  if (sound) expect(read).not.toThrow();
  else expect(read).toThrow('broke the contract');
});
