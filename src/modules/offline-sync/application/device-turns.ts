import { Refusal } from '../../../kernel/refusal.js';
import type { SyncRefusal } from '../domain/sync-refusal.js';

const WAITING_MAX = 4;
const RETRY_AFTER_SECONDS = 2;
/** So many batches at once slow nobody down. */
const FREE = 4;
const PAUSE_EACH_MS = 250;
const PAUSE_MAX_MS = 10_000;

/** Batches of one device come one after the other in this process, and a few of them wait; those of other devices do not. */
export class DeviceTurns {
  private readonly turns = new Map<string, { waiting: number; last: Promise<unknown> }>();
  private running = 0;

  /** How long senders are to wait before they send more, in ms. */
  get pauseMs(): number {
    return Math.min(Math.max(0, this.running - FREE) * PAUSE_EACH_MS, PAUSE_MAX_MS);
  }

  /** @throws Refusal `sync_in_progress` when too many of the device's batches wait. */
  async take<Result>(device: string, work: () => Promise<Result>): Promise<Result> {
    const turn = this.turns.get(device) ?? { waiting: 0, last: Promise.resolve() };
    if (turn.waiting >= WAITING_MAX)
      throw new Refusal<SyncRefusal>('sync_in_progress', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    turn.waiting += 1;
    this.turns.set(device, turn);
    const mine = turn.last.then(() => this.run(work));
    // Whoever comes next waits for the end of this one, however it ends.
    turn.last = mine.then(nothing, nothing);
    try {
      return await mine;
    } finally {
      turn.waiting -= 1;
      if (turn.waiting === 0) this.turns.delete(device);
    }
  }

  private async run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
    }
  }
}

function nothing(): void {}
