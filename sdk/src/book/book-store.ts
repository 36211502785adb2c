import type { Section, SectionChunk } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { SECTIONS, type BookRecords } from './book-records.js';

/** What is kept beside the records. */
export interface BookMark {
  /** How the records are kept; others are not read. */
  readonly format: number;
  /** Where the service's changes go on from. */
  readonly cursor: string;
  /** `cursor` when what prices are made of came last; absent where nothing but the snapshot brought any. */
  readonly pricesRevision?: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** One part of a section. */
export interface KeptChunk {
  readonly key: string;
  readonly chunk: SectionChunk;
}

/** A book as it was kept. */
export interface KeptBook {
  readonly mark: BookMark;
  readonly chunks: readonly SectionChunk[];
}

/** The same while it is read: a store may hand out one chunk after the other, so that a page can do other things in between. */
export interface BookToRead {
  readonly mark: BookMark;
  readonly chunks: Iterable<SectionChunk> | AsyncIterable<SectionChunk>;
}

/** Keeps a book through reloads. What is saved is saved whole or not at all: a book that is half there is never read. */
export interface BookStore {
  /** `undefined` where there is none of this format. */
  load(): Promise<BookToRead | undefined>;
  /**
   * Saves chunks and the mark together.
   * @param base the cursor of the book that the chunks are changes of; `null`: they are the whole book.
   * @returns false, with nothing saved, when another tab has saved since: what is kept is not of that cursor.
   */
  save(base: string | null, mark: BookMark, chunks: readonly KeptChunk[]): Promise<boolean>;
  /** Forgets the book, as when the device is linked to another business. */
  clear(): Promise<void>;
}

export const BOOK_FORMAT = 1;

/** A section is kept in so many parts: a changed record costs the writing of one of them. Of 20,000 items each has 1,250. */
const PARTS = 16;
const FNV_PRIME = 0x01000193;
const FNV_BASE = 0x811c9dc5;

/** The chunk that a record is kept in. */
export function chunkKey(section: Section, recordKey: string): string {
  let hash = FNV_BASE;
  for (let index = 0; index < recordKey.length; index++) {
    hash = Math.imul(hash ^ recordKey.charCodeAt(index), FNV_PRIME);
  }
  return `${section}/${(hash >>> 0) % PARTS}`;
}

/** The chunks of some keys, or of all records, as they are now. */
export function chunksOf(records: BookRecords, wanted?: ReadonlySet<string>): KeptChunk[] {
  const chunks = new Map<string, { section: Section; records: object[] }>();
  // One that has become empty is written, too.
  for (const key of wanted ?? []) chunks.set(key, { section: key.split('/')[0] as Section, records: [] });
  for (const section of SECTIONS) {
    for (const [recordKey, record] of records.of(section)) {
      const key = chunkKey(section, recordKey);
      if (wanted !== undefined && !wanted.has(key)) continue;
      const chunk = chunks.get(key) ?? { section, records: [] };
      chunk.records.push(record);
      chunks.set(key, chunk);
    }
  }
  return [...chunks].map(([key, chunk]) => ({ key, chunk: chunk as unknown as SectionChunk }));
}

/** Keeps a book in memory only: where a browser keeps nothing, and for programs that need no more. */
export class MemoryBookStore implements BookStore {
  private mark: BookMark | undefined;
  private chunks = new Map<string, SectionChunk>();

  load(): Promise<KeptBook | undefined> {
    return Promise.resolve(this.mark && { mark: this.mark, chunks: [...this.chunks.values()] });
  }

  save(base: string | null, mark: BookMark, chunks: readonly KeptChunk[]): Promise<boolean> {
    if (base !== null && this.mark?.cursor !== base) return Promise.resolve(false);
    if (base === null) this.chunks = new Map();
    for (const { key, chunk } of chunks) this.chunks.set(key, structuredClone(chunk));
    this.mark = mark;
    return Promise.resolve(true);
  }

  clear(): Promise<void> {
    this.mark = undefined;
    this.chunks = new Map();
    return Promise.resolve();
  }
}
