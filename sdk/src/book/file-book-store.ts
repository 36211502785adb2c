import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { SectionChunk } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { BOOK_FORMAT, type BookMark, type BookStore, type KeptBook, type KeptChunk } from './book-store.js';

interface BookFile {
  readonly mark: BookMark;
  readonly chunks: readonly KeptChunk[];
}

/** Keeps a book in a file, for Node: written beside the old one and put in its place. One process at a time. */
export class FileBookStore implements BookStore {
  private readonly chunks = new Map<string, SectionChunk>();
  private mark: BookMark | undefined;

  private constructor(private readonly path: string) {}

  /** Opens the file; one that is not there, or not whole, is no book. */
  static async open(path: string): Promise<FileBookStore> {
    const store = new FileBookStore(path);
    await store.read();
    return store;
  }

  load(): Promise<KeptBook | undefined> {
    return Promise.resolve(this.mark && { mark: this.mark, chunks: [...this.chunks.values()] });
  }

  async save(base: string | null, mark: BookMark, chunks: readonly KeptChunk[]): Promise<boolean> {
    if (base !== null && this.mark?.cursor !== base) return false;
    if (base === null) this.chunks.clear();
    for (const { key, chunk } of chunks) this.chunks.set(key, chunk);
    this.mark = mark;
    const file: BookFile = { mark, chunks: [...this.chunks].map(([key, chunk]) => ({ key, chunk })) };
    const beside = `${this.path}.new`;
    await writeFile(beside, JSON.stringify(file), { mode: 0o600, flush: true });
    await rename(beside, this.path);
    return true;
  }

  async clear(): Promise<void> {
    this.chunks.clear();
    this.mark = undefined;
    await rm(this.path, { force: true });
  }

  private async read(): Promise<void> {
    try {
      const { mark, chunks } = JSON.parse(await readFile(this.path, 'utf8')) as BookFile;
      if (mark.format !== BOOK_FORMAT) return;
      for (const { key, chunk } of chunks) this.chunks.set(key, chunk);
      this.mark = mark;
    } catch (error) {
      const isAbsent = (error as { readonly code?: unknown }).code === 'ENOENT';
      if (!isAbsent && !(error instanceof SyntaxError)) throw error;
    }
  }
}
