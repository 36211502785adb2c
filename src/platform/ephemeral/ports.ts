/**
 * What may be lost at any moment, and is only ever a shortcut to what PostgreSQL knows: wake-ups, rate counts, cached
 * sessions, short locks. Never money, numbers or idempotency keys. Two adapters: this process's memory (one instance only),
 * and Redis. No method rejects because the store is away: each says below what it answers then.
 */

/** Tells all instances that something may be worth a look. A signal may be lost; whoever waits also looks by itself. */
export interface Signals {
  /** Never waits and never fails; signals sent in quick succession may arrive as one. */
  send(channel: string, text: string): void;
  /**
   * Told of own signals too, later than `send` returns. An empty text stands for any: signals may have been missed, or were
   * too many to list, so look at everything. One comes each time the connection to the other instances has been made.
   * @returns what ends the subscription.
   */
  listen(channel: string, hear: (text: string) => void): () => void;
}

/** Values with an end. Kept by value: what is read is a copy. */
export interface ExpiringValues {
  /** `undefined` when unknown, expired, or the store is away. */
  get(key: string): Promise<unknown>;
  /**
   * Forgotten silently when the store is away, or the value is larger than 1 MiB as JSON. @param value anything that JSON
   * can say. @throws TypeError for what it cannot.
   */
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** How much of an allowance was used in a window of time. */
export interface WindowCount {
  readonly count: number;
  /** Until the window ends and the count starts anew. */
  readonly resetMs: number;
}

/** Counts within fixed windows of time, over all instances. */
export interface WindowCounters {
  /** Adds to the count and answers it; where the store is away, what this process alone has counted. @param by 0 only asks. */
  add(key: string, by: number, windowMs: number): Promise<WindowCount>;
}

/** Locks that end by themselves, to spare work that two would do; they prove nothing. */
export interface ShortLocks {
  /** A token for `release`, or `undefined` when somebody holds it. With the store away everybody gets it. */
  acquire(key: string, ttlMs: number): Promise<string | undefined>;
  /** Frees the lock if the token still holds it. */
  release(key: string, token: string): Promise<void>;
}

/** All of it, and how it is. */
export interface Ephemeral {
  readonly signals: Signals;
  readonly values: ExpiringValues;
  readonly counters: WindowCounters;
  readonly locks: ShortLocks;
  /** `up` or `down`; `in-process` where memory serves. Never rejects and answers within a second. */
  state(): Promise<string>;
  /** Whoever still asks afterwards is answered, never rejected. */
  close(): Promise<void>;
}
