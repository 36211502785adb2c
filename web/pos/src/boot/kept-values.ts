import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Kept extends DBSchema {
  values: { key: string; value: unknown };
}

const NAME = 'pos-till';
const STORE = 'values';

/** What the till itself keeps on the device: single values by name, in IndexedDB, written for good before the promise resolves. */
export class KeptValues {
  private constructor(private readonly database: IDBPDatabase<Kept>) {}

  /** @throws what the browser throws where it keeps nothing. */
  static async open(name = NAME): Promise<KeptValues> {
    const database = await openDB<Kept>(name, 1, { upgrade: (db) => void db.createObjectStore(STORE) });
    return new KeptValues(database);
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    return (await this.database.get(STORE, key)) as Value | undefined;
  }

  async put(key: string, value: unknown): Promise<void> {
    await this.change(key, () => value);
  }

  /** Reads and writes as one step, over all tabs. @param next of what is there; `undefined` deletes it. @returns what is there now. */
  async change<Value>(key: string, next: (value: Value | undefined) => Value | undefined): Promise<Value | undefined> {
    const tx = this.database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const value = next((await tx.store.get(key)) as Value | undefined);
    await (value === undefined ? tx.store.delete(key) : tx.store.put(value, key));
    await tx.done;
    return value;
  }

  /** Everything whose name begins so. */
  async all<Value>(prefix: string): Promise<ReadonlyMap<string, Value>> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const tx = this.database.transaction(STORE);
    const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)]);
    return new Map(keys.map((key, at) => [key.slice(prefix.length), values[at] as Value]));
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    await this.database.clear(STORE);
  }
}
