/** Gaps within a burst are no longer than this (UX.md §4). */
export const GAP_MS = 50;
/** So many characters, at least, make a scan. */
export const LEAST = 4;

/** What a key means once it is known whether it belongs to a scan. */
export type Burst =
  { readonly kind: 'typed'; readonly keys: readonly string[] } | { readonly kind: 'scanned'; readonly code: string };

/**
 * Tells the bursts of a scanner from typing: four or more characters, none more than 50 ms after the one before, ended by Enter or Tab.
 * Characters are held back until it is known; whoever uses this calls `settle` when `GAP_MS` have passed without a key.
 */
export class ScanBurst {
  private held: string[] = [];
  private lastAt = -Infinity;

  /** Whether characters wait. */
  get waits(): boolean {
    return this.held.length > 0;
  }

  /** @param at in milliseconds, of any clock that only goes forward. @returns what is known now, in order. */
  press(key: string, at: number): readonly Burst[] {
    const known = at - this.lastAt > GAP_MS ? this.settle() : [];
    this.lastAt = at;
    if (key.length === 1) {
      this.held.push(key);
      return known;
    }
    if ((key === 'Enter' || key === 'Tab') && this.held.length >= LEAST) {
      const code = this.held.join('');
      this.held = [];
      return [...known, { kind: 'scanned', code }];
    }
    // Shift comes between the characters of a burst and means nothing by itself.
    if (key === 'Shift') return known;
    return [...known, ...this.settle(), { kind: 'typed', keys: [key] }];
  }

  /** What waits was typed. */
  settle(): readonly Burst[] {
    const { held } = this;
    this.held = [];
    return held.length === 0 ? [] : [{ kind: 'typed', keys: held }];
  }
}
