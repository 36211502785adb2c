import type { CatalogSync } from '../domain/catalog-sync.js';

/** Told of runs; metrics and log are. */
export interface SyncObserver {
  /** A run has ended. */
  ended(sync: CatalogSync): void;
  /** A look at the source found nothing new, or no source; it left no run. */
  looked(outcome: 'unchanged' | 'failed'): void;
  /** For reasons of ours. */
  failed(message: string, error: unknown): void;
}
