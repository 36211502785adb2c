import type { SectionChunk } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { BOOK_FORMAT, type BookMark, type BookStore, type BookToRead, type KeptChunk } from './book-store.js';

const CHUNKS = 'chunks';
const MARKS = 'marks';
const MARK = 'book';

/** Keeps a book in the browser's database. */
export class IndexedDbBookStore implements BookStore {
  private constructor(private readonly database: IDBDatabase) {}

  /**
   * @param name of the database: one for each business and device that a browser is linked to.
   * @throws DOMException where the browser keeps nothing, as some do in private windows.
   */
  static async open(name: string, factory: IDBFactory = indexedDB): Promise<IndexedDbBookStore> {
    const opening = factory.open(name, BOOK_FORMAT);
    opening.onupgradeneeded = () => {
      const database = opening.result;
      // Whatever another format kept is fetched anew.
      for (const store of [...database.objectStoreNames]) database.deleteObjectStore(store);
      database.createObjectStore(CHUNKS);
      database.createObjectStore(MARKS);
    };
    const database = await settled(opening);
    // A newer program in another tab wants to change the database: this one lets go.
    database.onversionchange = () => database.close();
    return new IndexedDbBookStore(database);
  }

  async load(): Promise<BookToRead | undefined> {
    const transaction = this.database.transaction([CHUNKS, MARKS], 'readonly');
    const kept = transaction.objectStore(CHUNKS);
    const [mark, keys] = await Promise.all([
      settled<BookMark | undefined>(transaction.objectStore(MARKS).get(MARK)),
      settled(kept.getAllKeys()),
    ]);
    if (mark?.format !== BOOK_FORMAT) return undefined;
    // Asked for at once, so that all are of one moment; each comes in a turn of its own.
    return { mark, chunks: inTurn(keys.map((key) => kept.get(key) as IDBRequest<SectionChunk>)) };
  }

  async save(base: string | null, mark: BookMark, chunks: readonly KeptChunk[]): Promise<boolean> {
    const transaction = this.database.transaction([CHUNKS, MARKS], 'readwrite');
    const done = completed(transaction);
    const [kept, marks] = [transaction.objectStore(CHUNKS), transaction.objectStore(MARKS)];
    if (base !== null) {
      const before = await settled<BookMark | undefined>(marks.get(MARK));
      if (before?.cursor !== base) {
        await done;
        return false;
      }
    } else {
      kept.clear();
    }
    for (const { key, chunk } of chunks) kept.put(chunk, key);
    marks.put(mark, MARK);
    await done;
    return true;
  }

  async clear(): Promise<void> {
    const transaction = this.database.transaction([CHUNKS, MARKS], 'readwrite');
    transaction.objectStore(CHUNKS).clear();
    transaction.objectStore(MARKS).clear();
    await completed(transaction);
  }

  /** Lets go of the database. */
  close(): void {
    this.database.close();
  }
}

/** The results of requests, each in the turn in which it came. */
async function* inTurn<Result>(requests: readonly IDBRequest<Result>[]): AsyncGenerator<Result> {
  for (const request of requests) yield await settled(request);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      if (request.error == null) resolve(request.result);
      else reject(request.error);
    };
    request.onsuccess = settle;
    request.onerror = settle;
    if (request.readyState === 'done') settle();
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    const fail = (): void => reject(transaction.error ?? new Error('the browser gives no reason'));
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
}
