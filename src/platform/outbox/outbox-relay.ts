import type { Pool, PoolClient } from 'pg';
import type { EventSink, PublishedEvent } from '../../kernel/outbox.js';
import { loadPosition, nextPage, savePosition, SettledHorizon } from './event-log.js';

/** What the operator must know of the relay; telemetry gives it a body. */
export interface RelayObserver {
  delivered(sink: string, events: number, oldestAt: Date): void;
  failed(sink: string, error: unknown): void;
}

/** How the relay paces itself. */
export interface RelaySettings {
  readonly batch: number;
  /** Wait after finding nothing. */
  readonly idleMs: number;
  /** First wait after a failure; doubles up to `maxBackoffMs`, with jitter. */
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
}

export const RELAY_DEFAULTS: RelaySettings = { batch: 500, idleMs: 100, backoffMs: 200, maxBackoffMs: 30_000 };

// One relay per sink in the whole cluster: the lock lives and dies with the connection, so a killed relay frees it at once.
const RELAY_LOCKS = 4_102;

/**
 * Hands committed events to sinks, each at least once and in the order of its aggregate. Every sink has its own cursor and
 * its own loop, so a sink that fails delays only itself.
 */
export class OutboxRelay {
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly sinks: readonly EventSink[],
    private readonly observer: RelayObserver,
    private readonly settings: RelaySettings = RELAY_DEFAULTS,
  ) {}

  /** Begins relaying; failures are reported and retried, never thrown. */
  start(): void {
    this.loops = this.sinks.map((sink) => this.loop(sink));
  }

  /** Ends after the batch in hand. What was not delivered is delivered by the next relay. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  /** Serves each sink once with all that is settled now; for tests and tools. */
  async drain(): Promise<void> {
    for (const sink of this.sinks) {
      await this.lead(sink, async (client) => {
        const from = await loadPosition(client, sink.name);
        await this.serve(client, sink, from, await new SettledHorizon().advance(client));
      });
    }
  }

  private async loop(sink: EventSink): Promise<void> {
    let failures = 0;
    while (!this.stopping.signal.aborted) {
      try {
        await this.lead(sink, async (client) => {
          const horizon = new SettledHorizon();
          let position = await loadPosition(client, sink.name);
          while (!this.stopping.signal.aborted) {
            position = await this.serve(client, sink, position, await horizon.advance(client));
            failures = 0;
            await this.pause(this.settings.idleMs);
          }
        });
        await this.pause(this.settings.idleMs * 10);
      } catch (error) {
        this.observer.failed(sink.name, error);
        await this.pause(this.backoff(failures++));
      }
    }
  }

  /** Runs the work while holding the sink's lock; returns at once where another relay holds it. */
  private async lead(sink: EventSink, work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      const lock = [RELAY_LOCKS, sink.name];
      const { rows } = await client.query<{ led: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as led',
        lock,
      );
      if (rows[0]?.led !== true) return;
      await work(client);
      await client.query('select pg_advisory_unlock($1, hashtext($2))', lock);
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      // Closing the connection after a failure frees the lock, whatever state the connection is in.
      client.release(failure);
    }
  }

  private async serve(client: PoolClient, sink: EventSink, from: number, settled: number): Promise<number> {
    let position = from;
    while (!this.stopping.signal.aborted) {
      const page = await nextPage(client, position, settled, this.settings.batch);
      if (page === undefined) break;
      await sink.deliver(page.events);
      await savePosition(client, sink.name, page.position);
      position = page.position;
      this.observer.delivered(sink.name, page.events.length, (page.events[0] as PublishedEvent).occurredAt);
    }
    return position;
  }

  private backoff(failures: number): number {
    const { backoffMs, maxBackoffMs } = this.settings;
    return Math.min(maxBackoffMs, backoffMs * 2 ** Math.min(failures, 16)) * (0.5 + Math.random() / 2);
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
