import type { PaymentClock } from '../../../src/modules/tendering/ports/payment-clock.js';

/** Waits between tries are short; time passes for them by itself. */
const SHORT_MS = 1_000;

/** Time that passes only when a test says so, but for short waits. */
export class VirtualClock implements PaymentClock {
  private ms = Date.UTC(2026, 10, 20, 12);
  private readonly timers = new Set<{ readonly at: number; readonly ring: () => void }>();

  constructor(private random: () => number = () => 0.5) {}

  /** Chances come from here from now on. */
  chances(random: () => number): void {
    this.random = random;
  }

  now(): Date {
    return new Date(this.ms);
  }

  chance(): number {
    return this.random();
  }

  timer(ms: number): { readonly rings: Promise<void>; stop(): void } {
    let stop = (): void => undefined;
    const rings = new Promise<void>((resolve) => {
      const timer = { at: this.ms + ms, ring: resolve };
      this.timers.add(timer);
      stop = () => void this.timers.delete(timer);
      if (ms < SHORT_MS) setImmediate(() => this.advance(ms));
    });
    return { rings, stop: () => stop() };
  }

  /** Lets time pass; whatever was to ring by then rings. */
  advance(ms: number): void {
    this.ms += ms;
    for (const timer of [...this.timers]) {
      if (timer.at > this.ms) continue;
      this.timers.delete(timer);
      timer.ring();
    }
  }
}
