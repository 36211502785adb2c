import type { ConnectionSecrets, SealedFieldStore } from '../ports/connection-secrets.js';

const BATCH = 100;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 20;

/** After a change of the key that seals: wraps all stored secrets with the new one, so that the old one can go (GUARANTEES G8). */
export class RewrapConnectionSecrets {
  constructor(
    private readonly store: SealedFieldStore,
    private readonly secrets: ConnectionSecrets,
  ) {}

  /** @returns how many were wrapped anew. @throws Error when one cannot be opened: then its key is missing. */
  async execute(): Promise<number> {
    const { currentPrefix } = this.secrets;
    if (currentPrefix === undefined) return 0;
    let done = 0;
    for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
      const others = await this.store.othersThan(currentPrefix, BATCH);
      for (const stored of others) await this.store.replace(stored, await this.secrets.rewrap(stored));
      done += others.length;
      if (others.length < BATCH) break;
    }
    return done;
  }
}
