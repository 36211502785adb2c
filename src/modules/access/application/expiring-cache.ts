/** Remembers values for a time, and at most so many: the one that came first makes room. */
export class ExpiringCache<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly until: number }>();

  constructor(
    private readonly ttlMs: number,
    private readonly max: number,
    private readonly now: () => number,
  ) {}

  /** What is remembered, unless that happened longer ago than `maxAgeMs`. */
  get(key: string, maxAgeMs = this.ttlMs): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    const now = this.now();
    if (entry.until <= now) this.entries.delete(key);
    else if (entry.until - this.ttlMs + maxAgeMs > now) return entry.value;
    return undefined;
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  set(key: string, value: Value): void {
    this.entries.delete(key);
    if (this.entries.size >= this.max) this.entries.delete(this.entries.keys().next().value as string);
    this.entries.set(key, { value, until: this.now() + this.ttlMs });
  }

  /** Forgets what the test names. */
  forget(test: (value: Value) => boolean): void {
    for (const [key, { value }] of this.entries) if (test(value)) this.entries.delete(key);
  }
}
