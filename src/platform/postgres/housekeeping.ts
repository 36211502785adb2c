import type { Pool } from 'pg';

/** What the operator must know of the clearing away. */
export interface HousekeepingObserver {
  removed(keys: number): void;
  failed(error: unknown): void;
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

/** Removes idempotency keys that have outlived their promise of seven days (GUARANTEES G1), a little at a time. */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  /** @param pool of the worker's role. */
  constructor(
    private readonly pool: Pool,
    private readonly observer: HousekeepingObserver,
  ) {}

  /** Begins; a failed round is reported and the next one tries again. */
  start(): void {
    this.timer = setInterval(() => {
      this.round = this.tidy();
    }, EVERY_MS);
    this.timer.unref();
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  /** One round. @returns how many keys were removed. */
  async removeExpired(): Promise<number> {
    let removed = 0;
    for (let batch = 0; batch < BATCHES_MAX; batch++) {
      const { rowCount } = await this.pool.query(REMOVE, [BATCH]);
      removed += rowCount ?? 0;
      if ((rowCount ?? 0) < BATCH) break;
    }
    return removed;
  }

  private async tidy(): Promise<void> {
    try {
      this.observer.removed(await this.removeExpired());
    } catch (error) {
      this.observer.failed(error);
    }
  }
}
