import type { SilentDevices } from '../ports/silent-devices.js';
import type { TellOfSilence } from './tell-of-silence.js';

export interface SilenceWatchSettings {
  readonly everyMs: number;
  /** The server's time, in ms since the epoch. */
  readonly now: () => number;
  /** Ours to repair; the next round tries again. */
  readonly failed: (error: unknown) => void;
}

/** Looks every now and then for devices that nothing is heard of. */
export class SilenceWatch {
  readonly name = 'silent devices';
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isBusy = false;

  constructor(
    private readonly silent: SilentDevices,
    private readonly tell: Pick<TellOfSilence, 'execute'>,
    private readonly settings: SilenceWatchSettings,
  ) {}

  /** Begins. */
  start(): void {
    this.timer = setInterval(() => {
      if (!this.isBusy) this.running = this.look();
    }, this.settings.everyMs);
    this.timer.unref();
  }

  /** Ends after what is in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One round, bounded; what is left waits for the next. @returns how many were told of. */
  async round(): Promise<number> {
    const at = new Date(this.settings.now());
    let told = 0;
    // One device's failure keeps nobody from hearing of the others.
    for (const { tenantId, deviceId } of await this.silent.due(at)) {
      try {
        if (await this.tell.execute(tenantId, deviceId, at)) told += 1;
      } catch (error) {
        this.settings.failed(error);
      }
    }
    return told;
  }

  private async look(): Promise<void> {
    this.isBusy = true;
    try {
      await this.round();
    } catch (error) {
      this.settings.failed(error);
    } finally {
      this.isBusy = false;
    }
  }
}
