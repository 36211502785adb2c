import 'fake-indexeddb/auto';
import { openBasketStore, type HeldBasket } from './basket-store.js';
import { basket, line } from './testing/basket.examples.js';

/** Locks as browsers have them: each is held until its holder is closed, or done. */
function locksOf(taken: Set<string>): LockManager {
  const request = async (name: string, _: object, run: (lock: object | null) => unknown): Promise<unknown> => {
    if (taken.has(name)) return run(null);
    taken.add(name);
    try {
      return await run({ name });
    } finally {
      taken.delete(name);
    }
  };
  return { request } as unknown as LockManager;
}

const held = (id: string, heldAt: number): HeldBasket => {
  return { id, basket: { ...basket(line(id)), id }, heldAt, heldBy: 'Anna', total: null };
};

test('a basket is back after the page is gone, and each window has its own', async () => {
  const first = await openBasketStore('windows', locksOf(new Set()));
  await first.save(basket(line('a')));
  const taken = new Set<string>();
  const again = await openBasketStore('windows', locksOf(taken));
  const second = await openBasketStore('windows', locksOf(taken));
  expect((await again.load())?.lines).toHaveLength(1);
  expect(await second.load()).toBeNull();
});

test('of two that recall the same basket one gets it, and what was in hand is put aside', async () => {
  const store = await openBasketStore('holding', locksOf(new Set()));
  await store.hold(held('old', 1), basket());
  await store.hold(held('new', 2), basket());
  expect((await store.held()).map(({ id }) => id)).toEqual(['new', 'old']);
  const [one, other] = await Promise.all([store.recall('new', held('hand', 3)), store.recall('new', null)]);
  expect([one, other].filter((found) => found !== undefined)).toHaveLength(1);
  expect((await store.held()).map(({ id }) => id)).toEqual(['hand', 'old']);
  expect((await store.load())?.id).toBe('new');
});

test('what was in hand in a window that is closed is held, what is in hand in others is not', async () => {
  const taken = new Set<string>();
  const open = () => openBasketStore('closing', locksOf(taken), () => 1_700);
  const [first, second, third] = [await open(), await open(), await open()];
  await Promise.all([first, second, third].map((store, index) => store.save({ ...basket(line('a')), id: `${index}` })));
  expect(await first.held()).toEqual([]);
  taken.delete('closing-1');
  const told = { id: '1', heldAt: 1_700, heldBy: null, total: null };
  const [listed, again] = await Promise.all([first.held(), third.held()]);
  expect([listed.length, again.length]).toContain(1);
  expect(await first.held()).toMatchObject([told]);
  // Nothing was in it: nothing is held.
  taken.delete('closing-2');
  await third.save(basket());
  expect(await first.held()).toMatchObject([told]);
  const anew = await open();
  expect([await anew.load(), (await first.load())?.id]).toEqual([null, '0']);
  expect((await anew.recall('1', null))?.lines).toHaveLength(1);
});

test('a held basket that is forgotten is gone, and no other', async () => {
  const store = await openBasketStore('forgetting', locksOf(new Set()));
  await store.hold(held('one', 1), basket());
  await store.hold(held('two', 2), basket());
  await store.forget('one');
  await store.forget('unknown');
  expect((await store.held()).map(({ id }) => id)).toEqual(['two']);
});
