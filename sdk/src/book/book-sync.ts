import type { SectionChange, SectionChunk } from '../../../src/modules/offline-sync/domain/snapshot.js';
import type { BookStore } from './book-store.js';
import type { PriceBook } from './price-book.js';
import { ShelvedBook } from './shelved-book.js';

/** As much of `PosClient` as a book needs. */
export interface MasterDataClient {
  request<Result>(
    method: 'GET',
    path: string,
    options?: { readonly query?: Record<string, string | number>; readonly signal?: AbortSignal },
  ): Promise<Result>;
  stream(outletId: string, topics: string[], options?: { readonly signal?: AbortSignal }): AsyncIterable<unknown>;
}

export interface BookSyncOptions {
  readonly client: MasterDataClient;
  readonly store: BookStore;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** 0 to 1; spreads the questions of many tills. */
  readonly random?: () => number;
  /** For callers that are no device: the outlet that the book is for. */
  readonly outletId?: string;
}

interface SnapshotAnswer {
  readonly sections: readonly SectionChunk[];
  readonly nextChunk: string | null;
  readonly cursor: string | null;
}

interface ChangesAnswer {
  readonly changes: readonly SectionChange[];
  readonly cursor: string;
  readonly more: boolean;
}

const SNAPSHOT = '/pos/sync/snapshot';
const CHANGES = '/pos/sync/changes';
const TOPICS = ['sync'];
/** How long after a hint all tills of a business have asked: not all in the same moment. */
const HINT_MS = 2_000;
/** Without hints. */
const POLL_MS = 60_000;

/** Keeps a till's book as the service has it: a snapshot once, then what changes. Without a network the last one goes on serving. */
export class BookSync {
  private readonly listeners = new Set<(book: PriceBook) => void>();
  private readonly now: () => number;
  private readonly random: () => number;
  private running: Promise<'unchanged' | 'updated'> | undefined;
  private loading: Promise<void> | undefined;
  private shelved: ShelvedBook | undefined;
  private stopping: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** A book that `load` has not read yet. */
  constructor(private readonly options: BookSyncOptions) {
    this.now = options.now ?? Date.now;
    this.random = options.random ?? Math.random;
  }

  /** Opens the book that was kept; asks nobody yet. */
  static async open(options: BookSyncOptions): Promise<BookSync> {
    const sync = new BookSync(options);
    await sync.load();
    return sync;
  }

  /**
   * Reads the book that was kept, once; asks nobody. Nothing is fetched before.
   * @throws Error when what was kept is no whole book; what the store throws.
   */
  load(): Promise<void> {
    this.loading ??= this.read();
    return this.loading;
  }

  /** The book; `null` before the kept one is read, or before the first snapshot. */
  get book(): PriceBook | null {
    return this.shelved?.book ?? null;
  }

  /**
   * Brings the book up to date. Calls that come meanwhile share it.
   * @throws what the client throws; the book stays as it was then.
   */
  refresh(): Promise<'unchanged' | 'updated'> {
    this.running ??= this.fetch().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async read(): Promise<void> {
    const kept = await this.options.store.load();
    this.shelved = kept && (await ShelvedBook.read(kept, this.now));
  }

  /** Tells of each newer book. @returns how to stop. */
  onChange(listener: (book: PriceBook) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Refreshes now, when the service says that something changed, and once a minute. */
  start(): void {
    if (this.stopping !== undefined) return;
    const stopping = new AbortController();
    this.stopping = stopping;
    this.soon(0);
    void this.follow(stopping.signal);
  }

  /** Stops refreshing; the book goes on serving. */
  stop(): void {
    this.stopping?.abort();
    this.stopping = undefined;
    clearTimeout(this.timer);
  }

  /** Forgets the book, as when the device is linked to another business. */
  async forget(): Promise<void> {
    this.stop();
    await this.load();
    this.shelved = undefined;
    await this.options.store.clear();
  }

  private async fetch(): Promise<'unchanged' | 'updated'> {
    await this.load();
    const { shelved } = this;
    if (shelved === undefined) return this.fetchWhole();
    try {
      return await this.fetchChanges(shelved);
    } catch (error) {
      // The old book serves until the new one is whole.
      if (isCursorGone(error)) return this.fetchWhole();
      throw error;
    }
  }

  private async fetchWhole(): Promise<'updated'> {
    const chunks: SectionChunk[] = [];
    let chunk: string | null = null;
    for (;;) {
      const query = { ...this.outletQuery(), ...(chunk !== null && { chunk }) };
      const answer: SnapshotAnswer = await this.options.client.request('GET', SNAPSHOT, { query });
      chunks.push(...answer.sections);
      if (answer.cursor !== null) {
        const { store } = this.options;
        this.shelved = await ShelvedBook.fresh(chunks, answer.cursor, store, this.now);
        break;
      }
      if (answer.nextChunk === null) throw new Error('the snapshot ended without a cursor');
      chunk = answer.nextChunk;
    }
    // What changed while the chunks came.
    await this.fetchChanges(this.shelved, false);
    this.tell();
    return 'updated';
  }

  private async fetchChanges(shelved: ShelvedBook, telling = true): Promise<'unchanged' | 'updated'> {
    const changes: SectionChange[] = [];
    let { cursor } = shelved;
    for (let more = true; more;) {
      const query = { ...this.outletQuery(), cursor };
      const answer: ChangesAnswer = await this.options.client.request('GET', CHANGES, { query });
      changes.push(...answer.changes);
      ({ cursor, more } = answer);
    }
    if (changes.length === 0 && cursor === shelved.cursor) return 'unchanged';
    // All pages at once: a price and the promotion that goes with it may be on two of them.
    await shelved.apply(changes, cursor, this.options.store);
    if (telling && changes.length > 0) this.tell();
    return changes.length > 0 ? 'updated' : 'unchanged';
  }

  private outletQuery(): Record<string, string> {
    const { outletId } = this.options;
    return outletId === undefined ? {} : { outletId };
  }

  private tell(): void {
    const { book } = this;
    if (book !== null) for (const listener of this.listeners) listener(book);
  }

  private soon(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const next = (): void => {
        if (this.stopping !== undefined) this.soon(POLL_MS * (0.5 + this.random()));
      };
      // Without a network there is nothing to be done but to ask again; who shows the state of the network is the queue.
      this.refresh().then(next, next);
    }, milliseconds);
  }

  /** Asks soon after each hint. Where there is no stream, the minute's question finds what changed. */
  private async follow(signal: AbortSignal): Promise<void> {
    await this.firstBook(signal);
    const outletId = this.book?.outlet.id;
    if (outletId === undefined || signal.aborted) return;
    try {
      for await (const _ of this.options.client.stream(outletId, TOPICS, { signal }))
        this.soon(HINT_MS * this.random());
    } catch (error) {
      // A stream that is not to be had ends the following, not the asking; anything else is a defect.
      if (!isTold(error, signal)) throw error;
    }
  }

  private async firstBook(signal: AbortSignal): Promise<void> {
    await this.load();
    if (this.book !== null) return;
    await new Promise<void>((resolve) => {
      const done = this.onChange(() => {
        done();
        resolve();
      });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}

function isCursorGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'cursor_gone';
}

/** True for what the client throws: the service said no, nobody answered, or it was told to stop. */
function isTold(error: unknown, { aborted }: AbortSignal): boolean {
  return aborted || (error instanceof Error && (error.name === 'PosProblem' || error.name === 'PosUnreachable'));
}
