import type { Pool, PoolClient } from 'pg';
import type { LoggedEvent } from '../../kernel/outbox.js';
import { DatabaseUnavailable } from '../postgres/database-errors.js';
import { readLog, SettledHorizon, type Queries } from './event-log.js';
import { pause, Wake } from './wake.js';

/** Who is told what happens at the end of the log. */
export interface TailReader {
  /** The tail has found the end of the log, and tells what follows it from now on. `last` is all from a position to the end. */
  begins(from: number, last: readonly LoggedEvent[]): void;
  /** The next events of all tenants, in order, each exactly once while the tail runs. Must not wait and not throw. */
  page(events: readonly LoggedEvent[]): void;
  /** The log ends before what was told already: the database was restored from a copy. */
  rewound(): void;
}

/** How the tail paces itself. */
export interface TailSettings {
  /** Longest wait before it looks by itself. */
  readonly pollMs: number;
  /** Shortest wait between two looks, however often it is woken. */
  readonly gapMs: number;
  /** Events in a page. */
  readonly page: number;
  /** Subscribes to what says that there may be new events, while the tail runs. It may fail to say so. */
  readonly listen: (hear: () => void) => () => void;
  /** Told of each failure; the tail goes on where it stood as soon as it can. */
  readonly failed: (error: unknown) => void;
}

/** What there is of the log. */
export interface LogBounds {
  /** Every event that there still is has this position or a higher one. */
  readonly oldest: number;
  /** No event ever had a higher position. */
  readonly drawn: number;
}

/** So many are read again at the start: of those who come back after a restart most were here a moment ago. */
const LAST_EVENTS = 1_000;
const RECONNECT_MS = 100;
const RECONNECT_MAX_MS = 1_000;
/** So long whoever asks waits for transactions to end that were running when the log was first looked at, while the database answers. */
const PATIENCE_MS = 15_000;

/**
 * Follows the settled end of the log (SettledHorizon) over one connection while it runs, and hands its reader each event
 * once, in order. A lost connection is replaced and nothing is forgotten: it reads on after the last event it handed out.
 */
