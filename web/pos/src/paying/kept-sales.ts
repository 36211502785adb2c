import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Order, Receipt } from '../../../../sdk/src/contract/models.js';
import type { Till } from '../till.js';

/** A sale that was rung up at this device. */
export interface KeptSale {
  readonly order: Order;
  readonly receipt: Receipt;
  readonly receiptNumber: string | null;
}

/** Sales kept at most: the oldest go first. */
const KEPT_MAX = 500;

/** Where sales are kept: IndexedDB in the till, memory in tests. */
export interface SaleShelf {
  put(sale: KeptSale): Promise<void>;
  /** The newest first. */
  newest(limit: number): Promise<readonly KeptSale[]>;
  /** By the number on the receipt, the order's number, or its id. */
  find(code: string): Promise<KeptSale | undefined>;
}

interface Schema extends DBSchema {
  sales: {
    key: string;
    value: KeptSale & { readonly placedAt: string; readonly codes: readonly string[] };
    indexes: { placedAt: string; codes: string };
  };
}

/** Sales in the browser's own database. */
export class BrowserSaleShelf implements SaleShelf {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(name = 'pos-sales'): Promise<BrowserSaleShelf> {
    const database = await openDB<Schema>(name, 1, {
      upgrade: (made) => {
        const sales = made.createObjectStore('sales', { keyPath: 'order.id' });
        sales.createIndex('placedAt', 'placedAt');
        sales.createIndex('codes', 'codes', { multiEntry: true });
      },
    });
    return new BrowserSaleShelf(database);
  }

  async put(sale: KeptSale): Promise<void> {
    const change = this.database.transaction('sales', 'readwrite');
    await change.store.put({ ...sale, placedAt: sale.order.placedAt, codes: codesOf(sale) });
    const surplus = (await change.store.count()) - KEPT_MAX;
    let cursor = surplus > 0 ? await change.store.index('placedAt').openCursor() : null;
    for (let left = surplus; left > 0 && cursor !== null; left -= 1) {
      await cursor.delete();
      cursor = await cursor.continue();
    }
    await change.done;
  }

  async newest(limit: number): Promise<readonly KeptSale[]> {
    const found: KeptSale[] = [];
    const index = this.database.transaction('sales').store.index('placedAt');
    for await (const cursor of index.iterate(null, 'prev')) {
      found.push(cursor.value);
      if (found.length >= limit) break;
    }
    return found;
  }

  /** Forgets them all. */
  async clear(): Promise<void> {
    await this.database.clear('sales');
  }

  find(code: string): Promise<KeptSale | undefined> {
    return this.database.getFromIndex('sales', 'codes', plain(code));
  }
}

/** Sales in memory. */
export class MemorySaleShelf implements SaleShelf {
  private readonly sales = new Map<string, KeptSale>();

  async put(sale: KeptSale): Promise<void> {
    this.sales.set(sale.order.id, sale);
  }
  async newest(limit: number): Promise<readonly KeptSale[]> {
    const byTime = (a: KeptSale, b: KeptSale): number => b.order.placedAt.localeCompare(a.order.placedAt);
    return [...this.sales.values()].sort(byTime).slice(0, limit);
  }
  async find(code: string): Promise<KeptSale | undefined> {
    return [...this.sales.values()].find((sale) => codesOf(sale).includes(plain(code)));
  }
}

const shelves = new WeakMap<Till, Promise<SaleShelf>>();

/** The sales of this device. */
export function saleShelf(till: Till): Promise<SaleShelf> {
  const known = shelves.get(till);
  if (known !== undefined) return known;
  const opened = BrowserSaleShelf.open();
  shelves.set(till, opened);
  return opened;
}

/** Gives a till another shelf than the browser's. */
export function putShelf(till: Till, shelf: SaleShelf): void {
  shelves.set(till, Promise.resolve(shelf));
}

/** Keeps a sale for its receipt and for refunds. It is safe in the queue already: what cannot be kept here is only not at hand. */
export async function keepSale(till: Till, sale: KeptSale): Promise<void> {
  try {
    await (await saleShelf(till)).put(sale);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    till.say(till.t('receipts.notKept'));
  }
}

function codesOf({ order, receiptNumber }: KeptSale): string[] {
  return [order.id, order.number, receiptNumber ?? ''].filter((code) => code !== '').map(plain);
}

/** As scanners and people write it. */
function plain(code: string): string {
  return code.trim().toUpperCase();
}
