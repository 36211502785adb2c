import { randomUUID } from 'node:crypto';
import { ExpiringMap } from './expiring-map.js';
import type { ShortLocks } from './ports.js';

const LOCKS_MAX = 10_000;

/** Locks in this process's memory. */
export class InProcessLocks implements ShortLocks {
  private readonly tokens: ExpiringMap<string>;

  constructor(now: () => number) {
    this.tokens = new ExpiringMap({ entries: LOCKS_MAX }, now);
  }

  async acquire(key: string, ttlMs: number): Promise<string | undefined> {
    if (this.tokens.get(key) !== undefined) return undefined;
    const token = randomUUID();
    this.tokens.set(key, token, ttlMs);
    return token;
  }

  async release(key: string, token: string): Promise<void> {
    if (this.tokens.get(key)?.value === token) this.tokens.delete(key);
  }

  clear(): void {
    this.tokens.clear();
  }
}
