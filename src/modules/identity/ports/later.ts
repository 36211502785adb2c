/** Work that is done after the answer has gone out, so that how long it takes tells the caller nothing. */
export interface Later {
  /** Takes it on, unless too much waits: then it is left undone. Failures are reported, and nobody waits for them. */
  run(work: () => Promise<void>): void;
}
