import { InProcessCounters } from '../ephemeral/in-process-counters.js';
import type { WindowCount, WindowCounters } from '../ephemeral/ports.js';
import type { RedisConnection } from './redis-connection.js';

const PREFIX = 'pos:count:';

/** Adds and tells how long the window lasts in one round trip; a key never stays behind without an end. */
const ADD = `
local by, window = tonumber(ARGV[1]), tonumber(ARGV[2])
if by == 0 and redis.call('exists', KEYS[1]) == 0 then return {0, window} end
local count = redis.call('incrby', KEYS[1], by)
local left = redis.call('pttl', KEYS[1])
if left < 0 then
  redis.call('pexpire', KEYS[1], window)
  left = window
end
return {count, left}`;

/** Counts in Redis. This process counts for itself, too, for the time when Redis is away. */
export class RedisCounters implements WindowCounters {
  constructor(
    private readonly connection: RedisConnection,
    private readonly own: InProcessCounters,
  ) {}

  async add(key: string, by: number, windowMs: number): Promise<WindowCount> {
    const alone = await this.own.add(key, by, windowMs);
    const answer = await this.connection.ask('count', undefined, (redis) =>
      redis.eval(ADD, 1, PREFIX + key, by, Math.max(1, Math.ceil(windowMs))),
    );
    if (answer === undefined) return alone;
    const [count, resetMs] = answer as [number, number];
    return { count, resetMs };
  }
}
