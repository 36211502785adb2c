import { UplinkDown } from '../ports/cloud.js';
import type { HubRound } from './hub-round.js';

export interface WatchSettings {
  /** Between two exchanges while the cloud answers. */
  readonly everyMs: number;
  /** Between two looks for something to hand on. */
  readonly lookMs: number;
  /** After the first failure; doubles with each further one. */
  readonly backoffMs: number;
  readonly backoffMaxMs: number;
  /** In [0, 1). */
  readonly random: () => number;
  /** In ms, never going back. */
  readonly elapsed: () => number;
  readonly away: (error: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Exchanges with the cloud for as long as the hub runs: every half minute, and soon after a device handed something in. While the cloud is
 * away it is asked less and less often, never in step with other hubs.
 */
export class HubWatch {
  readonly name = 'hub';
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private nextAt = 0;
  private quietUntil = 0;
  private failures = 0;

  constructor(
    private readonly round: HubRound | null,
    private readonly settings: WatchSettings,
  ) {}

  /** Begins; does nothing where this is no hub. */
  start(): void {
    if (this.round === null) return;
    const { round } = this;
    this.timer = setInterval(() => {
      this.running ??= this.look(round);
    }, this.settings.lookMs);
  }

  /** Ends after what is in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(round: HubRound): Promise<void> {
    const { settings } = this;
    try {
      if (settings.elapsed() < this.quietUntil) return;
      if (settings.elapsed() < this.nextAt && !(await round.hasWork())) return;
      await round.execute();
      this.failures = 0;
      this.nextAt = settings.elapsed() + settings.everyMs * (0.8 + 0.4 * settings.random());
    } catch (error) {
      this.failures += 1;
      const most = Math.min(settings.backoffMs * 2 ** (this.failures - 1), settings.backoffMaxMs);
      this.quietUntil = settings.elapsed() + most * (0.5 + settings.random() / 2);
      if (!(error instanceof UplinkDown)) settings.failed(error);
      else if (this.failures === 1) settings.away(error);
    } finally {
      this.running = undefined;
    }
  }
}
