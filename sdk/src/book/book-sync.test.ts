import 'fake-indexeddb/auto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { SectionChange, SectionChunk } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { chunksOfShop, itemRecord, KES, NOW } from './book.examples.js';
import { MemoryBookStore, type BookStore } from './book-store.js';
import { BookSync, type MasterDataClient } from './book-sync.js';
import { FileBookStore } from './file-book-store.js';
import { IndexedDbBookStore } from './indexeddb-book-store.js';

/** A service with one shop: what changed is told from any cursor on. */
class Service implements MasterDataClient {
  readonly asked: string[] = [];
  readonly log: SectionChange[] = [];
  gone = false;
  away: string | undefined;
  chunks: SectionChunk[] = chunksOfShop();
  hint: () => void = () => undefined;

  async request<Result>(
    _: 'GET',
    path: string,
    { query = {} }: { query?: Record<string, string | number> } = {},
  ): Promise<Result> {
    const step = `${path.slice('/pos/sync/'.length)} ${String(query['chunk'] ?? query['cursor'] ?? '')}`.trim();
    this.asked.push(step);
    if (this.away === step) throw new Error('nobody answers');
    return (
      path.endsWith('snapshot') ? this.snapshot(Number(query['chunk'] ?? 0)) : this.since(query['cursor'])
    ) as Result;
  }

  stream(_outletId: string, _topics: string[], { signal }: { signal?: AbortSignal } = {}): AsyncIterable<unknown> {
    const next = (): Promise<IteratorResult<unknown>> =>
      new Promise((resolve) => {
        this.hint = () => resolve({ done: false, value: {} });
        signal?.addEventListener('abort', () => resolve({ done: true, value: undefined }));
      });
    return { [Symbol.asyncIterator]: () => ({ next }) };
  }

  /** Each section is a chunk of its own. */
  private snapshot(number: number): object {
    const last = number === this.chunks.length - 1;
    const sections = [this.chunks[number]];
    return { sections, nextChunk: last ? null : String(number + 1), cursor: last ? String(this.log.length) : null };
  }

  /** A change on a page. */
  private since(cursor: unknown): object {
    if (this.gone) {
      this.gone = false;
      throw Object.assign(new Error('gone'), { code: 'cursor_gone', name: 'PosProblem' });
    }
    const from = Number(cursor);
    const change = this.log[from];
    if (change === undefined) return { changes: [], cursor: String(from), more: false };
    return { changes: [change], cursor: String(from + 1), more: from + 1 < this.log.length };
  }
}

const put = (...records: ReturnType<typeof itemRecord>[]): SectionChange => {
  return { section: 'items', replace: false, records, removed: [] };
};
const open = (client: Service, store: BookStore): Promise<BookSync> => BookSync.open({ client, store, now: () => NOW });

const SKUS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
let folder: string;
let database = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'book-'));
});
afterAll(() => rm(folder, { recursive: true }));

const STORES: readonly (readonly [string, () => () => Promise<BookStore>])[] = [
  [
    'memory',
    () => {
      const store = new MemoryBookStore();
      return () => Promise.resolve(store);
    },
  ],
  [
    'IndexedDB',
    () => {
      const name = `book-${(database += 1)}`;
      return () => IndexedDbBookStore.open(name);
    },
  ],
  [
    'a file',
    () => {
      const path = join(folder, `book-${(database += 1)}.json`);
      return () => FileBookStore.open(path);
    },
  ],
];

describe.each(STORES)('a book in %s', (_, stores) => {
  test('comes as a snapshot once, then as changes, and is there again after a reload without the network', async () => {
    const [service, store] = [new Service(), stores()];
    const sync = await open(service, await store());
    expect(sync.book).toBeNull();
    expect(await sync.refresh()).toBe('updated');
    expect(sync.book?.bySku('latte')?.name).toBe('Café latte');
    expect(await sync.refresh()).toBe('unchanged');
    service.log.push(put(itemRecord('chai')), {
      ...put(itemRecord('mocha', { price: KES(1) })),
      removed: ['item-latte'],
    });
    const before = sync.book;
    expect(await sync.refresh()).toBe('updated');
    expect(sync.book).not.toBe(before);
    service.asked.length = 0;
    const again = await open(service, await store());
    expect(service.asked).toEqual([]);
    expect(again.book?.revision).toBe('2');
    expect(again.book?.updatedAt).toEqual(new Date(NOW));
    expect(['latte', 'chai', 'mocha'].map((sku) => again.book?.bySku(sku)?.price.amount)).toEqual([
      undefined,
      30_000,
      1,
    ]);
    expect(await again.refresh()).toBe('unchanged');
  });

  test('that is not read yet is none, and is read before anything is asked for', async () => {
    const [service, store] = [new Service(), stores()];
    await (await open(service, await store())).refresh();
    service.log.push(put(itemRecord('chai')));
    service.asked.length = 0;
    const sync = new BookSync({ client: service, store: await store(), now: () => NOW });
    expect(sync.book).toBeNull();
    const [, refreshed] = await Promise.all([sync.load(), sync.refresh()]);
    expect([refreshed, service.asked]).toEqual(['updated', ['changes 0']]);
    expect(['latte', 'chai'].map((sku) => sync.book?.bySku(sku)?.sku)).toEqual(['latte', 'chai']);
    await sync.load();
    expect(sync.book?.revision).toBe('1');
  });

  test('that another tab has kept meanwhile is kept whole', async () => {
    const [service, store] = [new Service(), stores()];
    const shared = await store();
    const [one, two] = [await open(service, shared), await open(service, shared)];
    await one.refresh();
    await two.refresh();
    service.log.push(put(itemRecord('chai')));
    await one.refresh();
    service.log.push(put(itemRecord('cocoa')));
    await two.refresh();
    service.log.push(put(itemRecord('water')));
    await one.refresh();
    const kept = await open(service, shared);
    expect(['chai', 'cocoa', 'water'].map((sku) => kept.book?.bySku(sku)?.sku)).toEqual(['chai', 'cocoa', 'water']);
  });

  test('is forgotten when the device is linked elsewhere', async () => {
    const [service, store] = [new Service(), stores()];
    const sync = await open(service, await store());
    await sync.refresh();
    await sync.forget();
    expect([sync.book, (await open(service, await store())).book]).toEqual([null, null]);
  });
});

