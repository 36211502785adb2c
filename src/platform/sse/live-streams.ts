import type { ServerResponse } from 'node:http';
import type { LoggedEvent } from '../../kernel/outbox.js';
import type { EventTail, TailReader } from '../outbox/event-tail.js';
import { pause } from '../outbox/wake.js';
import { FanOut, blockFor, type Audience, type Member } from './fan-out.js';
import { RecentEvents, type EventPage } from './recent-events.js';
import { SseConnection, type StreamEnd } from './sse-connection.js';
import { Turns } from './turns.js';
import { eventBlock, heartbeatBlock, idBlock } from './wire.js';

/** The past of a tenant's events. */
export interface EventHistory {
  /** The next events after a position that the audience accepts. Looks at a bounded number and says how far it looked. */
  page(audience: Audience, range: { after: number; upTo: number }): Promise<EventPage>;
  /** When the tenant's first event after a position happened; `undefined` when there is none. */
  firstAfter(audience: Audience, after: number): Promise<Date | undefined>;
}

/** Looks again whether the caller may still read. Rejects when that cannot be found out now. */
export interface StreamGuard {
  /** When what the caller shows runs out, in ms since the epoch. */
  readonly expiresAt: number;
  stillMay(): Promise<boolean>;
}

export interface StreamWish {
  readonly audience: Audience;
  readonly guard: StreamGuard;
  /** Show what came after this position. Absent: what comes from now on. */
  readonly after: number | undefined;
}

/** What the operator must know of the streams; telemetry gives it a body. */
export interface StreamObserver {
  sent(events: number): void;
  ended(reason: StreamEnd): void;
  reset(reason: ResetReason): void;
}

/** Why a stream cannot go on where it was: too long ago, or a position that this log never had. */
export type ResetReason = 'expired' | 'unknown_position';

export interface StreamSettings {
  readonly heartbeatMs: number;
  readonly recheckMs: number;
  readonly replayMs: number;
  readonly bufferBytes: number;
  /** Told of what went wrong with one stream. */
  readonly failed: (error: unknown) => void;
}

interface Open extends Member {
  readonly wish: StreamWish;
  readonly connection: SseConnection;
  /** Up to where the past was sent; counts until it is live. */
  cursor: number;
  isLive: boolean;
  isCatchingUp: boolean;
  isChecking: boolean;
  heartbeatAt: number;
  checkAt: number;
  checkedAt: number;
}

const READY_MS = 2_500;
const SWEEP_MS = 500;
const RETRY_MS = 500;
const READS_AT_ONCE = 3;
const CHECKS_AT_ONCE = 2;
/** A caller that could not be checked for so long is not believed any longer (GUARANTEES G10: 60 s). */
const UNVERIFIED_MAX_MS = 45_000;

/**
 * The open streams of this instance. Each first reads its tenant's past from the database, at its reader's pace, up to where
 * the tail stands; in the same moment it joins the live events, so nothing is lost and nothing comes twice. One whose reader
 * falls behind goes back to the past; one whose reader does not read at all is cut.
 */
