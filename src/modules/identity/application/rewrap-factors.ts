import type { SealedFactors, SealedFactorStore } from '../ports/sealed-factors.js';

const BATCH = 100;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 20;

/**
 * After a change of the key that seals: wraps the secrets of second factors with the new one, so that the old one can go
 * (GUARANTEES G8).
 */
export class RewrapFactors {
  constructor(
    private readonly store: SealedFactorStore,
    private readonly sealed: SealedFactors,
  ) {}

  /** @returns how many were wrapped anew. @throws Error when one cannot be opened: then its key is missing. */
  async execute(): Promise<number> {
    const { currentPrefix } = this.sealed;
    if (currentPrefix === undefined) return 0;
    let done = 0;
    for (let batch = 0; batch < BATCHES_MAX; batch++) {
      const others = await this.store.othersThan(currentPrefix, BATCH);
      for (const stored of others) await this.store.replace(stored, await this.sealed.rewrap(stored.sealed, stored));
      done += others.length;
      if (others.length < BATCH) break;
    }
    return done;
  }
}
