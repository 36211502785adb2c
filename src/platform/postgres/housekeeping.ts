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
