import type { LookAfterQueues } from './look-after-queues.js';

export interface QueueWatchSettings {
  readonly everyMs: number;
  /** The server's time, in ms since the epoch. */
  readonly now: () => number;
  /** Ours to repair; the next round tries again. */
  readonly failed: (error: unknown) => void;
}

/** Looks after queues every now and then. */
export class QueueWatch {
  readonly name = 'queues of devices';
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly lookAfter: Pick<LookAfterQueues, 'round'>,
    private readonly settings: QueueWatchSettings,
  ) {}

  /** Begins. */
  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.look();
    }, this.settings.everyMs);
    this.timer.unref();
  }

  /** Ends after what is in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    try {
      await this.lookAfter.round(new Date(this.settings.now()));
    } catch (error) {
      this.settings.failed(error);
    } finally {
      this.running = undefined;
    }
  }
}
