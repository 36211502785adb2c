export interface ScheduleParts {
  /** Sends; `failed` says how the last try ended. */
  readonly send: (trigger: 'sale' | 'reconnect' | 'schedule') => Promise<'sent' | 'failed' | 'refused'>;
  readonly isWaiting: () => boolean;
  readonly random: () => number;
}

const EVERY_MS = 30_000;
const REFUSED_EVERY_MS = 300_000;

/**
 * When to send: soon after something was appended, when the network is back, and while something waits every 30 s, give or
 * take half; every 5 minutes where the server refuses the device itself.
 */
export class SendSchedule {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private isRefused = false;
  private readonly onOnline = (): void => void this.sendNow('reconnect');

  constructor(private readonly parts: ScheduleParts) {}

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    browser().addEventListener?.('online', this.onOnline);
    if (this.parts.isWaiting()) void this.sendNow('reconnect');
  }

  stop(): void {
    this.isRunning = false;
    clearTimeout(this.timer);
    browser().removeEventListener?.('online', this.onOnline);
  }

  /** Something was appended. A device that was refused does not knock with each sale. */
  appended(): void {
    if (this.isRunning && !this.isRefused) void this.sendNow('sale');
    else this.plan();
  }

  private async sendNow(trigger: 'sale' | 'reconnect' | 'schedule'): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isRefused = (await this.parts.send(trigger)) === 'refused';
    this.plan();
  }

  private plan(): void {
    if (!this.isRunning || this.timer !== undefined || !this.parts.isWaiting()) return;
    const every = this.isRefused ? REFUSED_EVERY_MS : EVERY_MS;
    const ms = every * (0.5 + this.parts.random());
    this.timer = setTimeout(() => void this.sendNow('schedule'), ms);
    (this.timer as { unref?: () => void }).unref?.(); // a program that is done otherwise may end; the entries are kept
  }
}

function browser(): Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>> {
  return globalThis;
}
