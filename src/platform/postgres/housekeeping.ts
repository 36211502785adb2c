import type { Pool } from 'pg';

/** What the operator must know of the clearing away. */
export interface HousekeepingObserver {
  removed(chore: string, rows: number): void;
  failed(chore: string, error: unknown): void;
}

/** Something to be cleared away now and then. */
export interface Chore {
  /** What is removed, for the log: `idempotency keys`. */
  readonly name: string;
  /** One round, bounded. @returns how many rows were removed. */
  run(pool: Pool): Promise<number>;
}

const EVERY_MS = 10 * 60_000;
const BATCH = 1_000;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 100;

// Row security shows this role only keys that are older than seven days: it cannot remove a younger one by mistake.
const REMOVE = `
  delete from idempotency_keys k
   using (select tenant_id, key from idempotency_keys where created_at < now() - interval '7 days' limit $1) expired
   where k.tenant_id = expired.tenant_id and k.key = expired.key`;

/** Idempotency keys that have outlived their promise of seven days (GUARANTEES G1). */
export const EXPIRED_KEYS: Chore = {
  name: 'idempotency keys',
  run: async (pool) => {
    let removed = 0;
    for (let batch = 0; batch < BATCHES_MAX; batch++) {
      const { rowCount } = await pool.query(REMOVE, [BATCH]);
      removed += rowCount ?? 0;
      if ((rowCount ?? 0) < BATCH) break;
    }
    return removed;
  },
};

/** Clears away what nobody needs any more, a little at a time. */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  /** @param pool of the worker's role. */
  constructor(
    private readonly pool: Pool,
    private readonly chores: readonly Chore[],
    private readonly observer: HousekeepingObserver,
  ) {}

  /** Begins; a failed chore is reported and the next round tries again. */
  start(): void {
    this.timer = setInterval(() => {
      this.round = this.tidy();
    }, EVERY_MS);
    this.timer.unref();
  }

  /** Ends after the round in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  /** One round of all chores. A failed one keeps none of the others from running. */
  async tidy(): Promise<void> {
    for (const chore of this.chores) {
      try {
        this.observer.removed(chore.name, await chore.run(this.pool));
      } catch (error) {
        this.observer.failed(chore.name, error);
      }
    }
  }
}
