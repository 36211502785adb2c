/** Tells the workers that something is due now. May be lost: they also look by themselves. */
export interface WakeUp {
  now(): void;
}
