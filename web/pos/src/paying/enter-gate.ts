/** A second Enter within this time is the same press (UX.md §4). */
export const AGAIN_MS = 400;

/** Lets one confirmation through, and none right after it. */
export class EnterGate {
  private lastAt = -Infinity;

  /** @param now a clock that only goes forward, in milliseconds. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether this press counts. One that does not, does not prolong the wait. */
  passes(): boolean {
    const at = this.now();
    if (at - this.lastAt < AGAIN_MS) return false;
    this.lastAt = at;
    return true;
  }
}
