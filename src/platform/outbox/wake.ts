/** Lets loops wait for a signal or a time, whichever comes first. A signal between two waits is not lost. */
export class Wake {
  private rung = 0;
  private readonly waiting = new Set<() => void>();

  /** Ends all waits. */
  ring(): void {
    this.rung += 1;
    for (const end of [...this.waiting]) end();
  }

  /** How often it has rung; hand it to `wait` to be woken by whatever rang since. */
  get count(): number {
    return this.rung;
  }

  /** Waits until it rings or `ms` have passed, not at all if it rang since `seen` or the signal is aborted. */
  wait(ms: number, signal: AbortSignal, seen: number): Promise<void> {
    if (this.rung !== seen || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.waiting.delete(end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.waiting.add(end);
      signal.addEventListener('abort', end, { once: true });
    });
  }
}

/** Waits for a time, or until aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Wake().wait(ms, signal, 0);
}
