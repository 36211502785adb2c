import { textOf } from '../ephemeral/in-process-values.js';
import type { ExpiringValues } from '../ephemeral/ports.js';
import type { RedisConnection, RedisObserver } from './redis-connection.js';

const PREFIX = 'pos:value:';

/** Values in Redis, as JSON. */
export class RedisValues implements ExpiringValues {
  constructor(
    private readonly connection: RedisConnection,
    private readonly observer: RedisObserver,
  ) {}

  async get(key: string): Promise<unknown> {
    const text = await this.connection.ask('get', null, (redis) => redis.get(PREFIX + key));
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      this.observer.failed('get', 'error'); // somebody else wrote there
      return undefined;
    }
  }

  async set(key: string, value: unknown, ttlMs: number): Promise<void> {
    const text = textOf(value);
    if (text === undefined || ttlMs <= 0) return this.delete(key);
    await this.connection.ask('set', undefined, (redis) => redis.set(PREFIX + key, text, 'PX', Math.ceil(ttlMs)));
  }

  async delete(key: string): Promise<void> {
    await this.connection.ask('delete', undefined, (redis) => redis.del(PREFIX + key));
  }
}
