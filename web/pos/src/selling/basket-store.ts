import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { isEmpty, type Basket } from './basket.js';
import type { Money } from './sdk-types.js';

/** A basket that was put aside. */
export interface HeldBasket {
  readonly id: string;
  readonly basket: Basket;
  /** By the device's clock, in milliseconds. */
  readonly heldAt: number;
  /** `null`: nobody put it aside, its window was closed. */
  readonly heldBy: string | null;
  readonly total: Money | null;
}

/** Where baskets outlive the page. */
export interface BasketStore {
  /** The basket of this window as it was last. */
  load(): Promise<Basket | null>;
  save(basket: Basket): Promise<void>;
  /** Puts a basket aside and keeps the next one in its place: both, or neither. */
  hold(held: HeldBasket, next: Basket): Promise<void>;
  /** Takes a held basket: `undefined` where another window was faster. What was in hand is put aside in the same step. */
  recall(id: string, inHand: HeldBasket | null): Promise<Basket | undefined>;
  /** The newest first, with what was in hand in windows that are closed. */
  held(): Promise<readonly HeldBasket[]>;
  /** Forgets a held basket. */
  forget(id: string): Promise<void>;
}

interface Schema extends DBSchema {
  /** The basket in hand by window: `0` is the first window that is open. */
  inHand: { key: number; value: Basket };
  held: { key: string; value: HeldBasket; indexes: { heldAt: number } };
}

const NAME = 'pos-till-baskets';
const WINDOWS = 8;

/**
 * Opens the store of this device's baskets. Each window that is open has a basket of its own: it holds a lock while it lives. The next
 * one that starts takes up the basket of the lowest number that is free; what other windows left behind is put aside.
 * @param name of the database; the tests' own. @param now in ms, by the device's clock.
 */
export async function openBasketStore(
  name = NAME,
  locks = globalThis.navigator.locks,
  now: () => number = Date.now,
): Promise<BasketStore> {
  const db = await openBaskets(name);
  const window = await ownWindow(name, locks);
  return new IndexedBaskets(db, window, new ClosedWindows(db, { name, locks, window, now }));
}

/** Forgets all baskets of this device: it is nobody's till any more. */
export async function forgetBaskets(name = NAME): Promise<void> {
  const db = await openBaskets(name);
  await Promise.all([db.clear('inHand'), db.clear('held')]);
  db.close();
}

function openBaskets(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('inHand');
      fresh.createObjectStore('held', { keyPath: 'id' }).createIndex('heldAt', 'heldAt');
    },
  });
}

/** The lowest number that no other window has. Its lock is let go by the browser when the window is closed or dies. */
async function ownWindow(name: string, locks: LockManager): Promise<number> {
  for (let window = 0; window < WINDOWS; window++) {
    const isOurs = await new Promise<boolean>((resolve, reject) => {
      const held = locks.request(lockOf(name, window), { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<void>(() => undefined);
      });
      held.catch(reject);
    });
    if (isOurs) return window;
  }
  return WINDOWS;
}

function lockOf(name: string, window: number): string {
  return `${name}-${window}`;
}

interface Windows {
  readonly name: string;
  readonly locks: LockManager;
  /** This one's. */
  readonly window: number;
  readonly now: () => number;
}

/** What was in hand in windows that are closed. */
class ClosedWindows {
  constructor(
    private readonly db: IDBPDatabase<Schema>,
    private readonly windows: Windows,
  ) {}

  /** Puts it aside. Whose lock is free is closed; while it is looked at, no window can begin there. */
  async putAside(): Promise<void> {
    const { name, locks, window: own } = this.windows;
    for (const window of await this.db.getAllKeys('inHand')) {
      if (window === own || window >= WINDOWS) continue;
      await locks.request(lockOf(name, window), { ifAvailable: true }, async (lock) => {
        if (lock !== null) await this.moveFrom(window);
      });
    }
  }

  private async moveFrom(window: number): Promise<void> {
    const tx = this.db.transaction(['inHand', 'held'], 'readwrite', { durability: 'strict' });
    const inHand = tx.objectStore('inHand');
    const basket = await inHand.get(window);
    if (basket !== undefined) {
      const held = { id: basket.id, basket, heldAt: this.windows.now(), heldBy: null, total: null };
      if (!isEmpty(basket)) await tx.objectStore('held').put(held);
      await inHand.delete(window);
    }
    await tx.done;
  }
}

class IndexedBaskets implements BasketStore {
  constructor(
    private readonly db: IDBPDatabase<Schema>,
    private readonly window: number,
    private readonly closed: ClosedWindows,
  ) {}

  async load(): Promise<Basket | null> {
    return (await this.db.get('inHand', this.window)) ?? null;
  }

  async save(basket: Basket): Promise<void> {
    const tx = this.db.transaction('inHand', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(basket, this.window), tx.done]);
  }

  async hold(held: HeldBasket, next: Basket): Promise<void> {
    const tx = this.db.transaction(['inHand', 'held'], 'readwrite', { durability: 'strict' });
    const done = [tx.objectStore('held').put(held), tx.objectStore('inHand').put(next, this.window), tx.done];
    await Promise.all(done);
  }

  async recall(id: string, inHand: HeldBasket | null): Promise<Basket | undefined> {
    const tx = this.db.transaction(['inHand', 'held'], 'readwrite', { durability: 'strict' });
    const held = tx.objectStore('held');
    const found = await held.get(id);
    if (found !== undefined) {
      if (inHand !== null) await held.put(inHand);
      await Promise.all([held.delete(id), tx.objectStore('inHand').put(found.basket, this.window)]);
    }
    await tx.done;
    return found?.basket;
  }

  async held(): Promise<readonly HeldBasket[]> {
    await this.closed.putAside();
    return (await this.db.getAllFromIndex('held', 'heldAt')).reverse();
  }

  async forget(id: string): Promise<void> {
    const tx = this.db.transaction('held', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.delete(id), tx.done]);
  }
}