export class EventTail {
  private readonly woken = new Wake();
  private readonly moved = new Wake();
  private stopping: AbortController | undefined;
  private deaf: () => void = () => undefined;
  private done: Promise<void> = Promise.resolve();
  private at: number | undefined;
  private scanned = 0;
  private failure: unknown;
  /** When the database last said that transactions from before are still running. */
  private waitingAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly pool: Pool,
    private readonly reader: () => TailReader,
    private readonly settings: TailSettings,
  ) {}

  /** Begins at the end of the log as it is now; what happened before is in the database. */
  start(): void {
    if (this.stopping !== undefined) return;
    const stopping = (this.stopping = new AbortController());
    this.at = undefined;
    this.failure = undefined;
    this.deaf = this.settings.listen(() => this.wake());
    const before = this.done;
    this.done = before.then(() => this.run(stopping.signal));
  }

  /** Ends after the page in hand and gives the connection back. */
  stop(): Promise<void> {
    this.stopping?.abort();
    if (this.stopping !== undefined) this.deaf();
    this.stopping = undefined;
    return this.done;
  }

  /** Looks soon rather than at the next poll. */
  wake(): void {
    this.woken.ring();
  }

  /** Position of the last event that was handed out; below it nothing will come. 0 while that is not known. */
  get position(): number {
    return this.at ?? 0;
  }

  /**
   * The position, once it is known. @throws DatabaseUnavailable when the database has not answered for `withinMs`: a long transaction
   * of somebody else is no reason to send anybody away.
   */
  async ready(withinMs: number): Promise<number> {
    const since = performance.now();
    const forever = new AbortController().signal;
    while (this.at === undefined) {
      const until = Math.min(Math.max(since, this.waitingAt) + withinMs, since + withinMs + PATIENCE_MS);
      const left = until - performance.now();
      if (left <= 0) throw new DatabaseUnavailable(this.failure);
      await this.moved.wait(left, forever, this.moved.count);
    }
    return this.at;
  }

  /** Waits until the position may have changed, for `ms` at most. */
  change(ms: number, signal: AbortSignal): Promise<void> {
    return this.moved.wait(ms, signal, this.moved.count);
  }

  /** Looks what there is of the log. @throws DatabaseUnavailable. */
  async bounds(): Promise<LogBounds> {
    try {
      const { rows } = await this.pool.query<LogBounds>(BOUNDS);
      return rows[0] as LogBounds;
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
  }

  private async run(signal: AbortSignal): Promise<void> {
    let waitMs = RECONNECT_MS;
    while (!signal.aborted) {
      try {
        await this.follow(signal, () => (waitMs = RECONNECT_MS));
      } catch (error) {
        this.failure = error;
        this.settings.failed(error);
        await pause(waitMs, signal);
        waitMs = Math.min(waitMs * 2, RECONNECT_MAX_MS);
      }
    }
  }

  private async follow(signal: AbortSignal, works: () => void): Promise<void> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      // A new one each time: what transactions were running means nothing after the database was started again.
      const horizon = new SettledHorizon();
      await this.orient(client, horizon, signal);
      works();
      while (!signal.aborted) {
        const seen = this.woken.count;
        await this.readOn(client, await horizon.advance(client), signal);
        await pause(this.settings.gapMs, signal);
        if (!horizon.isPending) await this.woken.wait(this.settings.pollMs - this.settings.gapMs, signal, seen);
      }
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Finds the end of the log at the beginning, and after each reconnection makes sure that it is still the same log. */
  private async orient(client: PoolClient, horizon: SettledHorizon, signal: AbortSignal): Promise<void> {
    if (this.at !== undefined && (await drawnPosition(client)) < this.at) {
      this.at = undefined;
      this.reader().rewound();
    }
    if (this.at !== undefined) return;
    let settled = await horizon.advance(client);
    while (horizon.isPending && !signal.aborted) {
      this.waitingAt = performance.now();
      await pause(this.settings.gapMs, signal);
      settled = await horizon.advance(client);
    }
    const { rows } = await client.query<{ position: number }>({ ...LAST, values: [settled] });
    const end = rows[0]?.position ?? settled;
    const from = Math.max(0, end - LAST_EVENTS);
    const last = await readLog(client, { after: from, upTo: end, limit: LAST_EVENTS });
    if (signal.aborted) return;
    // Of a committed event, where there is one: a position that was only drawn could be drawn again after a crash.
    this.at = end;
    this.scanned = settled;
    this.reader().begins(from, last);
    this.moved.ring();
  }

  private async readOn(client: PoolClient, settled: number, signal: AbortSignal): Promise<void> {
    const { page: limit } = this.settings;
    const isOver = (): boolean => signal.aborted; // while waiting, too
    while (settled > this.scanned && !isOver()) {
      const events = await readLog(client, { after: this.scanned, upTo: settled, limit });
      if (isOver()) return;
      const last = events.at(-1);
      this.scanned = last === undefined || events.length < limit ? settled : last.position;
      if (last === undefined) return;
      this.at = last.position;
      this.reader().page(events);
      this.moved.ring();
    }
  }
}

const LAST = {
  name: 'events_last',
  text: 'select position from events where position <= $1 order by position desc limit 1',
};

const DRAWN = 'select case when is_called then last_value else 0 end as drawn from events_position';

const BOUNDS = {
  name: 'events_bounds',
  text: `select coalesce((select position from events order by position limit 1), d.drawn + 1) as oldest, d.drawn from (${DRAWN}) d`,
};

async function drawnPosition(client: Queries): Promise<number> {
  const { rows } = await client.query<{ drawn: number }>(DRAWN);
  return rows[0]?.drawn ?? 0;
}
