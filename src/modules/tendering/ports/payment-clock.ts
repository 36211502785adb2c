/** Time, as far as payments depend on it. */
export interface PaymentClock {
  now(): Date;
  /** From 0 to 1. */
  chance(): number;
  /** Rings once, after so many milliseconds, unless it is stopped before. */
  timer(ms: number): { readonly rings: Promise<void>; stop(): void };
}
