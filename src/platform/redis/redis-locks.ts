import { randomUUID } from 'node:crypto';
import type { ShortLocks } from '../ephemeral/ports.js';
import type { RedisConnection } from './redis-connection.js';

const PREFIX = 'pos:lock:';

/** Between asking whose it is and freeing it, the lock may have passed to another: both must happen at once. */
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/** Locks in Redis, between all instances. */
export class RedisLocks implements ShortLocks {
  constructor(private readonly connection: RedisConnection) {}

  async acquire(key: string, ttlMs: number): Promise<string | undefined> {
    const token = randomUUID();
    const taken = await this.connection.ask('lock', 'OK', (redis) =>
      redis.set(PREFIX + key, token, 'PX', Math.max(1, Math.ceil(ttlMs)), 'NX'),
    );
    return taken === 'OK' ? token : undefined;
  }

  async release(key: string, token: string): Promise<void> {
    await this.connection.ask('unlock', undefined, (redis) => redis.eval(RELEASE, 1, PREFIX + key, token));
  }
}
