import type { IncomingMessage } from 'node:http';
import { collect, pause, refusedBy, type ApiClient } from '../api-client.js';
import { Interrupted } from '../exit-codes.js';
import type { Printer } from '../printer.js';
import { isWorthRepeating, repeatWaitMs } from '../retries.js';
import { BlockReader, type StreamBlock } from './block-reader.js';

/** An event as it came. */
export interface StreamEvent {
  readonly type: string;
  /** The CloudEvent as one JSON document, to the byte. */
  readonly envelope: string;
}

export interface StreamWish {
  /** Below the tenant, with its query. */
  readonly path: string;
  /** What came after this position comes first. Undefined: what happens from now on. */
  readonly since: string | undefined;
}

/** A heartbeat comes every 15 s at least: silence of three means that nobody is there. */
const SILENCE_MS = 45_000;
/** Failures in a row before a service that has been there is given up: about ten minutes. */
const FAILURES_MAX = 24;
const FIRST_WAIT_MS = 1_000;

/** Follows a live stream and connects again where it was, until Ctrl-C. */
export class LiveStream {
  /** Where to resume: everything up to here has been handed out. */
  position: string | undefined;
  private waitMs = FIRST_WAIT_MS;
  private wasThere = false;

  constructor(
    private readonly client: ApiClient,
    private readonly wish: StreamWish,
    private readonly printer: Printer,
    private readonly signal: AbortSignal,
    private readonly silenceMs = SILENCE_MS,
  ) {
    this.position = wish.since;
  }

  /** @throws CommandError when the service refuses or is gone for good, Interrupted on Ctrl-C. */
  async *events(): AsyncGenerator<StreamEvent> {
    for (;;) {
      const answer = await this.connect();
      this.announce();
      let reason = 'the service ended it';
      try {
        yield* this.read(answer);
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      } finally {
        answer.destroy();
      }
      if (this.signal.aborted) throw new Interrupted();
      this.printer.note(`The stream broke off (${reason}); connecting again from position ${this.position ?? 'now'}.`);
      await pause(this.waitMs, this.signal);
    }
  }

  private async connect(): Promise<IncomingMessage> {
    for (let attempt = 1; ; attempt += 1) {
      let wait: string | undefined;
      try {
        const headers = this.position === undefined ? {} : { 'last-event-id': this.position };
        const answer = await this.client.open(this.wish.path, headers, this.silenceMs);
        if (answer.statusCode === 200) return answer;
        const refusal = await collect(answer);
        if (!isWorthRepeating(refusal) || this.isEnough(attempt)) throw new Refusing(refusedBy(refusal));
        wait = refusal.headers['retry-after'];
      } catch (error) {
        if (this.signal.aborted) throw new Interrupted();
        if (error instanceof Refusing) throw error.cause;
        if (this.isEnough(attempt)) throw this.client.unreachable(error);
      }
      await pause(repeatWaitMs(attempt, wait, 1), this.signal);
    }
  }

  /** A service that was there is waited for while it restarts; one that never was is a mistake of the caller's. */
  private isEnough(attempt: number): boolean {
    return attempt >= (this.wasThere ? FAILURES_MAX : 3);
  }

  private announce(): void {
    if (this.wasThere) this.printer.note(`Connected again, from position ${this.position ?? 'now'}.`);
    this.wasThere = true;
  }

  private async *read(answer: IncomingMessage): AsyncGenerator<StreamEvent> {
    const reader = new BlockReader();
    for await (const text of answer.setEncoding('utf8') as AsyncIterable<string>) {
      for (const block of reader.push(text)) {
        if (block.retryMs !== undefined) this.waitMs = block.retryMs;
        const event = this.eventOf(block);
        if (event !== undefined) yield event;
        this.position = block.id ?? this.position; // only now: what was not handed out is to come again
      }
    }
  }

  private eventOf({ event, data }: StreamBlock): StreamEvent | undefined {
    if (event === undefined || data === undefined) return undefined;
    if (event !== 'reset') return { type: event, envelope: data };
    this.printer.warn('That position is too old or unknown: what happened since is not shown. Going on from now.');
    return undefined;
  }
}

/** Carries a final refusal past the retries. */
class Refusing extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message);
  }
}
