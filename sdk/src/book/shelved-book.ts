import type { Section, SectionChange, SectionChunk } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { BookRecords } from './book-records.js';
import {
  BOOK_FORMAT,
  chunkKey,
  chunksOf,
  type BookMark,
  type BookStore,
  type BookToRead,
  type KeptBook,
} from './book-store.js';
import { ItemShelf } from './item-shelf.js';
import { PriceBook } from './price-book.js';

/** What the price of a line that is rung up already is kept against. Promotions and taxes are the whole sale's. */
const PRICED_BY: ReadonlySet<Section> = new Set([
  ...(['items', 'combos', 'modifierGroups', 'modifierAttachments'] as const),
  ...(['pricebooks', 'pricebookEntries'] as const),
]);

/** A book with the records that it is made of, which changes are made to. */
export class ShelvedBook {
  private made: PriceBook;

  private constructor(
    private readonly records: BookRecords,
    private readonly shelf: ItemShelf,
    private mark: BookMark,
    private readonly now: () => number,
  ) {
    this.made = this.make();
  }

  /** @throws Error when the records are no whole book. */
  static from({ mark, chunks }: KeptBook, now: () => number): ShelvedBook {
    const [records, shelf] = [new BookRecords(), new ItemShelf()];
    for (const chunk of chunks) put(chunk, records, shelf);
    return new ShelvedBook(records, shelf, mark, now);
  }

  /** The same of a book that comes chunk by chunk. @throws Error when the records are no whole book; what the store throws. */
  static async read({ mark, chunks }: BookToRead, now: () => number): Promise<ShelvedBook> {
    const [records, shelf] = [new BookRecords(), new ItemShelf()];
    for await (const chunk of chunks) put(chunk, records, shelf);
    return new ShelvedBook(records, shelf, mark, now);
  }

  /** A book of what a snapshot brought, kept as a whole. */
  static async fresh(
    chunks: readonly SectionChunk[],
    cursor: string,
    store: BookStore,
    now: () => number,
  ): Promise<ShelvedBook> {
    const shelved = ShelvedBook.from({ mark: { format: BOOK_FORMAT, cursor, updatedAt: now() }, chunks }, now);
    await store.save(null, shelved.mark, chunksOf(shelved.records));
    return shelved;
  }

  get book(): PriceBook {
    return this.made;
  }

  get cursor(): string {
    return this.mark.cursor;
  }

  private get pricesRevision(): string {
    return this.mark.pricesRevision ?? this.mark.cursor;
  }

  /** Makes changes and keeps them: all of them or none. */
  async apply(changes: readonly SectionChange[], cursor: string, store: BookStore): Promise<void> {
    const base = this.mark.cursor;
    const touched = new Set<string>();
    let repriced = false;
    for (const change of changes) {
      const done = this.records.apply(change);
      if (done === undefined) continue;
      for (const key of done.keys) touched.add(chunkKey(done.section, key));
      repriced ||= PRICED_BY.has(done.section);
      if (done.section === 'items') this.shelf.change([...done.put] as never, [...done.gone] as never);
    }
    const pricesRevision = repriced ? cursor : this.pricesRevision;
    this.mark = { format: BOOK_FORMAT, cursor, pricesRevision, updatedAt: this.now() };
    this.made = this.make();
    const saved = await store.save(base, this.mark, chunksOf(this.records, touched));
    // Another tab has kept a book of its own meanwhile: which of both is newer nobody knows, so all of this one is kept.
    if (!saved) await store.save(null, this.mark, chunksOf(this.records));
  }

  private make(): PriceBook {
    const { records, shelf, mark, pricesRevision, now } = this;
    const updatedAt = new Date(mark.updatedAt);
    return new PriceBook({ records, shelf, revision: mark.cursor, pricesRevision, updatedAt, now });
  }
}

function put(chunk: SectionChunk, records: BookRecords, shelf: ItemShelf): void {
  records.add(chunk);
  if (chunk.section === 'items') shelf.change(chunk.records, []);
}
