import { randomUUID } from 'node:crypto';
import { InProcessSignals } from '../ephemeral/in-process-signals.js';
import type { Signals } from '../ephemeral/ports.js';
import type { RedisConnection, RedisObserver } from './redis-connection.js';

const PREFIX = 'pos:signal:';

/**
 * Signals between instances. Listeners of the sending process are told without Redis, so that its own wake-ups do not
 * depend on it; the others hear through a connection that does nothing but listen.
 */
export class RedisSignals implements Signals {
  /** Marks what this process published, for it is told by itself. */
  private readonly origin = randomUUID();
  private readonly local: InProcessSignals;

  constructor(
    private readonly publisher: RedisConnection,
    private readonly subscriber: RedisConnection,
    observer: RedisObserver,
    failed: (error: unknown) => void,
  ) {
    this.local = new InProcessSignals(
      failed,
      (channel, text) => void this.publish(channel, text),
      () => observer.failed('publish', 'lost'),
    );
    subscriber.raw
      .on('ready', () => void this.subscribe(this.local.channels()))
      .on('message', (name: string, message: string) => this.hear(name, message));
  }

  send(channel: string, text: string): void {
    this.local.send(channel, text);
  }

  listen(channel: string, hear: (text: string) => void): () => void {
    const isNew = !this.local.channels().includes(channel);
    const end = this.local.listen(channel, hear);
    this.subscriber.open();
    this.publisher.open(); // whoever listens will want to tell, and the first signal should find the way open
    if (isNew && this.subscriber.isUp) void this.subscribe([channel]);
    return () => {
      end();
      if (!this.local.channels().includes(channel) && this.subscriber.isUp) void this.unsubscribe(channel);
    };
  }

  /** Sends what waits. */
  flush(): void {
    this.local.flush();
  }

  private async publish(channel: string, text: string): Promise<void> {
    await this.publisher.ask('publish', undefined, (redis) => redis.publish(PREFIX + channel, `${this.origin}${text}`));
  }

  /** What was sent before this moment nobody heard here: the listeners are told to look at everything. */
  private async subscribe(channels: readonly string[]): Promise<void> {
    if (channels.length === 0) return;
    const names = channels.map((channel) => PREFIX + channel);
    const done = await this.subscriber.ask('subscribe', undefined, (redis) => redis.subscribe(...names));
    if (done === undefined) this.subscriber.restart();
    else for (const channel of channels) this.local.deliver(channel, '');
  }

  private async unsubscribe(channel: string): Promise<void> {
    await this.subscriber.ask('unsubscribe', undefined, (redis) => redis.unsubscribe(PREFIX + channel));
    if (this.local.channels().includes(channel)) await this.subscribe([channel]); // somebody came meanwhile
  }

  private hear(name: string, message: string): void {
    if (!name.startsWith(PREFIX) || message.startsWith(this.origin)) return;
    this.local.deliver(name.slice(PREFIX.length), message.slice(this.origin.length));
  }
}