test('a snapshot that breaks off leaves no half book, and the old one serves on', async () => {
  const [service, store] = [new Service(), new MemoryBookStore()];
  service.away = 'snapshot 3';
  const sync = await open(service, store);
  await expect(sync.refresh()).rejects.toThrow('nobody answers');
  expect([sync.book, await store.load()]).toEqual([null, undefined]);
  service.away = undefined;
  await sync.refresh();
  service.gone = true;
  service.away = 'snapshot 3';
  await expect(sync.refresh()).rejects.toThrow('nobody answers');
  expect(sync.book?.bySku('latte')).toBeDefined();
  service.away = undefined;
  service.gone = true;
  service.chunks = chunksOfShop([itemRecord('only')]);
  expect(await sync.refresh()).toBe('updated');
  expect([sync.book?.bySku('latte'), sync.book?.bySku('only')?.sku]).toEqual([undefined, 'only']);
});

test('changes on several pages count together, or not at all', async () => {
  const [service, store] = [new Service(), new MemoryBookStore()];
  const sync = await open(service, store);
  await sync.refresh();
  service.log.push(put(itemRecord('chai')), put(itemRecord('cocoa')));
  service.away = 'changes 1';
  await expect(sync.refresh()).rejects.toThrow('nobody answers');
  expect(sync.book?.bySku('chai')).toBeUndefined();
  service.away = undefined;
  await Promise.all([sync.refresh(), sync.refresh()]);
  expect(sync.book?.bySku('cocoa')).toBeDefined();
});

test('a hint of the stream brings the change, and stopping ends it', async () => {
  const service = new Service();
  const sync = await BookSync.open({ client: service, store: new MemoryBookStore(), now: () => NOW, random: () => 0 });
  const heard: string[] = [];
  const next = (): Promise<void> => new Promise((resolve) => void sync.onChange(() => resolve()));
  sync.onChange((book) => heard.push(book.revision));
  const first = next();
  sync.start();
  await first;
  service.log.push(put(itemRecord('chai')));
  const second = next();
  while (heard.length < 2) {
    service.hint();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await second;
  sync.stop();
  expect(heard).toEqual(['0', '1']);
});

test('what cannot be read is told, and nothing is fetched over it', async () => {
  const [service, store] = [new Service(), new MemoryBookStore()];
  store.load = () => Promise.reject(new Error('the disk is gone'));
  const sync = new BookSync({ client: service, store });
  await expect(sync.load()).rejects.toThrow('the disk is gone');
  await expect(sync.refresh()).rejects.toThrow('the disk is gone');
  expect([sync.book, service.asked]).toEqual([null, []]);
});

test('a file that is not whole is no book', async () => {
  const path = join(folder, 'torn.json');
  await writeFile(path, '{"mark":{"format":1');
  expect(await (await FileBookStore.open(path)).load()).toBeUndefined();
});

test('whatever changes come, what is kept is what is served', async () => {
  const item = fc.record({ sku: fc.constantFrom(...SKUS), price: fc.nat(99), active: fc.boolean() });
  const change = fc.record({ replace: fc.boolean(), records: fc.uniqueArray(item, { selector: ({ sku }) => sku }) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ change, removed: fc.constantFrom(...SKUS) })), async (steps) => {
      const [service, store] = [new Service(), new MemoryBookStore()];
      const sync = await open(service, store);
      await sync.refresh();
      for (const {
        change: { replace, records },
        removed,
      } of steps) {
        const put = records.map(({ sku, price, active }) => itemRecord(sku, { price: KES(price), active }));
        service.log.push({ section: 'items', replace, records: put, removed: [`item-${removed}`] });
        await sync.refresh();
      }
      const kept = await open(service, store);
      const shown = ({ book }: BookSync): unknown => [book?.tiles(null), book?.categories(), book?.revision];
      expect(shown(kept)).toEqual(shown(sync));
    }),
    { numRuns: 40 },
  );
});