export class LiveStreams implements TailReader {
  private readonly streams = new Set<Open>();
  private readonly fanOut: FanOut;
  private readonly recent = new RecentEvents();
  private readonly reads = new Turns(READS_AT_ONCE);
  private readonly checks = new Turns(CHECKS_AT_ONCE);
  private users = 0;
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly tail: EventTail,
    private readonly history: EventHistory,
    private readonly observer: StreamObserver,
    private readonly settings: StreamSettings,
  ) {
    this.fanOut = new FanOut((events) => observer.sent(events));
  }

  get size(): number {
    return this.streams.size;
  }

  /**
   * Opens a stream as the answer.
   * @param begins called right before the head goes out, with what ends the stream when the service stops; may still throw.
   * @throws DatabaseUnavailable.
   */
  async open(wish: StreamWish, response: ServerResponse, begins: (stop: () => void) => void): Promise<void> {
    const leave = this.useTail();
    try {
      const start = await this.startOf(wish);
      if (response.destroyed || response.closed) {
        leave(); // the caller did not wait
        return;
      }
      begins(() => stream.connection.end('stopping'));
      const stream = this.add(wish, response, start.position, leave);
      stream.connection.begin();
      stream.connection.send(start.reset === undefined ? idBlock(start.position) : this.resetBlock(start));
      void this.catchUp(stream);
    } catch (error) {
      leave();
      throw error;
    }
  }

  begins(from: number, last: readonly LoggedEvent[]): void {
    this.recent.begin(from);
    this.recent.add(last);
  }

  page(events: readonly LoggedEvent[]): void {
    this.recent.add(events);
    this.fanOut.page(events);
  }

  /** They come back and are told to reload where their position is unknown now. */
  rewound(): void {
    for (const { connection } of [...this.streams]) connection.end('rewound');
  }

  /** Ends all streams and stops following the log. */
  async close(): Promise<void> {
    for (const { connection } of [...this.streams]) connection.cut('stopping');
    await this.tail.stop();
  }

  private useTail(): () => void {
    this.users += 1;
    this.tail.start();
    this.sweeper ??= setInterval(() => this.sweep(), Math.min(SWEEP_MS, this.settings.heartbeatMs / 2)).unref();
    let isUsing = true;
    return () => {
      if (!isUsing) return;
      isUsing = false;
      this.users -= 1;
      if (this.users > 0) return;
      clearInterval(this.sweeper);
      this.sweeper = undefined;
      void this.tail.stop();
    };
  }

  private async startOf({ after, audience }: StreamWish): Promise<{ position: number; reset?: ResetReason }> {
    const position = await this.tail.ready(READY_MS);
    if (after === undefined) return { position };
    if (after > position || !this.recent.reachesBackTo(after)) {
      const { oldest, drawn } = await this.reads.take(() => this.tail.bounds());
      if (after > drawn) return { position, reset: 'unknown_position' };
      if (after + 1 < oldest) return { position, reset: 'expired' };
    }
    const first = await this.firstAfter(audience, after);
    if (first !== undefined && first.getTime() < Date.now() - this.settings.replayMs) {
      return { position: this.tail.position, reset: 'expired' };
    }
    return { position: after };
  }

  private async firstAfter(audience: Audience, after: number): Promise<Date | undefined> {
    if (this.recent.reachesBackTo(after)) return this.recent.firstAfter(audience, after);
    return this.reads.take(() => this.history.firstAfter(audience, after));
  }

  private add(wish: StreamWish, response: ServerResponse, cursor: number, leave: () => void): Open {
    const { bufferBytes, heartbeatMs, recheckMs } = this.settings;
    const now = Date.now();
    const connection = new SseConnection(response, { bufferBytes, patienceMs: heartbeatMs }, (reason) => {
      this.streams.delete(stream);
      this.fanOut.leave(wish.audience, stream);
      leave();
      this.observer.ended(reason);
    });
    // Spread, so that a thousand streams opened together do not beat and ask together for ever.
    const stream: Open = {
      ...{ wish, connection, cursor, isLive: false, isCatchingUp: false, isChecking: false, checkedAt: now },
      send: (chunk) => connection.send(chunk),
      fellBehind: (position) => {
        stream.isLive = false;
        stream.cursor = position;
        void this.catchUp(stream);
      },
      heartbeatAt: now + heartbeatMs * (0.5 + Math.random() / 2),
      checkAt: now + recheckMs * (0.5 + Math.random() / 2),
    };
    this.streams.add(stream);
    return stream;
  }

  private resetBlock({ position, reset = 'expired' }: { position: number; reset?: ResetReason }): string {
    this.observer.reset(reset);
    return eventBlock(position, 'reset', JSON.stringify({ reason: reset, position }));
  }

  private async catchUp(stream: Open): Promise<void> {
    const { connection } = stream;
    if (stream.isCatchingUp) return; // it fell behind before it had come to know that it was live
    stream.isCatchingUp = true;
    while (connection.isOpen && !stream.isLive) {
      try {
        await this.catchUpOnce(stream);
      } catch (error) {
        this.settings.failed(error); // the database is away, most likely: heartbeats go on, and so does the past when it is back
        await pause(RETRY_MS, connection.closed);
      }
    }
    stream.isCatchingUp = false;
  }

  private async catchUpOnce(stream: Open): Promise<void> {
    const { connection, wish } = stream;
    await connection.taken();
    const upTo = this.tail.position;
    if (stream.cursor === upTo) {
      this.fanOut.join(wish.audience, stream);
      stream.isLive = true;
      return;
    }
    if (stream.cursor > upTo) return this.tail.change(RETRY_MS, connection.closed); // another instance was faster than this one
    const range = { after: stream.cursor, upTo };
    const { events, position } =
      this.recent.page(wish.audience, range.after) ??
      (await this.reads.take(() => this.history.page(wish.audience, range)));
    if (!connection.isOpen) return;
    stream.cursor = position;
    if (events.length === 0) return;
    this.observer.sent(events.length);
    await connection.sendAndWait(Buffer.concat(events.map((event) => blockFor(wish.audience, event))));
  }

  private sweep(): void {
    const now = Date.now();
    for (const stream of [...this.streams]) {
      if (now >= stream.wish.guard.expiresAt) stream.connection.end('expired');
      if (now >= stream.heartbeatAt) this.beat(stream, now);
      if (now >= stream.checkAt && !stream.isChecking) void this.check(stream);
    }
  }

  private beat(stream: Open, now: number): void {
    stream.heartbeatAt = now + this.settings.heartbeatMs;
    if (stream.isLive) this.fanOut.flushFor(stream.wish.audience);
    stream.connection.send(heartbeatBlock(stream.isLive ? this.tail.position : stream.cursor));
  }

  private async check(stream: Open): Promise<void> {
    stream.isChecking = true;
    try {
      const askedAt = Date.now();
      const stillMay = await this.checks.take(() => stream.wish.guard.stillMay());
      if (stillMay) stream.checkedAt = askedAt;
      else stream.connection.end('refused');
    } catch (error) {
      this.settings.failed(error);
      if (Date.now() - stream.checkedAt > UNVERIFIED_MAX_MS) stream.connection.end('unverified');
    } finally {
      stream.isChecking = false;
      stream.checkAt = Date.now() + this.settings.recheckMs;
    }
  }
}
