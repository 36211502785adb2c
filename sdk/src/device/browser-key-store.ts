import { openDB, type IDBPDatabase } from 'idb';
import type { DeviceKeyStore } from './device-keys.js';
import { StorageUnavailable } from './storage-needed.js';

const STORE = 'keys';
const PAIR = 'device';

/** Keeps the pair in IndexedDB as what the browser holds it as: it can be used there, and never be read. */
export function browserKeyStore(name = 'pos-device-keys'): DeviceKeyStore {
  const withDatabase = async <Result>(work: (db: IDBPDatabase) => Promise<Result>): Promise<Result> => {
    const db = await opened(name);
    try {
      return await work(db);
    } finally {
      db.close();
    }
  };
  return {
    extractable: false,
    load: () => withDatabase(async (db) => (await db.get(STORE, PAIR)) as CryptoKeyPair | undefined),
    keep: (pair) =>
      withDatabase(async (db) => {
        const tx = db.transaction(STORE, 'readwrite', { durability: 'strict' });
        const there = (await tx.store.get(PAIR)) as CryptoKeyPair | undefined;
        if (there === undefined) await tx.store.put(pair, PAIR);
        await tx.done;
        return there ?? pair;
      }),
    forget: () => withDatabase((db) => db.delete(STORE, PAIR)),
  };
}

async function opened(name: string): Promise<IDBPDatabase> {
  try {
    return await openDB(name, 1, { upgrade: (db) => void db.createObjectStore(STORE) });
  } catch (error) {
    throw new StorageUnavailable(
      'no_storage',
      'This browser keeps nothing: leave private mode, or allow storage',
      error,
    );
  }
}
