import { ExpiringMap } from './expiring-map.js';
import type { WindowCount, WindowCounters } from './ports.js';

const KEYS_MAX = 50_000;

/** Counts in this process's memory. A window begins with the first that is added. */
export class InProcessCounters implements WindowCounters {
  private readonly counts: ExpiringMap<{ count: number }>;

  constructor(now: () => number) {
    this.counts = new ExpiringMap({ entries: KEYS_MAX }, now);
  }

  async add(key: string, by: number, windowMs: number): Promise<WindowCount> {
    const known = this.counts.get(key);
    if (known !== undefined) {
      known.value.count += by;
      return { count: known.value.count, resetMs: known.leftMs };
    }
    if (by !== 0) this.counts.set(key, { count: by }, windowMs);
    return { count: by, resetMs: windowMs };
  }

  clear(): void {
    this.counts.clear();
  }
}
