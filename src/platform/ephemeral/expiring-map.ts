interface Entry<Value> {
  readonly value: Value;
  readonly until: number;
  readonly weight: number;
}

export interface ExpiringMapLimits<Value> {
  readonly entries: number;
  /** How much all values together may weigh, and how much one does; absent, only their number counts. */
  readonly weight?: { readonly max: number; readonly of: (value: Value) => number };
}

const SWEEP_MS = 30_000;

/** Values that end by themselves, in bounded memory: the oldest makes room. */
export class ExpiringMap<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private weight = 0;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: ExpiringMapLimits<Value>,
    private readonly now: () => number,
  ) {}

  get size(): number {
    return this.entries.size;
  }

  /** The value and the milliseconds that are left to it. */
  get(key: string): { readonly value: Value; readonly leftMs: number } | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    const leftMs = entry.until - this.now();
    if (leftMs > 0) return { value: entry.value, leftMs };
    this.delete(key);
    return undefined;
  }

  set(key: string, value: Value, ttlMs: number): void {
    this.delete(key);
    if (ttlMs <= 0) return;
    const weight = this.limits.weight?.of(value) ?? 0;
    this.entries.set(key, { value, until: this.now() + ttlMs, weight });
    this.weight += weight;
    while (this.entries.size > this.limits.entries || this.weight > (this.limits.weight?.max ?? Infinity)) {
      this.delete(this.entries.keys().next().value as string);
    }
    this.sweeping ??= setTimeout(() => this.sweep(), SWEEP_MS).unref();
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.weight -= entry.weight;
  }

  /** Forgets everything and sweeps no more. */
  clear(): void {
    clearTimeout(this.sweeping);
    this.sweeping = undefined;
    this.entries.clear();
    this.weight = 0;
  }

  /** What nobody asks for any more would otherwise stay until it is the oldest. */
  private sweep(): void {
    this.sweeping = undefined;
    const now = this.now();
    for (const [key, { until }] of this.entries) if (until <= now) this.delete(key);
    if (this.entries.size > 0) this.sweeping = setTimeout(() => this.sweep(), SWEEP_MS).unref();
  }
}
